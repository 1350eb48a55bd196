import { canonicalJson, type JsonValue, sha256Hex, type Uuid } from '../../base/index.ts'
import { type Figure, parseFigureId } from '../figures/index.ts'
import { figuresOf } from './entry.ts'
import type {
  CellChange,
  ListCell,
  ListCounts,
  ListRow,
  RowChange,
  RowContent,
  RowOutline,
  StoredRow,
} from './model.ts'
import type { SeenClaim } from './store.ts'

type Ids = Pick<ReadonlySet<Uuid>, 'has'>

/** Which claims and kept derivations a reader may see. */
interface SeenIds {
  readonly claims: Ids
  readonly derivations: Ids
}

/** What of the grounds of a version a reader may see. */
export interface Seen extends SeenIds {
  readonly claims: ReadonlyMap<Uuid, SeenClaim>
  /** Whether the reader works inside the government, and may read why a person changed a row. */
  readonly inside: boolean
}

/** The ids of all claims and kept derivations that rows cite. */
export function citedBy(rows: readonly StoredRow[]): { claims: Uuid[]; derivations: Uuid[] } {
  const ids = rows.flatMap(({ content }) => figuresOf(content).map(({ id }) => id))
  return parsedIds(
    ids,
    rows.flatMap(({ curation }) => curation?.claim ?? []),
  )
}

function parsedIds(figures: readonly string[], also: readonly Uuid[]) {
  const claims = new Set<Uuid>(also)
  const derivations = new Set<Uuid>()
  for (const id of figures) {
    const parsed = parseFigureId(id)
    if (parsed?.kind === 'claim') claims.add(parsed.claim)
    if (parsed?.kind === 'derivation') derivations.add(parsed.derivation)
  }
  return { claims: [...claims], derivations: [...derivations] }
}

function isSeen(seen: SeenIds, id: string): boolean {
  const parsed = parseFigureId(id)
  if (parsed?.kind === 'claim') return seen.claims.has(parsed.claim)
  return parsed?.kind === 'derivation' && seen.derivations.has(parsed.derivation)
}

type Decided = Pick<RowOutline, 'nameId' | 'entered' | 'decisive' | 'curated'>

/** The figures without which nobody sees a row: its name, and what let it in by the rule. */
const neededBy = ({ nameId, entered, decisive }: Decided): string[] =>
  entered === 'rule' ? [nameId, ...decisive] : [nameId]

/**
 * Whether a reader sees a row at all. It is derived from its name and from what its needed
 * conditions looked at, so without sight of all of that there is no row.
 */
export const isRowSeen = (row: Decided, seen: SeenIds): boolean =>
  (row.curated === null || seen.claims.has(row.curated)) &&
  neededBy(row).every((id) => isSeen(seen, id))

/** The ids of the claims and kept derivations that decide who sees rows. */
export function decidingIds(rows: readonly Decided[]): { claims: Uuid[]; derivations: Uuid[] } {
  const curated = rows.flatMap((row) => row.curated ?? [])
  return parsedIds(rows.flatMap(neededBy), curated)
}

/** A row as a reader may see it; a hidden cell is simply empty. */
export function seenRow(row: StoredRow, seen: Seen): ListRow | null {
  const { content, curation } = row
  const shows = ({ id }: Figure): boolean => isSeen(seen, id)
  const needed = content.conditions.filter((condition) => condition.needed)
  const decided: Decided = {
    ...{ nameId: content.name.id, entered: content.entered, curated: curation?.claim ?? null },
    decisive: needed.flatMap(({ actual }) => actual.map(({ id }) => id)),
  }
  if (!isRowSeen(decided, seen)) return null
  const visible: RowContent = {
    ...content,
    cells: content.cells.map((cell) => seenCell(cell, shows)),
    conditions: content.conditions.filter(({ actual }) => actual.every(shows)),
    office: content.office !== null && shows(content.office) ? content.office : null,
  }
  const shown = seen.inside ? curation : null
  return { ...row, ...grounds(visible, seen), content: visible, curation: shown, ...UNCOMPARED }
}

const UNCOMPARED = { change: null, changes: [] } as const

function seenCell(cell: ListCell, shows: (figure: Figure) => boolean): ListCell {
  const kept = cell.figures.flatMap((figure, at) =>
    shows(figure) ? [{ figure, code: cell.codes[at] ?? null }] : [],
  )
  if (kept.length === cell.figures.length) return cell
  return {
    column: cell.column,
    figures: kept.map(({ figure }) => figure),
    codes: kept.map(({ code }) => code),
    words: kept.length === 0 ? null : cell.words,
  }
}

