// Knowing a returned workbook again: whose it is, where its head is, which row is which thing.
import { Problem } from '../../base/index.ts'
import {
  type GridSheet,
  lettersOf,
  type SheetRow as SheetRowRead,
} from '../../graph/reading/index.ts'
import type { Sheet, SheetRow } from './model.ts'
import {
  CODE_COLUMN,
  foldCode,
  foldName,
  MARKER,
  NAME_COLUMN,
  propertyColumn,
  WORKBOOK_CODE,
} from './sheet.ts'

/** Cells looked at in a row when a head is sought; wider sheets are none of ours. */
const WIDTH_MAX = 300

/**
 * The code of the workbook that most of its signs name: the hidden marker, the hidden keys of the
 * rows, the code that is written out. Null where it bears none.
 */
export function workbookIn(sheets: readonly GridSheet[]): string | null {
  const votes = new Map<string, number>()
  for (const { rows } of sheets) {
    for (const { cells } of rows) {
      for (const cell of cells.slice(0, WIDTH_MAX)) {
        const found = cell.length > 100 ? null : WORKBOOK_CODE.exec(cell)
        if (found?.[1] === undefined) continue
        // The marker is nobody's slip; a code in a sentence may be quoted from elsewhere.
        const weight = MARKER.test(cell) ? 1_000 : found[2] === undefined ? 1 : 10
        votes.set(found[1], (votes.get(found[1]) ?? 0) + weight)
      }
    }
  }
  const [best] = [...votes].toSorted(([, one], [, other]) => other - one)
  return best?.[0] ?? null
}

/** Where things stand on a returned sheet; columns from 0, -1 for one that is gone. */
export interface FoundHead {
  readonly sheet: GridSheet
  /** Number of the row of visible titles; 0 where it is gone. */
  readonly titleRow: number
  readonly key: number
  readonly code: number
  readonly name: number
  /** In the order of the sheet's columns. */
  readonly columns: readonly number[]
}

/**
 * Finds the sheet with the answers and its columns, by the hidden names of columns or else by the
 * titles that people see, wherever they were moved. Problem: `collection-head`.
 */
export function findHead(
  sheets: readonly GridSheet[],
  { columns }: Sheet,
  titles: Titles,
): FoundHead {
  const hidden = [CODE_COLUMN, NAME_COLUMN, ...columns.map(propertyColumn)]
  const visible = [titles.code, titles.name, ...columns.map(titles.of)].map(foldName)
  const heads = sheets.flatMap((sheet): FoundHead[] => {
    const marked = sheet.rows.find(({ cells }) => cells.some((cell) => MARKER.test(cell)))
    const titled = sheet.rows.find(({ cells }) => {
      const own = cells.slice(0, WIDTH_MAX).map(foldName)
      return visible.filter((title) => own.includes(title)).length * 2 > visible.length
    })
    if (marked === undefined && titled === undefined) return []
    const found = visible.map((title, at) => {
      const byName = marked?.cells.indexOf(hidden[at] ?? '') ?? -1
      if (byName >= 0) return byName
      return titled?.cells.findIndex((cell) => foldName(cell) === title) ?? -1
    })
    const [code = -1, name = -1, ...rest] = found
    const key = marked?.cells.findIndex((cell) => MARKER.test(cell)) ?? keyColumnOf(sheet)
    return [{ sheet, titleRow: titled?.row ?? 0, key, code, name, columns: rest }]
  })
  const [head] = heads.toSorted((one, other) => foundIn(other) - foundIn(one))
  if (head === undefined || head.columns.every((at) => at < 0)) throw new Problem('collection-head')
  return head
}

/** The titles that people see above the columns. */
export interface Titles {
  readonly code: string
  readonly name: string
  readonly of: (property: string) => string
}

/**
 * Is a row one of the head? Rows of the head bear a sign where others bear their key; where that
 * column is gone, they are what stands above the titles, and the line below them that names nothing.
 */
export function isHeadRow({ key, code, name, titleRow }: FoundHead, row: SheetRowRead): boolean {
  if (key >= 0) return /^(?:#|LIANSHU:)/u.test(row.cells[key] ?? '')
  const isUnnamed = (row.cells[code] ?? '') === '' && (row.cells[name] ?? '') === ''
  return row.row <= titleRow || (row.row === titleRow + 1 && isUnnamed)
}

const foundIn = ({ columns }: FoundHead): number => columns.filter((at) => at >= 0).length

/** The column in which keys of rows stand, where the marker above them is gone. */
function keyColumnOf({ rows }: GridSheet): number {
  for (const { cells } of rows) {
    const at = cells
      .slice(0, WIDTH_MAX)
      .findIndex((cell) => WORKBOOK_CODE.exec(cell)?.[2] !== undefined)
    if (at >= 0) return at
  }
  return -1
}

/** How a row was known: surely, or with a fault that is worth telling. */
export type RowFound =
  | { readonly row: SheetRow; readonly fault: 'code-typed-over' | 'key-lost' | 'row-moved' | null }
  | { readonly row: null; readonly fault: 'row-foreign' | 'row-unknown' | 'row-unsure' | null }

/**
 * Which row of the sheet a returned row is. The hidden key decides while what is seen does not
 * speak against it; where it does, code and name together may overrule it, since sorting the seen
 * columns alone leaves the hidden one behind. What is left in doubt is taken for nobody's.
 */
export function findRow(
  { rows }: Sheet,
  workbook: string,
  given: { readonly key: string; readonly code: string; readonly name: string },
): RowFound {
  const [code, name] = [foldCode(given.code), foldName(given.name)]
  const byKey = rows.find(({ key }) => key === given.key.trim())
  const byCode = code === '' ? undefined : rows.find((row) => foldCode(row.code) === code)
  const isNamed = (row: SheetRow): boolean => name === '' || foldName(row.name) === name
  if (byKey === undefined) {
    const foreign = WORKBOOK_CODE.exec(given.key.trim())
    if (foreign?.[2] !== undefined && foreign[1] !== workbook) return nobody('row-foreign')
    if (byCode !== undefined && isNamed(byCode)) return { row: byCode, fault: 'key-lost' }
    return nobody(code === '' && name === '' ? null : 'row-unknown')
  }
  if (code === '' || byCode === byKey) return { row: byKey, fault: null }
  if (byCode !== undefined && name !== '' && isNamed(byCode)) {
    return { row: byCode, fault: 'row-moved' }
  }
  if (name !== '' && isNamed(byKey)) return { row: byKey, fault: 'code-typed-over' }
  return nobody('row-unsure')
}

const nobody = (fault: 'row-foreign' | 'row-unknown' | 'row-unsure' | null): RowFound => ({
  row: null,
  fault,
})

/** `F12` of a 0-based column and a row. */
export const cellAt = (column: number, row: number): string => `${lettersOf(column)}${row}`
