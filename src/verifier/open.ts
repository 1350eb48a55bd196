import { type Container, readContainer } from './container.ts'
import type { Findings } from './finding.ts'
import {
  inside,
  type Json,
  type JsonObject,
  listAt,
  objectOf,
  readJson,
  readLines,
  textAt,
} from './json.ts'
import { INTL, type Suite, sha256, suiteNamed } from './suite.ts'

/** What a bundle tells, each of them named and hashed in the manifest. */
const CONTENT = {
  list: 'list.json',
  claims: 'claims.jsonl',
  quotes: 'quotes.jsonl',
  sources: 'sources.jsonl',
  derivations: 'derivations.jsonl',
  hidden: 'hidden.json',
  signatures: 'signatures.json',
  batches: 'batches.json',
} as const

/** What proves it; each of them is checked by what it says. */
const PROOF = {
  checkpoint: 'proof/checkpoint.txt',
  older: 'proof/checkpoint-of-signing.txt',
  consistency: 'proof/consistency.json',
  keys: 'proof/keys.json',
  entries: 'proof/entries.jsonl',
  batchProofs: 'proof/batches.jsonl',
} as const

/** The files of a bundle in their one order. */
const NAMES: readonly string[] = [
  'manifest.json',
  ...Object.values(CONTENT),
  ...Object.values(PROOF),
]

/** A bundle taken apart; what is damaged is empty here, and told among the findings. */
export interface Opened {
  readonly manifest: JsonObject
  /** The one that the manifest names. */
  readonly suite: Suite
  /** SHA-256 over the manifest, hexadecimal. */
  readonly manifestHash: string
  readonly list: JsonObject
  readonly claims: readonly JsonObject[]
  readonly quotes: readonly JsonObject[]
  readonly sources: readonly JsonObject[]
  readonly derivations: readonly JsonObject[]
  readonly signatures: readonly JsonObject[]
  readonly batches: readonly JsonObject[]
  readonly checkpoint: string
  readonly older: string
  readonly consistency: readonly Json[]
  readonly keys: readonly JsonObject[]
  readonly entries: readonly JsonObject[]
  readonly batchProofs: readonly JsonObject[]
}

/** Takes a bundle apart and checks that every byte is where the format has it. */
export function openBundle(bytes: Buffer, findings: Findings): Opened {
  const container = readContainer(bytes)
  const files = filesOf(container, findings)
  const text = (name: string): string => files.get(name)?.toString('utf8') ?? ''
  const json = (name: string): Json => {
    const value = files.has(name) ? readJson(text(name)) : null
    if (value === undefined) findings.add('changed', `${name} 的写法`, `the spelling of ${name}`)
    return value ?? null
  }
  const lines = (name: string): JsonObject[] => {
    const value = readLines(text(name))
    if (value === undefined) findings.add('changed', `${name} 的写法`, `the spelling of ${name}`)
    return value ?? []
  }
  const objects = (name: string): JsonObject[] =>
    listAt({ all: json(name) }, 'all').map((each) => objectOf(each) ?? {})
  const manifest = inside({ manifest: json('manifest.json') }, 'manifest')
  checkManifest(manifest, files, findings)
  json(CONTENT.hidden)
  return {
    manifest,
    suite: suiteNamed(manifest.suite) ?? INTL,
    manifestHash: sha256(files.get('manifest.json') ?? '').toString('hex'),
    list: inside({ list: json(CONTENT.list) }, 'list'),
    claims: lines(CONTENT.claims),
    quotes: lines(CONTENT.quotes),
    sources: lines(CONTENT.sources),
    derivations: lines(CONTENT.derivations),
    signatures: objects(CONTENT.signatures),
    batches: objects(CONTENT.batches),
    checkpoint: text(PROOF.checkpoint),
    older: text(PROOF.older),
    consistency: listAt({ all: json(PROOF.consistency) }, 'all'),
    keys: objects(PROOF.keys),
    entries: lines(PROOF.entries),
    batchProofs: lines(PROOF.batchProofs),
  }
}

function filesOf({ parts, isExact }: Container, findings: Findings): Map<string, Buffer> {
  const files = new Map(parts.map(({ name, bytes }) => [name, bytes]))
  for (const name of NAMES) {
    findings.check(files.has(name), 'missing', `文件 ${name}`, `the file ${name}`)
  }
  const names = parts.map(({ name }) => name)
  for (const name of names.filter((each) => !NAMES.includes(each))) {
    findings.add('changed', `多出文件 ${name}`, `the file ${name}, which does not belong`)
  }
  const isOrdered = names.length === NAMES.length && names.every((name, at) => name === NAMES[at])
  findings.check(isOrdered && isExact, 'changed', '容器的字节', 'bytes of the container')
  return files
}

function checkManifest(
  manifest: JsonObject,
  files: ReadonlyMap<string, Buffer>,
  findings: Findings,
): void {
  const { format, version, kind, suite } = manifest
  const isKnown = suiteNamed(suite) !== null
  const isOurs = format === 'lianshu-bundle' && version === 1 && kind === 'list' && isKnown
  findings.check(isOurs, 'changed', '格式与算法的标记', 'the marks of format and suite')
  const told = listAt(manifest, 'files').map((each) => objectOf(each) ?? {})
  const names = told.map((each) => textAt(each, 'name'))
  const expected = Object.values(CONTENT)
  const isWhole = names.length === expected.length && expected.every((n, at) => n === names[at])
  findings.check(isWhole, 'changed', '清点单所列的文件', 'the files that the manifest names')
  for (const each of told) {
    const name = textAt(each, 'name')
    const bytes = files.get(name)
    if (bytes === undefined) continue
    const isSame = sha256(bytes).toString('hex') === each.sha256 && bytes.length === each.bytes
    findings.check(isSame, 'changed', `文件 ${name}`, `the file ${name}`)
  }
}
