/** Which rows and columns a list shows, and in which order. Pure. */
import type { ListHead, ListRow, ListView } from '../../api/index.ts'
import type { ListSearch } from './search.ts'

/** The columns of the address, or those that the definition shows at first. */
export function shownColumns(
  { columns }: ListHead,
  asked: string | undefined,
): ListHead['columns'] {
  if (asked === undefined) return columns.filter(({ shown }) => shown)
  const ids = new Set(asked.split(','))
  return columns.filter(({ id }) => ids.has(id))
}

/** The rows that the address asks for. A row that is not in the list stands after all that are. */
export function shownRows({ rows, compared }: ListView, search: ListSearch): ListRow[] {
  const { q, only, sort } = search
  const wanted = rows.filter(
    ({ name, change }) =>
      (q === undefined || name.text.toLowerCase().includes(q.toLowerCase())) &&
      (only === undefined || compared === null || (change !== null && change !== 'same')),
  )
  if (sort === undefined) return wanted
  const descending = sort.startsWith('-')
  const column = descending ? sort.slice(1) : sort
  return wanted.toSorted((one, other) => {
    if ((one.place === null) !== (other.place === null)) return one.place === null ? 1 : -1
    return compareCells(valueIn(one, column), valueIn(other, column), descending)
  })
}

type Value = number | string | null

function valueIn(row: ListRow, column: string): Value {
  if (column === 'name') return row.name.text
  if (column === 'basis') return row.basis
  if (column === 'sources') return row.sources
  const cell = row.cells.find((each) => each.column === column)
  const [figure] = cell?.figures ?? []
  if (figure === undefined) return null
  return figure.number === null ? (cell?.words?.zh ?? figure.text) : Number(figure.number)
}

/** What is unknown comes last, whichever way it is sorted. */
function compareCells(one: Value, other: Value, descending: boolean): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  const order =
    typeof one === 'number' && typeof other === 'number'
      ? one - other
      : String(one).localeCompare(String(other), 'zh-CN')
  return descending ? -order : order
}
