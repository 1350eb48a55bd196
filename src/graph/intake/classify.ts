import type { Uuid } from '../../base/index.ts'
import type { Chunk, ClaimMark, Counts, MappedRow, Outcome, RowRange, RowReason } from './model.ts'
import { NO_COUNTS } from './model.ts'
import { possibleMatch } from './words.ts'

/** What is held already of what a chunk speaks of. */
export interface Held {
  /**
   * Claims that are stored: the same statement from the same place, each with whether its batch
   * stands. What an import that broke off left behind, or what was taken back, is not held.
   */
  readonly claims: ReadonlyMap<Uuid, boolean>
  /** Printed values by subject, property and begin of validity. */
  readonly values: ReadonlyMap<string, readonly string[]>
  /** Printed quantities of relations by subject, property and object. */
  readonly edges: ReadonlyMap<string, readonly (string | null)[]>
  /** Other things that carry the same name, by subject. */
  readonly namesakes: ReadonlyMap<Uuid, { readonly id: Uuid; readonly name: string }>
}

export function valueKey(subject: Uuid, property: string, from: string | null): string {
  return `${subject} ${property} ${from ?? ''}`
}

export function edgeKey(subject: Uuid, property: string, object: Uuid): string {
  return `${subject} ${property} ${object}`
}

type Comparison = 'new' | 'changed' | 'same'

function compareClaim(claim: ClaimMark, held: Held): Comparison {
  if (held.claims.get(claim.id) === true) return 'same'
  const others =
    claim.object === null
      ? held.values.get(valueKey(claim.subject, claim.property, claim.valid_from))
      : held.edges.get(edgeKey(claim.subject, claim.property, claim.object))
  if (others === undefined) return 'new'
  return others.some((printed) => printed === claim.printed) ? 'same' : 'changed'
}

function outcomeOf(row: MappedRow, chunk: Chunk, held: Held): Outcome {
  if (row.outcome !== 'ok') return row.outcome
  const claims = row.claims.flatMap((at) => chunk.claims[at] ?? [])
  const compared = claims.map((claim) => compareClaim(claim, held))
  if (compared.includes('changed')) return 'changed'
  if (!compared.includes('new')) return 'same'
  return claims.some(({ subject }) => held.namesakes.has(subject)) ? 'possible' : 'new'
}

function reasonsOf(row: MappedRow, outcome: Outcome, chunk: Chunk, held: Held): RowReason[] {
  if (outcome !== 'possible') return [...row.reasons]
  const subjects = row.claims.flatMap((at) => chunk.claims[at]?.subject ?? [])
  return [...new Set(subjects)].flatMap((subject) => {
    const namesake = held.namesakes.get(subject)
    return namesake === undefined ? [] : [possibleMatch(namesake.name, namesake.id)]
  })
}

/**
 * What became of each row of a chunk, consecutive rows of one outcome drawn together. A row is
 * `same` when all that it says is held already, `changed` when it says otherwise of something that
 * is held, `possible` when it names a new thing like one that is there under another key.
 */
export function classifyRows(chunk: Chunk, held: Held): RowRange[] {
  return joinRanges(
    chunk.rows.map((row) => {
      const outcome = outcomeOf(row, chunk, held)
      const { sheet, row: first, cells } = row
      const reasons = reasonsOf(row, outcome, chunk, held)
      return { sheet, first, last: first, outcome, reasons, cells }
    }),
  )
}

/** Draws neighbouring stretches of one outcome together, where no reason tells them apart. */
export function joinRanges<Range extends RowRange>(ranges: readonly Range[]): Range[] {
  const joined: Range[] = []
  for (const range of ranges) {
    const last = joined.at(-1)
    const continues =
      last !== undefined &&
      last.outcome === range.outcome &&
      last.sheet === range.sheet &&
      last.last + 1 === range.first &&
      range.reasons.length + last.reasons.length === 0
    if (continues) joined[joined.length - 1] = { ...range, first: last.first }
    else joined.push(range)
  }
  return joined
}

/** Adds the rows of some ranges to the counts of a batch. */
export function addCounts(counts: Counts, ranges: readonly RowRange[], claims: number): Counts {
  const sum: Record<keyof Counts, number> = { ...NO_COUNTS, ...counts }
  sum.claims += claims
  for (const { outcome, first, last } of ranges) {
    sum[outcome] += last - first + 1
    sum.rows += last - first + 1
  }
  return sum
}
