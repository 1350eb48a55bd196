import { isCosignedBy, readCosigned } from './cosigned.ts'
import type { Findings } from './finding.ts'
import {
  bytesOf,
  countOf,
  hashesOf,
  inside,
  type Json,
  type JsonObject,
  listAt,
  textAt,
} from './json.ts'
import { isSignedBy, type Key, type Note, readNote } from './note.ts'
import type { Opened } from './open.ts'
import type { Hash } from './suite.ts'
import { beginsWith, type TreeHead } from './tree.ts'

/** What the caller trusts, and knows from before. */
export interface Trusted {
  /** The key by which checkpoints must be signed; null trusts the bundle's own. */
  readonly key: Key | null
  /** A checkpoint that was kept, as its signed note. */
  readonly checkpoint: string | null
  /** The proof from the older of the two to the newer, as `/api/log/consistency` answers it. */
  readonly consistency: string | null
  /** Who else looks at the log, and how many of them must have cosigned the kept checkpoint. */
  readonly witnesses: readonly Key[]
  readonly needed: number
}

/** The tree that a bundle is proved against, and the one from when its list was signed. */
export interface Heads {
  readonly head: Note | null
  readonly older: Note | null
  /** The key that signed the head. */
  readonly key: Key | null
  /** Names of the witnesses that vouch for the head. */
  readonly witnesses: readonly string[]
}

/** Reads the checkpoints and keys of a bundle, and checks them against each other and what is trusted. */
export function checkHeads(opened: Opened, trusted: Trusted, findings: Findings): Heads {
  const keys = opened.keys.flatMap((each): Key[] => {
    const raw = bytesOf(each.publicKey)
    const { suite } = opened
    return raw?.length === suite.keyBytes ? [{ suite, name: textAt(each, 'name'), raw }] : []
  })
  findings.check(
    keys.length === opened.keys.length && keys.length > 0,
    ...(['changed', '公钥', 'the public keys'] as const),
  )
  const head = signedNote(opened.checkpoint, '检查点', 'the checkpoint', keys, findings)
  const older =
    opened.older === ''
      ? null
      : signedNote(opened.older, '签发时的检查点', 'the checkpoint of the signing', keys, findings)
  const key = (head && keys.find((each) => isSignedBy(head, each))) ?? null
  const isUsed = (each: Key): boolean =>
    [head, older].some((note) => note !== null && isSignedBy(note, each))
  findings.check(keys.every(isUsed), 'changed', '多余的公钥', 'a public key that signed nothing')
  checkTrust([head, older], trusted.key, findings)
  checkOrigins(opened, [head, older], findings)
  checkGrowth(opened, head, older, findings)
  if (head !== null) checkKept(opened.suite.hash, head, older, trusted, keys, findings)
  const witnesses = head === null ? [] : checkWitnesses(head, trusted, findings)
  return { head, older, key, witnesses }
}

/**
 * Which witnesses cosigned a checkpoint that contains the head. Told by the kept one, since a bundle
 * is made before anybody could have cosigned what it rests on.
 */
function checkWitnesses(
  head: Note,
  { checkpoint, witnesses, needed }: Trusted,
  findings: Findings,
): string[] {
  const kept = checkpoint === null ? null : readCosigned(checkpoint)
  const contains = kept !== null && kept.note.size >= head.size
  const found = witnesses.filter((key) => contains && isCosignedBy(kept, key))
  const names = found.map(({ name }) => name)
  const zh = `见证的会签：所需 ${needed}，有 ${names.length}`
  const en = `cosignatures of witnesses: ${needed} needed, ${names.length} found`
  findings.check(names.length >= needed, 'missing', zh, en)
  return names
}

function signedNote(
  text: string,
  zh: string,
  en: string,
  keys: readonly Key[],
  findings: Findings,
): Note | null {
  const note = readNote(text)
  if (note === null) {
    findings.add(text === '' ? 'missing' : 'changed', zh, en)
    return null
  }
  const isSigned = keys.some((key) => isSignedBy(note, key))
  findings.check(isSigned, 'changed', `${zh}的签名`, `the signature of ${en}`)
  return note
}

function checkTrust(notes: readonly (Note | null)[], key: Key | null, findings: Findings): void {
  if (key === null) return
  const isTrusted = notes.every((note) => note === null || isSignedBy(note, key))
  findings.check(
    isTrusted,
    'unknown-key',
    '签名不出自所信任的公钥',
    'the signature is not by the key that is trusted',
  )
}

function checkOrigins(
  { manifest }: Opened,
  notes: readonly (Note | null)[],
  findings: Findings,
): void {
  const isOne = notes.every((note) => note === null || note.origin === manifest.origin)
  findings.check(isOne, 'changed', '检查点所属的记录', 'the log of which a checkpoint speaks')
}

const FORK = [
  'forked',
  '两个检查点不出自同一棵树',
  'two checkpoints that are not of one tree',
] as const

function checkGrowth(
  { consistency, suite }: Opened,
  head: Note | null,
  older: Note | null,
  findings: Findings,
): void {
  if (head === null) return
  const hashes = hashesOf(consistency)
  if (older === null) {
    const isEmpty = consistency.length === 0
    findings.check(
      isEmpty,
      'changed',
      '多余的增长证明',
      'a proof of growth that belongs to nothing',
    )
    return
  }
  const isGrown =
    hashes !== null && older.size < head.size && beginsWith(suite.hash, older, head, hashes)
  findings.check(isGrown, ...FORK)
}

/** Compares the head with a checkpoint that somebody kept. */
function checkKept(
  hash: Hash,
  head: Note,
  older: Note | null,
  { checkpoint, consistency, key }: Trusted,
  keys: readonly Key[],
  findings: Findings,
): void {
  if (checkpoint === null) return
  const kept = readCosigned(checkpoint)?.note ?? null
  const known = key === null ? keys : [key]
  if (kept === null || kept.origin !== head.origin) {
    findings.add(
      'changed',
      '所给的检查点不属于这一记录',
      'the given checkpoint, which is of another log',
    )
    return
  }
  if (!known.some((each) => isSignedBy(kept, each))) {
    const zh = '所给检查点的签名不出自这一公钥'
    findings.add('unknown-key', zh, 'the signature of the given checkpoint is by another key')
  }
  const same = [head, older].find((note) => note?.size === kept.size)
  if (same !== undefined && same !== null) {
    findings.check(Buffer.from(same.root).equals(kept.root), ...FORK)
    return
  }
  const hashes = proofBetween(kept, head, parsed(consistency))
  if (hashes === null) {
    const zh = '从所给检查点到这一检查点的增长证明（--consistency）'
    findings.add(
      'missing',
      zh,
      'the proof of growth from the given checkpoint to this one (--consistency)',
    )
    return
  }
  const [first, second] = kept.size < head.size ? [kept, head] : [head, kept]
  findings.check(beginsWith(hash, first, second, hashes), ...FORK)
}

/** An answer of the interface, however it is spelled. */
function parsed(answer: string | null): JsonObject {
  try {
    return inside({ proof: JSON.parse(answer ?? '{}') as Json }, 'proof')
  } catch {
    return {}
  }
}

/** The hashes of a proof between just these two sizes. */
function proofBetween(one: TreeHead, other: TreeHead, proof: JsonObject): Buffer[] | null {
  const sizes = [one.size, other.size].sort((a, b) => (a < b ? -1 : 1))
  const isTheirs = countOf(proof.from) === sizes[0] && countOf(proof.size) === sizes[1]
  return isTheirs ? hashesOf(listAt(proof, 'hashes')) : null
}
