// What a witness looks at: whether a log only grew since the state that was cosigned last. It checks by
// the code of the verifier alone, which shares nothing with the program that signs the log.
import assert from 'node:assert'
import {
  beginsWith,
  cosignedText,
  cosignerHashOf,
  isSignedBy,
  type Key,
  readCosigned,
  suiteNamed,
} from '../verifier/index.ts'

export { type Key, readKey, witnessWordOf } from '../verifier/index.ts'

/** Why a checkpoint is not cosigned. */
export interface Refused {
  readonly state: 'unreadable' | 'unknown-key' | 'older' | 'unproved' | 'forked'
  /** The state that was cosigned last. */
  readonly last: string | null
}

/** `good`: nothing speaks against it. `text` is what is signed, `own` the note as the log signed it. */
export type Judged =
  | { readonly state: 'good'; readonly origin: string; readonly text: string; readonly own: string }
  | Refused

/** One look at a log. */
export interface Look {
  /** The checkpoint as its signed note. */
  readonly checkpoint: string
  /** The key by which the log must have signed it. */
  readonly key: Key
  /** Hashes that lead from the state that was cosigned last to this one. */
  readonly consistency: readonly Uint8Array[] | null
  readonly now: Date
}

/** Judges a checkpoint by the state of its log that was cosigned last; null where there is none. */
export function judge(
  lastOf: (origin: string) => string | null,
  { checkpoint, key, consistency }: Look,
): Judged {
  const read = readCosigned(checkpoint)
  if (read === null) return { state: 'unreadable', last: null }
  const { note } = read
  const last = lastOf(note.origin)
  if (!isSignedBy(note, key)) return { state: 'unknown-key', last }
  const known = last === null ? null : (readCosigned(last)?.note ?? null)
  const { origin, text } = note
  const own = checkpoint.split('\n').slice(0, 5).join('\n')
  const good = { state: 'good', origin, text, own: `${own}\n` } as const
  if (known === null) return good
  if (note.size < known.size) return { state: 'older', last }
  if (note.size === known.size) {
    return Buffer.from(note.root).equals(known.root) ? good : { state: 'forked', last }
  }
  if (consistency === null) return { state: 'unproved', last }
  const isGrown = beginsWith(key.suite.hash, known, note, consistency)
  return isGrown ? good : { state: 'forked', last }
}

/** The key of a witness as the verifier knows it. */
export function keyNamed(name: string, suiteName: string, publicKey: Uint8Array): Key {
  const suite = suiteNamed(suiteName)
  assert(suite !== null, 'the verifier knows every suite')
  return { suite, name, raw: Buffer.from(publicKey) }
}

/** The line by which a witness cosigns a text at that time. */
export function cosignatureLine(
  key: Key,
  sign: (message: Uint8Array) => Uint8Array,
  { text, now }: { readonly text: string; readonly now: Date },
): string {
  const seconds = BigInt(Math.floor(now.getTime() / 1000))
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(seconds)
  const signature = sign(cosignedText(text, seconds))
  const signed = Buffer.concat([cosignerHashOf(key), time, signature]).toString('base64')
  return `— ${key.name} ${signed}\n`
}
