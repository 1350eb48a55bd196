/** A window on a sheet: row numbers, letters, titles; the cells that claims rest on are marked. */
import { useEffect, useRef } from 'react'
import type { ClaimView, SheetWindow } from '../../../api/index.ts'
import { useWords } from '../../../words/index.ts'
import { columnsOf } from './spans.ts'

export interface SheetViewProps {
  window: SheetWindow
  title: string
  claims: readonly ClaimView[]
  selected: ClaimView | null
  /** The row whose claims are listed. */
  row: number | undefined
  onRow: (row: number) => void
}

export function SheetView(props: SheetViewProps) {
  const { window: shown, title, selected, onRow } = props
  const { t } = useWords()
  const table = useRef<HTMLTableElement>(null)
  const at = selected?.locator.row ?? props.row
  // The titles are repeated only where the rows that hold them are out of the window.
  const isHeadShown = shown.rows[0]?.row === 1
  useEffect(() => {
    if (at === undefined || at === null) return
    const place = table.current?.querySelector(`tr[data-row="${at}"] [data-on]`)
    const line = place ?? table.current?.querySelector(`tr[data-row="${at}"]`)
    line?.scrollIntoView({ block: 'center', inline: 'nearest' })
  }, [at])
  return (
    <table ref={table} className="sheet">
      <caption className="unseen">
        {t('source.sheet.caption', { title, sheet: shown.sheet ?? '' })}
      </caption>
      <thead>
        <tr>
          <td />
          {shown.columns.map(({ letters, title: name }) => (
            <th key={letters} scope="col">
              <b>{letters}</b>
              {name === '' || isHeadShown ? null : <span>{name}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.rows.map(({ row, cells }) => (
          <tr key={row} data-row={row} aria-selected={row === at || undefined}>
            <th scope="row">
              <button
                type="button"
                onClick={() => onRow(row)}
                aria-label={t('source.row.select', { row })}
              >
                {row}
              </button>
            </th>
            <Cells {...props} row={row} cells={cells} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cells(props: SheetViewProps & { row: number; cells: readonly string[] }) {
  const { window: shown, claims, selected, row, cells } = props
  const here = claims.filter(
    ({ locator }) => locator.row === row && (locator.sheet ?? null) === shown.sheet,
  )
  const on = selected?.locator.row === row ? columnsOf(selected.locator.cells) : new Set<string>()
  return (
    <>
      {shown.columns.map((column, index) => {
        const isHeld = here.some(({ locator }) => columnsOf(locator.cells).has(column.letters))
        const isOn = on.has(column.letters)
        return (
          <td
            key={column.letters}
            className={cellClass(cells[index] ?? '', isHeld)}
            data-on={isOn || undefined}
          >
            {cells[index] ?? ''}
          </td>
        )
      })}
    </>
  )
}

/** Letters beyond which a cell of the selected row breaks over lines. */
const LINE_LENGTH = 28

function cellClass(text: string, isHeld: boolean): string {
  return `${isHeld ? 'held' : ''} ${text.length > LINE_LENGTH ? 'long' : ''}`.trim()
}
