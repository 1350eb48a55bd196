import { Problem } from '../../../base/index.ts'
import type { SheetRow } from '../workbook/index.ts'
import { readTable, type TableInput } from './table.ts'

/** A sheet as it stands, without any guess at where its header is; null names a text table. */
export interface GridSheet {
  name: string | null
  rows: SheetRow[]
}

/**
 * Every row of every sheet, with the cells that hold formulas: for files whose form is known
 * beforehand and whose rows people may have moved.
 *
 * Problems: those of `readTable`, `too-large` beyond `rowsMax` rows.
 */
export async function readGrid(
  input: Omit<TableInput, 'header' | 'wants' | 'marksFormulas'>,
  rowsMax: number,
): Promise<GridSheet[]> {
  const sheets: GridSheet[] = []
  let rows = 0
  const whole = { ...input, header: { rows: 0, skip: 0 }, marksFormulas: true }
  for await (const event of readTable(whole)) {
    if (event.kind === 'sheet') sheets.push({ name: event.head.sheet, rows: [] })
    if (event.kind !== 'rows') continue
    rows += event.rows.length
    if (rows > rowsMax) throw new Problem('too-large', { limit: rowsMax })
    sheets.at(-1)?.rows.push(...event.rows)
  }
  return sheets
}
