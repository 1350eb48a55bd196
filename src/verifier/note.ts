import { bytesOf } from './json.ts'
import { keyIn, type Suite } from './suite.ts'
import type { TreeHead } from './tree.ts'

/** A public key that signs checkpoints. */
export interface Key {
  readonly suite: Suite
  readonly name: string
  readonly raw: Buffer
}

/** A checkpoint with the one signature under it. */
export interface Note extends TreeHead {
  readonly origin: string
  readonly text: string
  readonly signer: string
  readonly keyHash: Buffer
  readonly signature: Buffer
}

const FORM = /^([^\n]+)\n(0|[1-9][0-9]{0,15})\n([^\n]{44})\n\n— ([^\s+]+) ([^\s]+)\n$/u

/** Reads a checkpoint (C2SP signed note); null for what is none. */
export function readNote(note: string): Note | null {
  const [, origin, size, root64, signer, signed64] = FORM.exec(note) ?? []
  const root = bytesOf(root64)
  const signed = bytesOf(signed64)
  if (origin === undefined || size === undefined || signer === undefined) return null
  if (root?.length !== 32 || signed?.length !== 68) return null
  const text = note.slice(0, note.indexOf('\n\n') + 1)
  const [keyHash, signature] = [signed.subarray(0, 4), signed.subarray(4)]
  return { origin, size: BigInt(size), root, text, signer, keyHash, signature }
}

const hashOf = ({ suite, name, raw }: Key): Buffer =>
  suite.hash(`${name}\n`, suite.signs, raw).subarray(0, 4)

/** A key as one word: name+id+key. */
export const wordOf = (key: Key): string =>
  [
    key.name,
    hashOf(key).toString('hex'),
    Buffer.concat([key.suite.signs, key.raw]).toString('base64'),
  ].join('+')

/** Reads a key from its word; null where it is none, or where its id is that of another. */
export function readKey(word: string): Key | null {
  const [name = '', id = '', ...rest] = word.trim().split('+')
  const bytes = bytesOf(rest.join('+'))
  const found = bytes === null ? null : keyIn(bytes, 'signs')
  if (found === null) return null
  const key = { ...found, name }
  return hashOf(key).toString('hex') === id ? key : null
}

/** Whether a note was signed by a key. */
export function isSignedBy(note: Note, key: Key): boolean {
  if (note.signer !== key.name || !note.keyHash.equals(hashOf(key))) return false
  return key.suite.isSignature(Buffer.from(note.text), note.signature, key.raw)
}
