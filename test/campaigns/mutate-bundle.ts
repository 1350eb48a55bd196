/**
 * What may be done to a bundle by whoever wants it to say something else: bits turned, files and lines
 * dropped, swapped and taken from elsewhere, the end cut off, and a tree of another history put under
 * it. Each mutation is made from a seed and can be made again.
 */
import { createHash } from 'node:crypto'
import { bundleBytes } from '../../src/graph/bundle/archive.ts'
import {
  consistencyRanges,
  GrowingTree,
  inclusionRanges,
  type KeptPlace,
  type Range,
  rangeHash,
  type SigningKey,
  type Suite,
  saltedHash,
  signedCheckpoint,
} from '../../src/trust/log/index.ts'

type Kind = 'flip' | 'drop' | 'swap' | 'truncate' | 'repack' | 'forge' | 'fork'

/** A bundle that is no longer the one it was. */
export interface Mutation {
  readonly kind: Kind
  readonly what: string
  readonly bytes: Uint8Array
}

/** Numbers below a bound, the same for the same seed. */
export type Chance = (below: number) => number

export function chanceOf(seed: string): Chance {
  let count = 0
  return (below) => {
    count += 1
    const digest = createHash('sha256').update(`${seed}:${count}`).digest()
    return digest.readUIntBE(0, 6) % below
  }
}

interface File {
  name: string
  text: string
}

/** The files of a bundle, which are stored as they are. */
export function filesIn(bytes: Uint8Array): File[] {
  const all = Buffer.from(bytes)
  const files: File[] = []
  for (let at = 0; all.readUInt32LE(at) === 0x04034b50; ) {
    const size = all.readUInt32LE(at + 18)
    const begin = at + 30 + all.readUInt16LE(at + 26)
    const name = all.subarray(at + 30, begin).toString()
    files.push({ name, text: all.subarray(begin, begin + size).toString() })
    at = begin + size
  }
  return files
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Makes the manifest fit its files again, as a forger would who knows the format. */
function refitted(files: readonly File[]): File[] {
  const [manifest, ...others] = files
  if (manifest?.name !== 'manifest.json') return [...files]
  const told = JSON.parse(manifest.text) as { files: { name: string }[] }
  told.files = told.files.map(({ name }) => {
    const text = others.find((file) => file.name === name)?.text ?? ''
    return { bytes: Buffer.byteLength(text), name, sha256: sha256(text) }
  })
  return [{ name: manifest.name, text: `${JSON.stringify(sorted(told))}\n` }, ...others]
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([name, each]) => [name, sorted(each)]))
}

function flipped(bytes: Uint8Array, chance: Chance): Mutation {
  const copy = Uint8Array.from(bytes)
  const at = chance(copy.length)
  const bit = chance(8)
  copy[at] = (copy[at] ?? 0) ^ (1 << bit)
  return { kind: 'flip', what: `bit ${bit} of byte ${at}`, bytes: copy }
}

function truncated(bytes: Uint8Array, chance: Chance): Mutation {
  const size = chance(bytes.length)
  return { kind: 'truncate', what: `after ${size} bytes`, bytes: bytes.slice(0, size) }
}

/** A file goes, or a line of one. */
function dropped(files: readonly File[], chance: Chance): Mutation {
  const at = chance(files.length)
  const file = files[at] ?? { name: '', text: '' }
  const lines = file.text.split('\n').slice(0, -1)
  if (lines.length < 2 || chance(3) === 0) {
    const left = files.filter((_, each) => each !== at)
    return { kind: 'drop', what: `the file ${file.name}`, bytes: bundleBytes(refitted(left)) }
  }
  const line = chance(lines.length)
  const text = lines
    .filter((_, each) => each !== line)
    .map((each) => `${each}\n`)
    .join('')
  const left = files.map((each, place) => (place === at ? { ...each, text } : each))
  const what = `line ${line} of ${file.name}`
  return { kind: 'drop', what, bytes: bundleBytes(refitted(left)) }
}

function swapped(files: readonly File[], chance: Chance): Mutation {
  const long = files.filter(({ text }) => text.split('\n').length > 2)
  const file = long[chance(long.length)] ?? { name: '', text: '' }
  const lines = file.text.split('\n').slice(0, -1)
  const one = chance(lines.length)
  const other = (one + 1 + chance(lines.length - 1)) % lines.length
  ;[lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? '']
  const text = lines.map((each) => `${each}\n`).join('')
  const left = files.map((each) => (each.name === file.name ? { ...each, text } : each))
  const what = `lines ${one} and ${other} of ${file.name}`
  return { kind: 'swap', what, bytes: bundleBytes(refitted(left)) }
}

