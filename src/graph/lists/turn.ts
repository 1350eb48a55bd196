import type { ListRow } from './model.ts'
import { isNamedLike } from './view.ts'

/** Which rows are wanted, and by which column they are sorted. */
export interface Turn {
  readonly q?: string | undefined
  readonly onlyChanges: boolean
  readonly sort?: string | undefined
  /** Whether there is a version to differ from. */
  readonly isCompared: boolean
}

/** The rows that are wanted, in their turn. What is not in the list stands after all that is. */
export function sortedRows(
  rows: readonly ListRow[],
  { q, onlyChanges, sort, isCompared }: Turn,
): ListRow[] {
  const wanted = rows.filter(
    ({ content, change }) =>
      isNamedLike(content.name.text, q) &&
      (!onlyChanges || !isCompared || (change !== null && change !== 'same')),
  )
  if (sort === undefined) return wanted
  const descending = sort.startsWith('-')
  const column = descending ? sort.slice(1) : sort
  const keyed = wanted.map((row) => ({ row, value: valueIn(row, column) }))
  return keyed
    .toSorted(({ row: one, value }, { row: other, value: otherValue }) => {
      if ((one.place === null) !== (other.place === null)) return one.place === null ? 1 : -1
      return compareValues(value, otherValue, descending)
    })
    .map(({ row }) => row)
}

type Value = number | string | null

function valueIn({ content, basis, sources }: ListRow, column: string): Value {
  if (column === 'name') return content.name.text
  if (column === 'basis') return basis
  if (column === 'sources') return sources
  const cell = content.cells.find((each) => each.column === column)
  const [figure] = cell?.figures ?? []
  if (figure === undefined) return null
  return figure.number === null ? (cell?.words?.zh ?? figure.text) : Number(figure.number)
}

/** As Chinese readers look words up. */
const { compare: compareWords } = new Intl.Collator('zh-CN')

/** What is unknown comes last, whichever way it is sorted. */
function compareValues(one: Value, other: Value, descending: boolean): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  const order =
    typeof one === 'number' && typeof other === 'number'
      ? one - other
      : compareWords(String(one), String(other))
  return descending ? -order : order
}
