import type { Heads } from './checkpoint.ts'
import type { Findings } from './finding.ts'
import {
  bytesOf,
  countOf,
  hashesOf,
  inside,
  type JsonObject,
  listAt,
  objectOf,
  readJson,
  textAt,
} from './json.ts'
import type { Opened } from './open.ts'
import type { Hash } from './suite.ts'
import { isIncluded, leafOf, type TreeHead } from './tree.ts'

/** An entry of the log that was found in the tree. */
export interface Entry {
  readonly leaf: bigint
  readonly body: JsonObject
}

/** Entries in the tree, in their order; one that is not in it is told among the findings. */
export function provenEntries(opened: Opened, { head }: Heads, findings: Findings): Entry[] {
  let before = -1n
  return opened.entries.flatMap((line) => {
    const entry = head === null ? null : provenEntry(opened.suite.hash, line, head)
    const isNext = entry !== null && entry.leaf > before
    findings.check(
      isNext,
      'changed',
      '一条记录，或它在树中的位置',
      'an entry of the log, or its place',
    )
    if (entry === null || !isNext) return []
    before = entry.leaf
    return [entry]
  })
}

function provenEntry(hash: Hash, line: JsonObject, { size, root }: TreeHead): Entry | null {
  const leaf = countOf(line.leaf)
  const salt = bytesOf(line.salt)
  const proof = hashesOf(listAt(line, 'proof'))
  const text = textAt(line, 'body')
  const body = objectOf(readJson(`${text}\n`))
  if (leaf === null || salt?.length !== 32 || proof === null || body === undefined) return null
  if (Object.keys(line).length !== 4) return null
  const hashed = leafOf(hash, hash(salt, text))
  return isIncluded(hash, hashed, { index: leaf, size }, root, proof) ? { leaf, body } : null
}

const commandOf = ({ body }: Entry): string => textAt(body, 'command')

/** Checks that the log answers for what the bundle tells, and for who signed it. */
export function checkEntries(
  opened: Opened,
  { older }: Heads,
  entries: readonly Entry[],
  findings: Findings,
): void {
  const exports = entries.filter((entry) => commandOf(entry) === 'list.export')
  const exported = exports.find(({ body }) => isOverThis(opened, body))
  const zh = '记录中这次导出的一条，它为全部内容作答'
  const en = 'the entry of this export, by which the log answers for all that is told'
  findings.check(exported !== undefined, exports.length === 0 ? 'missing' : 'changed', zh, en)
  const signing = checkSignatures(opened, entries, findings)
  const latest = signing.reduce((last, { leaf }) => (leaf > last ? leaf : last), -1n)
  findings.check(
    older === null || (latest >= 0n && latest < older.size),
    ...(['changed', '签发时检查点的次序', 'the order of the checkpoint of the signing'] as const),
  )
  const batches = new Set(opened.batches.map((each) => textAt(each, 'entry')))
  const isNeeded = (entry: Entry): boolean =>
    entry === exported || signing.includes(entry) || batches.has(textAt(entry.body, 'id'))
  findings.check(
    entries.every(isNeeded),
    ...(['changed', '多余的记录', 'an entry that belongs to nothing'] as const),
  )
}

function isOverThis({ list, manifest, manifestHash }: Opened, body: JsonObject): boolean {
  const [input, output] = [inside(body, 'input'), inside(body, 'output')]
  return (
    output.sha256 === manifestHash &&
    input.format === 'bundle' &&
    input.audience === list.audience &&
    isOverList(list, input) &&
    body.tenant === manifest.tenant
  )
}

const isOverList = (list: JsonObject, input: JsonObject): boolean =>
  input.chain === inside(list, 'chain').id &&
  input.list === inside(list, 'list').id &&
  input.number === list.number

/** The entries of the two signing steps. */
function checkSignatures(
  { list, signatures }: Opened,
  entries: readonly Entry[],
  findings: Findings,
): Entry[] {
  const acts = signatures.map((each) => each.act)
  findings.check(
    acts.length === 2 && acts[0] === 'submit' && acts[1] === 'sign' && list.state === 'signed',
    ...(['missing', '送签与签发两步', 'the two steps of submission and signature'] as const),
  )
  const [submit, sign] = signatures
  findings.check(
    sign?.mode !== 'four-eyes' || submit?.by !== sign.by,
    ...(['changed', '两步不出自两人', 'the two steps, which are not of two people'] as const),
  )
  return signatures.flatMap((step) => {
    // Where a note may not be told, the review left the entry out, and the attested step says so.
    if (step.entry === null) return []
    const entry = entries.find(({ body }) => body.id === step.entry)
    const name = step.act === 'sign' ? '签发' : '送签'
    const zh = `${name}的记录`
    const en = `the entry of the ${step.act === 'sign' ? 'signature' : 'submission'}`
    if (entry === undefined) {
      findings.add('missing', zh, en)
      return []
    }
    findings.check(isStep(list, step, entry.body), 'changed', zh, en)
    return [entry]
  })
}

function isStep(list: JsonObject, step: JsonObject, body: JsonObject): boolean {
  const output = inside(body, 'output')
  const isSealed = step.act !== 'sign' || (output.seal === list.seal && output.state === 'signed')
  return (
    body.command === `list.${textAt(step, 'act')}` &&
    body.actor === step.by &&
    body.at === step.at &&
    isOverList(list, inside(body, 'input')) &&
    isSealed
  )
}
