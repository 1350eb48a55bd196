import { type EdgeKind, propertiesOf, type Vocabulary } from '../../kinds/index.ts'
import type { ColumnGuess } from './column.ts'
import { type Draft, KEY, ofRole, type Thing, TRIM } from './draft.ts'

/** Edges that are meant when a row names a thing of another kind and no title says more. */
const USUAL: Readonly<Record<string, string>> = {
  product: 'makes',
  technology: 'makes',
  stage: 'belongsToStage',
  chain: 'belongsToChain',
  division: 'locatedIn',
  park: 'locatedIn',
  industryClass: 'classifiedAs',
  officeHolder: 'leads',
  governmentBody: 'governs',
  firm: 'leads',
}

/** Names of things that the row numbers too: product_id beside product_name. */
export function numberedKinds(
  guesses: readonly ColumnGuess[],
  found: { key: ColumnGuess | null; kind: string },
): ReadonlyMap<ColumnGuess, ColumnGuess> {
  const names = new Map<ColumnGuess, ColumnGuess>()
  for (const key of ofRole(guesses, 'key')) {
    if (key === found.key || key.means.role !== 'key' || key.means.kind === found.kind) continue
    const { kind } = key.means
    const name = guesses.find(({ means }) => means.role === 'name' && means.kind === kind)
    if (name !== undefined && !names.has(name)) names.set(name, key)
  }
  return names
}

export function nameFor(
  key: ColumnGuess,
  numbered: ReadonlyMap<ColumnGuess, ColumnGuess>,
): ColumnGuess | null {
  for (const [name, own] of numbered) if (own === key) return name
  return null
}

export function addEdge(
  draft: Draft,
  found: ColumnGuess,
  subject: Thing,
  vocabulary: Vocabulary,
  naming: ColumnGuess | null,
): void {
  const { means } = found
  if (means.role === 'key' && means.kind === subject.kind) {
    addOtherKey(draft, found, subject, vocabulary)
    return
  }
  if (means.role !== 'edge' && means.role !== 'name' && means.role !== 'key') return
  const edge = vocabulary.edges.get(means.role === 'edge' ? means.edge : (USUAL[means.kind] ?? ''))
  if (edge === undefined) return
  const kind = otherEnd(edge, subject.kind, means.kind, means.role === 'edge')
  if (kind === null) return
  const thing = linkedThing(draft, found, kind.kind)
  const name = naming === null ? thing.code : `{${draft.field('name', naming, { steps: TRIM })}}`
  // A code of the table's own list is its name unless another column names it.
  if (thing.scheme.startsWith('list:'))
    draft.claim({ subject: thing, property: 'name', text: name })
  if (kind.isReversed) draft.claim({ subject: thing, property: edge.id, object: subject })
  else draft.claim({ subject, property: edge.id, object: thing })
}

/** A firm with two codes is known by the stronger one; the other is a property of it. */
function addOtherKey(
  draft: Draft,
  found: ColumnGuess,
  subject: Thing,
  vocabulary: Vocabulary,
): void {
  const scheme = found.means.role === 'key' ? found.means.scheme : ''
  const own = propertiesOf(vocabulary, subject.kind).find((property) => property.scheme === scheme)
  if (own === undefined) return
  const field = draft.field(own.id, found, { steps: KEY, else: 'hold-cell' })
  draft.claim({ subject, property: own.id, text: `{${field}}` })
}

/** The kind at the other end, and whether the row's subject is the object of the edge. */
function otherEnd(
  edge: EdgeKind,
  subject: string,
  wished: string,
  isTitled: boolean,
): { kind: string; isReversed: boolean } | null {
  if (edge.from.includes(subject) && edge.to.includes(wished))
    return { kind: wished, isReversed: false }
  if (edge.to.includes(subject) && edge.from.includes(wished))
    return { kind: wished, isReversed: true }
  // A title that names the edge says more than the kind that was guessed for its other end.
  if (!isTitled) return null
  if (edge.from.includes(subject)) return { kind: edge.to[0] ?? wished, isReversed: false }
  return edge.to.includes(subject) ? { kind: edge.from[0] ?? wished, isReversed: true } : null
}

function linkedThing(draft: Draft, found: ColumnGuess, kind: string): Thing {
  const split = found.split === null ? [] : [{ split: { on: found.split } }]
  if (kind === 'division') {
    const steps = [...KEY, { lookup: { table: 'division', else: 'hold' as const } }]
    const field = draft.field('place', found, { steps, else: 'hold-cell' })
    return { kind, scheme: 'division', code: `{${field}}` }
  }
  const field = draft.field(kind, found, { steps: [...KEY, ...split] })
  if (found.means.role !== 'key') return draft.named(kind, field)
  return { kind, scheme: draft.schemeOf(found.means.scheme), code: `{${field}}` }
}
