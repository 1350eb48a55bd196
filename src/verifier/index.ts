/**
 * The verifier of bundles: told the bytes, it says what matches, what was changed, what is missing,
 * and whether the log was forked, with no server and no network. It shares no code with the program
 * that makes bundles, so that a mistake there does not pass here; nothing but Node stands below it.
 * It shows that the log answers for what is told, not that what a source says is true.
 */
import { checkHeads } from './checkpoint.ts'
import { checkClaims, checkFigures } from './claims.ts'
import { looksLikeBundle } from './container.ts'
import { readWitness } from './cosigned.ts'
import { checkEntries, provenEntries } from './entries.ts'
import { type Finding, Findings } from './finding.ts'
import { type JsonObject, listAt } from './json.ts'
import { type Key, readKey, wordOf } from './note.ts'
import { openBundle } from './open.ts'

export {
  cosignedText,
  cosignerHashOf,
  readCosigned,
  witnessWordOf,
} from './cosigned.ts'
export type { Finding, FindingState } from './finding.ts'
export { isSignedBy, type Key, readKey } from './note.ts'
export { NoHash, suiteNamed } from './suite.ts'
export { beginsWith, isIncluded } from './tree.ts'

/** What is to be verified, and what is trusted. */
export interface Question {
  readonly bytes: Uint8Array
  /** The public key as one word; without it the bundle's own key is used, and nothing vouches for it. */
  readonly key?: string | undefined
  /** A checkpoint that was kept from before, as text. */
  readonly checkpoint?: string | undefined
  /** The proof from one to the other where they have different sizes, as JSON. */
  readonly consistency?: string | undefined
  /** Keys of the witnesses that are trusted, each as one word. */
  readonly witnesses?: readonly string[] | undefined
  /** How many of them must have cosigned the kept checkpoint; all of them unless said. */
  readonly needed?: number | undefined
}

export interface Verdict {
  /** False where the bytes do not even begin as a bundle. */
  readonly isBundle: boolean
  readonly isTrue: boolean
  /** What does not hold; empty where all of it does. */
  readonly faults: readonly Finding[]
  /** The key that signed, as one word; null where no signature was found right. */
  readonly key: string | null
  /** Whether the caller named that key. */
  readonly isKeyTrusted: boolean
  /** Names of the trusted witnesses that vouch for the tree. */
  readonly witnesses: readonly string[]
  /** What was counted. */
  readonly counts: { readonly rows: number; readonly claims: number; readonly entries: number }
  /** Leaves of the tree that it was proved against. */
  readonly size: number
  readonly origin: string
  /** Hashes and signatures by which it was proved: `intl` or `gm`. */
  readonly suite: string
}

/** A key that was given and is none. */
export class NoKey extends Error {}

/** Verifies a bundle. Throws NoKey where the given key is none, NoHash where Node lacks the suite. */
export function verifyBundle(question: Question): Verdict {
  const { bytes, key, checkpoint, consistency } = question
  const given = key === undefined ? null : readKey(key)
  if (key !== undefined && given === null) throw new NoKey(key)
  const witnesses = (question.witnesses ?? []).map(witnessOf)
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!looksLikeBundle(all)) return NO_BUNDLE
  const findings = new Findings()
  const opened = openBundle(all, findings)
  const trusted = {
    ...{ key: given, checkpoint: checkpoint ?? null, consistency: consistency ?? null },
    ...{ witnesses, needed: question.needed ?? witnesses.length },
  }
  const heads = checkHeads(opened, trusted, findings)
  const entries = provenEntries(opened, heads, findings)
  checkEntries(opened, heads, entries, findings)
  checkClaims(opened, entries, findings)
  checkFigures(opened, findings)
  const signer: Key | null = heads.key
  return {
    isBundle: true,
    isTrue: findings.isTrue,
    faults: findings.all(),
    key: signer === null ? null : wordOf(signer),
    isKeyTrusted: given !== null && signer !== null && wordOf(given) === wordOf(signer),
    witnesses: heads.witnesses,
    counts: { ...countsOf(opened.list), claims: opened.claims.length, entries: entries.length },
    size: Number(heads.head?.size ?? 0n),
    origin: heads.head?.origin ?? '',
    suite: opened.suite.name,
  }
}

function witnessOf(word: string): Key {
  const key = readWitness(word)
  if (key === null) throw new NoKey(word)
  return key
}

const countsOf = (list: JsonObject): { rows: number } => ({ rows: listAt(list, 'rows').length })

const NO_BUNDLE: Verdict = {
  ...{ isBundle: false, isTrue: false, faults: [], key: null, isKeyTrusted: false },
  witnesses: [],
  ...{ counts: { rows: 0, claims: 0, entries: 0 }, size: 0, origin: '', suite: '' },
}