/** Two files change places in the container, or a file comes that does not belong. */
function repacked(files: readonly File[], chance: Chance): Mutation {
  if (chance(2) === 0) {
    const more = { name: `note-${chance(100)}.txt`, text: '附注' }
    return { kind: 'repack', what: 'a file more', bytes: bundleBytes([...files, more]) }
  }
  const one = chance(files.length)
  const moved = files.filter((_, at) => at !== one)
  const file = files[one]
  const to = (one + 1 + chance(files.length - 1)) % files.length
  const bytes = bundleBytes(file === undefined ? moved : moved.toSpliced(to, 0, file))
  return { kind: 'repack', what: `file ${one} at ${to}`, bytes }
}

/** Places of characters that stand in a value of JSON, a digit or a letter of a quoted word. */
function forged(files: readonly File[], chance: Chance): Mutation {
  const told = files.filter(({ text }) => /\p{L}|\d/u.test(text))
  const file = told[chance(told.length)] ?? { name: '', text: '' }
  const places = [...file.text.matchAll(/[0-9]|\p{Script=Han}/gu)].map(({ index }) => index)
  const at = places[chance(places.length)] ?? 0
  const now = file.text.charAt(at)
  const other = /[0-9]/.test(now)
    ? String((Number(now) + 1 + chance(9)) % 10)
    : now === '甲'
      ? '乙'
      : '甲'
  const text = file.text.slice(0, at) + other + file.text.slice(at + 1)
  const left = files.map((each) => (each.name === file.name ? { ...each, text } : each))
  const what = `${now} to ${other} at ${at} of ${file.name}`
  return { kind: 'forge', what, bytes: bundleBytes(refitted(left)) }
}

interface Line {
  body: string
  leaf: number
  proof: string[]
  salt: string
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** A tree of so many leaves, of which some are given, with proofs of whatever is asked of it. */
function anotherTree(
  { tree: by }: Suite,
  size: number,
  given: ReadonlyMap<number, Uint8Array>,
  noise: number,
) {
  const tree = new GrowingTree(by)
  const kept = new Map<string, Uint8Array>()
  for (let leaf = 0; leaf < size; leaf += 1) {
    const hash = given.get(leaf) ?? by.leaf(Buffer.from(`${noise} ${leaf}`))
    kept.set(`0/${leaf}`, hash)
    for (const each of tree.addHash(hash)) kept.set(`${each.height}/${each.ordinal}`, each.hash)
  }
  const hashAt = ({ height, ordinal }: KeptPlace) => kept.get(`${height}/${ordinal}`) ?? by.empty()
  const prove = (ranges: readonly Range[]): string[] =>
    ranges.map((range) => base64(rangeHash(by, range, hashAt)))
  return { root: tree.root(), prove }
}

/**
 * The house itself tells another history: with its own key it signs a new tree that holds the same
 * entries among others, and proves everything in it. Only the checkpoint of the signing gives it away.
 */
function forked(files: readonly File[], chance: Chance, key: SigningKey): Mutation {
  const text = (name: string): string => files.find((file) => file.name === name)?.text ?? ''
  const [origin = '', told = '0'] = text('proof/checkpoint.txt').split('\n')
  const older = Number(text('proof/checkpoint-of-signing.txt').split('\n')[1])
  const size = Number(told) + chance(5)
  const lines = text('proof/entries.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
  const hashOf = ({ salt, body }: Line): Uint8Array =>
    key.suite.tree.leaf(saltedHash(key.suite, Buffer.from(salt, 'base64'), body))
  const given = new Map(lines.map((line) => [line.leaf, hashOf(line)]))
  const { root, prove } = anotherTree(key.suite, size, given, chance(2 ** 40))
  const entries = lines.map((line) => ({ ...line, proof: prove(inclusionRanges(line.leaf, size)) }))
  const made: Record<string, string> = {
    'proof/checkpoint.txt': signedCheckpoint({ origin, size, root }, key),
    'proof/consistency.json': `${JSON.stringify(prove(consistencyRanges(older, size)))}\n`,
    'proof/entries.jsonl': entries.map((line) => `${JSON.stringify(sorted(line))}\n`).join(''),
  }
  const left = files.map(({ name, text: own }) => ({ name, text: made[name] ?? own }))
  return { kind: 'fork', what: `another tree of ${size}`, bytes: bundleBytes(left) }
}

/** A mutation of every kind in turn; one that changes nothing is made again. */
export function mutationOf(bytes: Uint8Array, at: number, seed: string, key: SigningKey): Mutation {
  const chance = chanceOf(`${seed} ${at}`)
  const files = filesIn(bytes)
  const makers = [
    ...[() => flipped(bytes, chance), () => flipped(bytes, chance)],
    ...[() => dropped(files, chance), () => swapped(files, chance)],
    ...[() => truncated(bytes, chance), () => repacked(files, chance)],
    ...[() => forged(files, chance), () => forked(files, chance, key)],
  ]
  const make = makers[at % makers.length]
  for (;;) {
    const mutation = make?.()
    if (mutation === undefined) throw new Error('no mutation')
    if (!Buffer.from(mutation.bytes).equals(Buffer.from(bytes))) return mutation
  }
}
