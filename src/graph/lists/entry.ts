import { stableCompare, type Uuid, type Words } from '../../base/index.ts'
import type { ComputedFigure, Figure } from '../figures/index.ts'
import {
  explain,
  type Interval,
  type Outcome,
  REASONS,
  type RuleValue,
  type Unusable,
} from '../rules/index.ts'
import type { Candidate } from './candidates.ts'
import type { DefinitionFile, EntryRule, ListDefinition } from './definition.ts'
import type { Curation, ListCell, ListCondition, RowContent, StoredRow } from './model.ts'

/** A candidate with what became of the entry rule. */
export interface Judged {
  readonly candidate: Candidate
  /** `unknown`: no needed condition fails, and one is not known. Such a thing does not enter. */
  readonly outcome: Outcome
  readonly conditions: readonly ListCondition[]
}

/** Decides the entry rule for one thing. What is unknown is never true. */
export function judge(definition: ListDefinition, candidate: Candidate): Judged {
  const values = new Map([...candidate.named].map(([name, { value }]) => [name, value]))
  const conditions = definition.rules.map((rule) => conditionOf(rule, candidate, values))
  const needed = conditions.filter((condition) => condition.needed).map(({ outcome }) => outcome)
  const outcome = needed.includes('fails')
    ? 'fails'
    : needed.includes('unknown')
      ? 'unknown'
      : 'holds'
  return { candidate, outcome, conditions }
}

function conditionOf(
  { rule, words, needed }: EntryRule,
  candidate: Candidate,
  values: ReadonlyMap<string, RuleValue | Unusable>,
): ListCondition {
  const { outcome, conditions } = explain(rule, values)
  const reason = conditions.find((part) => part.outcome === 'unknown')?.reason ?? null
  const figures = rule.uses.flatMap((name) => candidate.named.get(name)?.figures ?? [])
  return {
    ...{ words, rule: rule.text, needed, outcome },
    reason: outcome === 'unknown' && reason !== null ? REASONS[reason] : null,
    actual: distinct(figures),
  }
}

function distinct(figures: readonly Figure[]): Figure[] {
  return [...new Map(figures.map((figure) => [figure.id, figure])).values()]
}

/** What a row shows and rests on. `labelOf` names what a figure is about. */
export function rowOf(
  { file }: Pick<ListDefinition, 'file'>,
  { candidate, conditions }: Pick<Judged, 'candidate' | 'conditions'>,
  entered: RowContent['entered'],
  labelOf: (name: string) => Words,
): RowContent {
  const chosen = new Map(
    file.columns.map(({ id, from = [] }) => [
      id,
      from.find((name) => (candidate.named.get(name)?.figures.length ?? 0) > 0) ?? null,
    ]),
  )
  const cells = file.columns.map(({ id, about, from = [] }): ListCell => {
    if (from.includes('kind')) {
      const words = labelOf(`kind:${candidate.kind}`)
      return { column: id, figures: [candidate.name], codes: [candidate.kind], words }
    }
    const name = chosen.get(about ?? id) ?? null
    const named = name === null ? undefined : candidate.named.get(name)
    const figures = named?.figures ?? []
    const words = about === undefined || name === null ? null : labelOf(name)
    return { column: id, figures, codes: named?.codes ?? figures.map(() => null), words }
  })
  const { kind, name, office } = candidate
  return { kind, name, entered, cells, conditions, office }
}

/** The computed figures that a row cites, with the claims that went into each. */
export function computedIn(content: RowContent, candidate: Candidate): ComputedFigure[] {
  return figuresOf(content).flatMap((figure) => {
    const claims = candidate.grounds.get(figure.id)
    return claims === undefined ? [] : [{ figure, claims }]
  })
}

/** Every figure of a row. */
export function figuresOf({ name, cells, conditions, office }: RowContent): Figure[] {
  return [
    name,
    ...cells.flatMap(({ figures }) => figures),
    ...conditions.flatMap(({ actual }) => actual),
    ...(office === null ? [] : [office]),
  ]
}

/** Whether a row cites any of some figures. */
export const citesAny = (content: RowContent, ids: Pick<ReadonlySet<string>, 'has'>): boolean =>
  figuresOf(content).some(({ id }) => ids.has(id))

/** The row with other ids of its figures; itself where it cites none that has another. */
export function withIds(content: RowContent, ids: ReadonlyMap<string, string>): RowContent {
  if (!citesAny(content, ids)) return content
  const turn = (figure: Figure): Figure => ({ ...figure, id: ids.get(figure.id) ?? figure.id })
  const { cells, conditions, office } = content
  return {
    ...content,
    name: turn(content.name),
    cells: cells.map((cell) => ({ ...cell, figures: cell.figures.map(turn) })),
    conditions: conditions.map((each) => ({ ...each, actual: each.actual.map(turn) })),
    office: office === null ? null : turn(office),
  }
}

type Sort = DefinitionFile['sort'][number]

/** The order of a list: as its definition says, what is unknown last, then by name. */
export function inOrder(sort: readonly Sort[], judged: readonly Judged[]): Judged[] {
  return judged.toSorted((one, other) => {
    for (const { by, descending } of sort) {
      const order = compareValues(valueAt(one, by), valueAt(other, by), descending)
      if (order !== 0) return order
    }
    const [a, b] = [one.candidate, other.candidate]
    return stableCompare(a.name.text, b.name.text) || stableCompare(a.id, b.id)
  })
}

const valueAt = ({ candidate }: Judged, name: string): number | string | null =>
  comparable(candidate.named.get(name)?.value ?? null)

function comparable(value: RuleValue | Unusable): number | string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return Number(value)
  if (value === null || Array.isArray(value) || !('lowOpen' in value)) return null
  const { low, high } = value as Interval
  return low === null && high === null ? null : Number(low ?? high)
}

function compareValues(
  one: number | string | null,
  other: number | string | null,
  descending: boolean,
): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  const order =
    typeof one === 'number' && typeof other === 'number'
      ? one - other
      : stableCompare(String(one), String(other))
  return descending ? -order : order
}

/** Rows in the list numbered from 1; those taken out keep their turn and have no place. */
export function numbered(rows: readonly StoredRow[]): StoredRow[] {
  let last = 0
  return rows.map((row) => {
    if (row.curation?.act === 'remove') return { ...row, place: null }
    last += 1
    return { ...row, place: last }
  })
}

/** A row as it is kept, before it has its place. */
export const newRow = (thing: Uuid, content: RowContent, curation: Curation | null): StoredRow => ({
  thing,
  place: null,
  content,
  curation,
})
