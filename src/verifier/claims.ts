import type { Entry } from './entries.ts'
import type { Findings } from './finding.ts'
import {
  countOf,
  hashesOf,
  inside,
  type Json,
  type JsonObject,
  listAt,
  spelled,
  textAt,
} from './json.ts'
import type { Opened } from './open.ts'
import { type Hash, sha256 } from './suite.ts'
import { isIncluded, leafOf } from './tree.ts'

/** The name-based id over some parts: 122 bits of SHA-256 in the form of a UUID of version 8. */
function idOver(...parts: readonly string[]): string {
  const text = parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join('')
  const hex = sha256(text).toString('hex')
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3)
  const groups = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`]
  return [...groups, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}

const bytesOfId = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

/** Checks that each claim is what its id was made of, stands in its source, and was published. */
export function checkClaims(opened: Opened, entries: readonly Entry[], findings: Findings): void {
  const { claims, sources, manifest } = opened
  const ids = claims.map((claim) => textAt(claim, 'id'))
  checkOrder(ids, 'claims.jsonl', findings)
  for (const claim of claims) {
    const isOwn = idOfClaim(claim, String(manifest.tenant)) === claim.id
    findings.check(isOwn, 'changed', '一条陈述的内容', 'what a claim says')
  }
  const known = new Set(sources.map((source) => textAt(source, 'id')))
  const used = new Set(claims.map((claim) => textAt(claim, 'source')))
  checkOrder([...known], 'sources.jsonl', findings)
  const isThere = [...used].every((id) => known.has(id))
  findings.check(isThere, 'missing', '一条陈述的来源', 'the source of a claim')
  const isUsed = known.size === sources.length && [...known].every((id) => used.has(id))
  findings.check(isUsed, 'changed', '多余的来源', 'a source that belongs to nothing')
  checkQuotes(opened, findings)
  checkBatches(opened, entries, findings)
}

function checkOrder(ids: readonly string[], name: string, findings: Findings): void {
  const isOrdered = ids.every((id, at) => at === 0 || (ids[at - 1] ?? '') < id)
  findings.check(isOrdered, 'changed', `${name} 的次序`, `the order of ${name}`)
}

function idOfClaim(claim: JsonObject, tenant: string): string {
  const { operator, number, low, high, unit, printed, object } = claim
  const locator = inside(claim, 'locator')
  const place = ['sheet', 'page', 'row', 'cells', 'start', 'end'].map(
    (name) => locator[name] ?? null,
  )
  const isMeasured = operator !== null
  const value: Json = isMeasured
    ? [object, operator, number, low, high, unit, printed].map((each) => each ?? null)
    : [object ?? null, printed ?? null]
  const validity = `${textAt(claim, 'validFrom')}/${textAt(claim, 'validTo')}`
  return idOver(
    ...[tenant, textAt(claim, 'source'), spelled(place), textAt(claim, 'reader')],
    ...[textAt(claim, 'subject'), textAt(claim, 'property'), spelled(value), validity],
  )
}

function checkQuotes({ claims, quotes }: Opened, findings: Findings): void {
  const byId = new Map(claims.map((claim) => [textAt(claim, 'id'), claim]))
  checkOrder(
    quotes.map((each) => textAt(each, 'claim')),
    'quotes.jsonl',
    findings,
  )
  for (const each of quotes) {
    const claim = byId.get(textAt(each, 'claim'))
    const isSame = claim?.quoteHash === idOver('quote', textAt(each, 'quote'))
    findings.check(isSame, 'changed', '一处原文', 'the words of a source')
  }
}

/** The tree of a batch as the log tells it. A root alone does not say of how many leaves it is. */
interface Told {
  readonly root: Buffer
  readonly size: bigint | null
}

/** Checks that claims were published with the batches that the log names, by their roots. */
function checkBatches(
  { claims, batches, batchProofs, suite }: Opened,
  entries: readonly Entry[],
  findings: Findings,
): void {
  const trees = new Map<string, Told>()
  for (const each of batches) {
    // Something else in the batch may not be told; the attested list of batches says so.
    if (each.entry === null) continue
    const entry = entries.find(({ body }) => body.id === each.entry)?.body
    const isOver = entry?.command === 'publish-batch' && inside(entry, 'input').batch === each.id
    findings.check(
      isOver,
      'missing',
      '一批数据的发布记录',
      'the entry by which a batch was published',
    )
    if (!isOver) continue
    const root = Buffer.from(textAt(entry, 'batchRoot'), 'hex')
    trees.set(textAt(each, 'id'), { root, size: countOf(inside(entry, 'input').claims) })
  }
  const proofs = new Map(batchProofs.map((proof) => [textAt(proof, 'claim'), proof]))
  checkOrder(
    batchProofs.map((proof) => textAt(proof, 'claim')),
    'proof/batches.jsonl',
    findings,
  )
  let proven = 0
  for (const claim of claims) {
    const tree = trees.get(textAt(claim, 'batch'))
    if (tree === undefined || claim.quoteHash === null) continue
    const proof = proofs.get(textAt(claim, 'id'))
    const [zh, en] = ['一条陈述在其批次中的位置', 'the place of a claim in its batch']
    if (proof === undefined) {
      // What waited for a person was not published with its batch.
      findings.check(claim.held === true, 'missing', zh, en)
      continue
    }
    proven += 1
    findings.check(isInBatch(suite.hash, claim, proof, tree), 'changed', zh, en)
  }
  const isUsed = proven === batchProofs.length
  findings.check(isUsed, 'changed', '多余的批次证明', 'a proof of a batch that belongs to nothing')
}

function isInBatch(hash: Hash, claim: JsonObject, proof: JsonObject, tree: Told): boolean {
  const [index, size] = [countOf(proof.leaf), countOf(proof.size)]
  const hashes = hashesOf(listAt(proof, 'proof'))
  if (index === null || size === null || size !== tree.size || hashes === null) return false
  if (Object.keys(proof).length !== 4) return false
  const ids = [textAt(claim, 'id'), textAt(claim, 'quoteHash')]
  const leaf = leafOf(hash, Buffer.concat(ids.map(bytesOfId)))
  return isIncluded(hash, leaf, { index, size }, tree.root, hashes)
}

/** Checks that every figure of the list leads to a claim or a computation that says the same. */
export function checkFigures(
  { list, claims, derivations, manifest }: Opened,
  findings: Findings,
): void {
  const told = new Map(claims.map((claim) => [textAt(claim, 'id'), claim]))
  const computed = new Map(derivations.map((each) => [textAt(each, 'id'), each]))
  for (const figure of figuresOf(list)) {
    const [form, id = ''] = textAt(figure, 'id').split('.')
    const ground = form === 'c' ? told.get(id) : computed.get(id)
    const [zh, en] = ['一个数字的依据', 'what a figure rests on']
    if (ground === undefined) findings.add('missing', zh, en)
    else {
      const isSame = form === 'c' ? saysSame(figure, ground) : figure.text === ground.output
      findings.check(isSame, 'changed', zh, en)
    }
  }
  for (const each of derivations) {
    const isWhole = isDerivation(each, told, String(manifest.tenant))
    findings.check(isWhole, 'changed', '一次推算', 'a computation')
  }
}

function figuresOf(list: JsonObject): JsonObject[] {
  return listAt(list, 'rows').flatMap((value) => {
    const row = inside({ value }, 'value')
    const cells = [...listAt(row, 'cells'), row.office ?? null]
    const figures = cells.flatMap((cell) => listAt(inside({ cell }, 'cell'), 'figures'))
    return [row.name ?? null, ...figures].map((figure) => inside({ figure }, 'figure'))
  })
}

/** A claim that relates two things prints nothing; the figure then names the other thing. */
function saysSame(figure: JsonObject, claim: JsonObject): boolean {
  const isPrinted = claim.printed === null || figure.text === claim.printed
  const isSameNumber = (['number', 'low', 'high'] as const).every(
    (name) => figure[name] === claim[name],
  )
  return isPrinted && isSameNumber && figure.unit === (claim.unit ?? '')
}

function isDerivation(
  derivation: JsonObject,
  told: ReadonlyMap<string, JsonObject>,
  tenant: string,
): boolean {
  const claims = listAt(derivation, 'claims')
  if (!claims.every((id) => typeof id === 'string' && told.has(id))) return false
  if (derivation.hidden !== 0) return derivation.snapshot === ''
  const snapshot = sha256([...claims].sort().join('\n')).toString('hex')
  const { algorithm, version, parameters, seed } = derivation
  const named = spelled({
    algorithm: algorithm ?? null,
    version: version ?? null,
    parameters: parameters ?? null,
    seed: seed ?? null,
  })
  return (
    derivation.snapshot === snapshot &&
    derivation.id === idOver(tenant, 'derivation', named, snapshot)
  )
}
