import type { Uuid } from '../../base/index.ts'
import type { ComputedFigure } from '../figures/index.ts'
import type { Candidate } from './candidates.ts'
import type { ListDefinition } from './definition.ts'
import { computedIn, inOrder, type Judged, judge, newRow, numbered, rowOf } from './entry.ts'
import { candidatesAmong, candidatesOf, type ListGround } from './ground.ts'
import { type ListKnowledge, labelIn } from './knowledge.ts'
import type { Curation, RowContent, StoredRow } from './model.ts'
import { findNamed } from './named.ts'
import { LIST_ROWS_MAX } from './version-store.ts'
import { tooMany } from './words.ts'

/** A list as its rule, its file and what persons added make it, before it is kept. */
export interface Drawn {
  readonly rows: readonly StoredRow[]
  readonly computed: readonly ComputedFigure[]
  readonly candidates: number
  readonly undecided: number
}

/**
 * Draws a list: judges every candidate, adds what the file names, and carries over what persons
 * added or took out.
 * Problem: `too-large` for more rows than one version holds.
 */
export async function draw(
  knowledge: ListKnowledge,
  ground: ListGround,
  definition: ListDefinition,
  curations: ReadonlyMap<Uuid, Curation>,
): Promise<Drawn> {
  const entering: Judged[] = []
  let candidates = 0
  let undecided = 0
  for await (const page of candidatesOf(ground, definition)) {
    candidates += page.length
    for (const judged of page.map((candidate) => judge(definition, candidate))) {
      if (judged.outcome === 'unknown') undecided += 1
      if (judged.outcome === 'holds') entering.push(judged)
    }
    if (entering.length > LIST_ROWS_MAX) throw tooMany(LIST_ROWS_MAX)
  }
  const named = await findNamed(ground, definition)
  const computed: ComputedFigure[] = []
  const keep = (judged: Judged, entered: RowContent['entered']): StoredRow => {
    const { id } = judged.candidate
    const made = madeRow(knowledge, definition, judged, entered)
    computed.push(...made.computed)
    const pack = named.found.get(id)?.pack
    const content = pack === undefined ? made.content : { ...made.content, pack }
    return newRow(id, content, curations.get(id) ?? null)
  }
  const rows = inOrder(definition.file.sort, entering).map((judged) => keep(judged, 'rule'))
  const present = new Set(rows.map(({ thing }) => thing))
  for (const [thing, { candidate }] of named.found) {
    if (present.has(thing)) continue
    rows.push(keep(judge(definition, candidate), 'pack'))
    present.add(thing)
  }
  const added = [...curations].filter(([thing, { act }]) => act === 'add' && !present.has(thing))
  const things = added.map(([thing]) => thing)
  for (const candidate of (await candidatesAmong(ground, definition, things)).values()) {
    rows.push(keep(judge(definition, candidate), 'person'))
  }
  return { rows: numbered(rows), computed, candidates, undecided }
}

/** What a row holds, with the computed figures that it cites. */
export function madeRow(
  knowledge: ListKnowledge,
  definition: ListDefinition,
  judged: { readonly candidate: Candidate; readonly conditions: Judged['conditions'] },
  entered: RowContent['entered'],
) {
  const content = rowOf(definition, judged, entered, (name) => labelIn(knowledge, name))
  return { content, computed: computedIn(content, judged.candidate) }
}
