import type { PublicKey } from './note.ts'
import { SIGNATURE_BYTES, SUITES } from './suite.ts'

const KEY_HASH_BYTES = 4
const TIME_BYTES = 8

/** Somebody else who looks at the log and signs what was seen. */
export interface Witness extends PublicKey {
  readonly name: string
}

/** One signature line under a checkpoint. */
export interface Cosignature {
  readonly name: string
  /** Eight hex digits of the key that it says it is by. */
  readonly id: string
  /** When the witness signed. */
  readonly at: Date
  readonly signature: Uint8Array
  /** The line as it stands in the note. */
  readonly line: string
}

/** A checkpoint taken apart: its three lines, the log's own signature, and those of others. */
export interface ReadCheckpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  /** What is signed, with its last line end. */
  readonly text: string
  /** The note as the log alone signed it. */
  readonly own: string
  readonly cosignatures: readonly Cosignature[]
}

const hashOf = ({ suite, name, publicKey }: Witness): Uint8Array =>
  suite.hash(Buffer.from(`${name}\n`), suite.cosigns, publicKey).subarray(0, KEY_HASH_BYTES)

/** Eight hex digits by which the key of a witness is known. */
export const witnessIdOf = (witness: Witness): string =>
  Buffer.from(hashOf(witness)).toString('hex')

/** The key of a witness as one word: name, id, and the key with its kind before it. */
export function witnessKey(witness: Witness): string {
  const key = Buffer.concat([witness.suite.cosigns, witness.publicKey]).toString('base64')
  return `${witness.name}+${witnessIdOf(witness)}+${key}`
}

/** Reads a witness from its word; null where it is none, or its id belongs to another key. */
export function readWitnessKey(word: string): Witness | null {
  const [name = '', id = '', ...rest] = word.trim().split('+')
  const bytes = Buffer.from(rest.join('+'), 'base64')
  if (name === '' || /\s/u.test(name)) return null
  for (const suite of Object.values(SUITES)) {
    const { length } = suite.cosigns
    if (bytes.length !== length + suite.publicKeyBytes) continue
    if (!bytes.subarray(0, length).equals(suite.cosigns)) continue
    const witness = { suite, name, publicKey: new Uint8Array(bytes.subarray(length)) }
    return witnessIdOf(witness) === id ? witness : null
  }
  return null
}

const TEXT = /^([^\n]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n\n/u
const LINE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u

/** Takes a checkpoint apart; null where it is none. The first signature is that of the log. */
export function readCheckpointNote(note: string): ReadCheckpoint | null {
  const [head = '', origin = '', size = '', root = ''] = TEXT.exec(note) ?? []
  if (head === '' || !note.endsWith('\n')) return null
  const [own, ...lines] = note.slice(head.length, -1).split('\n')
  if (own === undefined || LINE.exec(own)?.[1] !== origin) return null
  const cosignatures = lines.map(readLine)
  if (cosignatures.some((each) => each === null)) return null
  return {
    ...{ origin, size: Number(size), root: new Uint8Array(Buffer.from(root, 'base64')) },
    ...{ text: head.slice(0, -1), own: `${head}${own}\n` },
    cosignatures: cosignatures.filter((each) => each !== null),
  }
}

function readLine(line: string): Cosignature | null {
  const [, name = '', signed = ''] = LINE.exec(line) ?? []
  const bytes = Buffer.from(signed, 'base64')
  if (bytes.length !== KEY_HASH_BYTES + TIME_BYTES + SIGNATURE_BYTES) return null
  const seconds = bytes.readBigUInt64BE(KEY_HASH_BYTES)
  const at = new Date(Number(seconds) * 1000)
  if (Number.isNaN(at.getTime())) return null
  return {
    ...{ name, at, line, id: bytes.subarray(0, KEY_HASH_BYTES).toString('hex') },
    signature: new Uint8Array(bytes.subarray(KEY_HASH_BYTES + TIME_BYTES)),
  }
}

/** Whether the witness signed this text at the time that the line says. */
export function isCosignedBy(text: string, cosignature: Cosignature, witness: Witness): boolean {
  const { name, id, at, signature } = cosignature
  if (name !== witness.name || id !== witnessIdOf(witness)) return false
  const signed = `cosignature/v1\ntime ${Math.floor(at.getTime() / 1000)}\n${text}`
  return witness.suite.isSigned(Buffer.from(signed), signature, witness.publicKey)
}

/** Whether a key of the log signed the text of this note. */
export function isSignedByLog(note: ReadCheckpoint, { suite, publicKey }: PublicKey): boolean {
  const signed = note.own.slice(note.text.length).trim().split(' ')[2] ?? ''
  const signature = Buffer.from(signed, 'base64').subarray(KEY_HASH_BYTES)
  return suite.isSigned(Buffer.from(note.text), signature, publicKey)
}
