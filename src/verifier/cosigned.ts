import { bytesOf } from './json.ts'
import { type Key, type Note, readNote } from './note.ts'
import { keyIn } from './suite.ts'

/** A checkpoint with the lines by which others cosigned it. */
export interface CosignedNote {
  /** As the log alone signed it. */
  readonly note: Note
  readonly lines: readonly string[]
}

/** Reads a checkpoint whose first signature is the log's, and any others by witnesses. */
export function readCosigned(text: string): CosignedNote | null {
  const [head, signatures] = text.split('\n\n')
  const [own, ...lines] = (signatures ?? '').split('\n').filter((line) => line !== '')
  const note = own === undefined ? null : readNote(`${head}\n\n${own}\n`)
  return note === null ? null : { note, lines }
}

export const cosignerHashOf = ({ suite, name, raw }: Key): Buffer =>
  suite.hash(`${name}\n`, suite.cosigns, raw).subarray(0, 4)

/** The key of a witness as one word: name+id+key. */
export const witnessWordOf = (key: Key): string =>
  [
    key.name,
    cosignerHashOf(key).toString('hex'),
    Buffer.concat([key.suite.cosigns, key.raw]).toString('base64'),
  ].join('+')

/** Reads the key of a witness from its word; null where it is none. */
export function readWitness(word: string): Key | null {
  const [name = '', id = '', ...rest] = word.trim().split('+')
  const bytes = bytesOf(rest.join('+'))
  const found = bytes === null ? null : keyIn(bytes, 'cosigns')
  if (found === null) return null
  const key = { ...found, name }
  return cosignerHashOf(key).toString('hex') === id ? key : null
}

/** What a witness signs: the checkpoint, and the second of the clock at which it was seen. */
export const cosignedText = (text: string, seconds: bigint): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`)

const LINE = /^— ([^\s+]+) ([^\s]+)$/u

/** Whether one of the lines is by this witness, over this very checkpoint. */
export function isCosignedBy({ note, lines }: CosignedNote, key: Key): boolean {
  return lines.some((line) => {
    const [, name, signed64] = LINE.exec(line) ?? []
    const signed = bytesOf(signed64)
    if (name !== key.name || signed?.length !== 76) return false
    if (!signed.subarray(0, 4).equals(cosignerHashOf(key))) return false
    const text = cosignedText(note.text, signed.readBigUInt64BE(4))
    return key.suite.isSignature(text, signed.subarray(12), key.raw)
  })
}