/** What a row rests on: its cells and its conditions. That it is called so proves nothing of it. */
function grounds(content: RowContent, { claims }: Seen) {
  const figures = [
    ...content.cells.flatMap((cell) => cell.figures),
    ...content.conditions.flatMap(({ actual }) => actual),
  ]
  const cited = [...new Set(figures.map(({ id }) => id))].flatMap((id) => {
    const parsed = parseFigureId(id)
    return parsed?.kind === 'claim' ? (claims.get(parsed.claim) ?? []) : []
  })
  const dates = cited.flatMap(({ dated_on }) => dated_on ?? [])
  return {
    sources: new Set(cited.map(({ source }) => source)).size,
    basis: dates.sort().at(-1) ?? null,
    stale: figures.some(({ stale }) => stale),
    synthetic: figuresOf(content).some(({ synthetic }) => synthetic),
    fallen: cited.filter(({ stands }) => !stands).length,
  }
}

/** What a cell says, to be compared; null where it says nothing. */
function saidIn({ words, figures }: ListCell): string | null {
  if (figures.length === 0) return null
  return words?.zh ?? figures.map(({ text, unit }) => `${text}${unit}`).join('、')
}

/** No column of a file has this name: what the pack gives for a row that it names. */
const PACK_COLUMN = '.pack'

function changesOf(now: RowContent, before: RowContent): CellChange[] {
  const old = new Map(before.cells.map((cell) => [cell.column, saidIn(cell)]))
  const given = ({ pack }: RowContent): string | null => pack?.reason.zh ?? null
  const changed = (column: string, was: string | null, is: string | null): CellChange[] =>
    was === is ? [] : [{ column, before: was, after: is }]
  return [
    ...now.cells.flatMap((cell) =>
      changed(cell.column, old.get(cell.column) ?? null, saidIn(cell)),
    ),
    ...changed(PACK_COLUMN, given(before), given(now)),
  ]
}

/**
 * Rows beside those of an earlier version: each with what became of it, and those that are in the
 * list no more after them, so that nothing leaves unseen.
 */
export function compareRows(now: readonly ListRow[], before: readonly ListRow[]): ListRow[] {
  const isIn = ({ place }: ListRow): boolean => place !== null
  const old = new Map(before.filter(isIn).map((row) => [row.thing, row]))
  const compared = now.map((row): ListRow => {
    const was = old.get(row.thing)
    if (!isIn(row)) return { ...row, change: was === undefined ? null : 'removed' }
    if (was === undefined) return { ...row, change: 'added' }
    const changes = changesOf(row.content, was.content)
    return { ...row, change: changes.length === 0 ? 'same' : 'changed', changes }
  })
  const present = new Set(now.map(({ thing }) => thing))
  const gone = [...old.values()]
    .filter(({ thing }) => !present.has(thing))
    .map((row): ListRow => ({ ...row, place: null, change: 'removed', changes: [] }))
  return [...compared, ...gone]
}

type Placed = Pick<StoredRow, 'place'>

/** Rows in the list first, then those that were taken out. */
export const outLast = <Row extends Placed>(rows: readonly Row[]): Row[] => [
  ...rows.filter(({ place }) => place !== null),
  ...rows.filter(({ place }) => place === null),
]

/** How many rows are in the list, and were not taken out of it. */
export const countInside = (rows: readonly Placed[]): number =>
  rows.filter(({ place }) => place !== null).length

/** Whether a name holds some characters; every name holds none. */
export const isNamedLike = (name: string, q: string | undefined): boolean =>
  q === undefined || name.toLowerCase().includes(q.toLowerCase())

/** How many rows each kind of change has. */
export function countChanges(rows: readonly ListRow[]): Record<RowChange, number> {
  const counts = { added: 0, changed: 0, removed: 0, same: 0 }
  for (const { change } of rows) if (change !== null) counts[change] += 1
  return counts
}

/** What the rail beside a list counts, over the rows that are in it. */
export function countRows(rows: readonly ListRow[]): ListCounts {
  const inside = rows.filter(({ place }) => place !== null)
  const count = (holds: (row: ListRow) => boolean): number => inside.filter(holds).length
  const isMarked = ({ content }: ListRow): boolean =>
    content.cells.some(({ codes }) => codes.some((code) => MARKS.has(code ?? '')))
  return {
    rows: inside.length,
    marked: count(isMarked),
    single: count(({ sources }) => sources <= 1),
    stale: count(({ stale }) => stale),
    fallen: count(({ fallen }) => fallen > 0),
    unassigned: count(({ content }) => content.office === null),
    synthetic: count(({ synthetic }) => synthetic),
  }
}

const MARKS = new Set(['chokePoint', 'breakPoint', 'blockage'])

/** The hash that a signature sets over rows: whoever changes one changes it. */
export function sealOf(rows: readonly StoredRow[]): string {
  const plain = rows.map(({ thing, place, content, curation }) => ({
    ...{ thing, place, content, curation },
  }))
  return sha256Hex(canonicalJson(JSON.parse(JSON.stringify(plain)) as JsonValue))
}
