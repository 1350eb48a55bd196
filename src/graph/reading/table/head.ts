import { plainText } from '../../../base/index.ts'
import type { Merge, SheetRow } from '../workbook/index.ts'
import { isColumnNumber, isUnitCell, isValueLike } from './kinds-of-cell.ts'

export interface SheetColumn {
  /** 0-based. */
  index: number
  /** A, B … AA, as a spreadsheet shows it. */
  letters: string
  /** The header's text, several header rows joined with / from the top; '' where there is none. */
  title: string
}

/** What stands above the data of a sheet. */
export interface SheetHead {
  sheet: string | null
  columns: SheetColumn[]
  headerRows: number
  /** 1-based row of the sheet. */
  firstDataRow: number
  /** The lines above the header, joined with blanks. */
  title: string
  /** The unit that a line above the header states for the whole sheet: 万元. */
  unit: string | null
  encoding?: string
  delimiter?: string
}

/** A header that a mapping states itself: `skip` rows of the sheet, then `rows` of header. */
export interface StatedHeader {
  rows: number
  skip: number
}

export interface HeadOptions {
  sheet: string | null
  merges?: readonly Merge[]
  stated?: StatedHeader
  /** Take columns beyond the header too, where the rows have text there. */
  widest: boolean
}

/** Rows from which the header is guessed. */
export const HEAD_SAMPLE_ROWS = 40
const HEADER_ROWS_LIMIT = 5

/**
 * Finds the header in the first rows of a sheet: lines of a title are passed over, group titles and
 * unit lines join the column titles, a table that begins with data has no header.
 */
export function detectHead(rows: readonly SheetRow[], options: HeadOptions): SheetHead {
  const { first, last, named } = options.stated
    ? statedRows(rows, options.stated)
    : guessRows(rows, options.merges ?? [])
  const headers = rows.filter(({ row }) => named.includes(row))
  const above = rows.filter(({ row }) => row < first).map(({ cells }) => [...new Set(cells)])
  const title = above.flat().map(plainText).filter(Boolean).join(' ')
  const headWidth = Math.max(0, ...headers.map(({ cells }) => cells.length))
  const dataWidth = Math.max(0, ...rows.filter(({ row }) => row > last).map(widthOf))
  const width = headers.length === 0 || options.widest ? Math.max(headWidth, dataWidth) : headWidth
  return {
    sheet: options.sheet,
    columns: Array.from({ length: width }, (_, index) => ({
      index,
      letters: lettersOf(index),
      title: joinTitles(headers.map(({ cells }) => cells[index] ?? '')),
    })),
    headerRows: last - first + 1,
    firstDataRow: last + 1,
    title,
    unit: unitIn(title),
  }
}

/** First and last row of the header region, and the rows in it that name columns. */
interface HeaderRows {
  first: number
  last: number
  named: number[]
}

function statedRows(rows: readonly SheetRow[], { skip, rows: count }: StatedHeader): HeaderRows {
  const [first, last] = [skip + 1, skip + count]
  const named = rows.map(({ row }) => row).filter((row) => row >= first && row <= last)
  return { first, last, named }
}

function guessRows(rows: readonly SheetRow[], merges: readonly Merge[]): HeaderRows {
  const start = startOfTable(rows)
  const top = rows[start]
  if (top === undefined || isData(top, rows[start + 1])) {
    const first = top?.row ?? 1
    return { first, last: first - 1, named: [] }
  }
  const named = [top.row]
  let last = top.row
  let at = start + 1
  for (; at < rows.length && named.length < HEADER_ROWS_LIMIT; at += 1) {
    const [upper, lower] = [rows[at - 1] as SheetRow, rows[at] as SheetRow]
    if (lower.row !== upper.row + 1 || !continues(upper, lower, merges)) break
    named.push(lower.row)
    last = lower.row
  }
  const next = rows[at]
  if (next !== undefined && next.row === last + 1 && isNumbering(next)) last = next.row
  return { first: top.row, last, named }
}

/** The first row that fills the table's width with different texts; a title is one text. */
function startOfTable(rows: readonly SheetRow[]): number {
  const widths = rows.map(filledOf).sort((a, b) => a - b)
  const usual = widths[Math.floor(widths.length / 2)] ?? 0
  const needed = Math.max(2, Math.ceil(usual * 0.6))
  const wide = rows.findIndex(({ cells }) => new Set(cells.filter(Boolean)).size >= needed)
  if (usual > 1 && wide >= 0) return groupAbove(rows, wide)
  const narrow = rows.findIndex(({ cells }) => unitIn(cells.join(' ')) === null)
  return Math.max(0, narrow)
}

/** A row of few group titles may stand right above the full header row. */
function groupAbove(rows: readonly SheetRow[], at: number): number {
  const [upper, lower] = [rows[at - 1], rows[at] as SheetRow]
  if (upper === undefined || upper.row !== lower.row - 1) return at
  const groups = new Set(upper.cells.filter(Boolean)).size
  return groups >= 2 && !isData(lower, rows[at + 1]) && unitIn(upper.cells.join(' ')) === null
    ? at - 1
    : at
}

/** Whether a row belongs to the header above it rather than to the data. */
function continues(upper: SheetRow, lower: SheetRow, merges: readonly Merge[]): boolean {
  if (filledOf(lower) === 0) return false
  if (merges.some(({ top, bottom }) => top <= upper.row && bottom >= lower.row)) return true
  const filled = lower.cells.filter(Boolean)
  if (filled.every(isUnitCell)) return true
  if (filled.some(isValueLike)) return false
  const width = Math.max(upper.cells.length, lower.cells.length)
  for (let at = 1; at < width; at += 1) {
    const isSpread = upper.cells[at] !== '' && upper.cells[at] === upper.cells[at - 1]
    const isOpen = (upper.cells[at] ?? '') === '' && (lower.cells[at] ?? '') !== ''
    if (isSpread || isOpen) return new Set(filled).size > 1
  }
  return false
}

/** A row is data when a third of it are values and the next row has values in the same columns. */
function isData({ cells }: SheetRow, next: SheetRow | undefined): boolean {
  const filled = cells.filter(Boolean).length
  const values = cells.filter(isValueLike).length
  if (values === 0 || values * 3 < filled) return false
  if (next === undefined) return true
  const agreeing = cells.filter(
    (cell, at) => isValueLike(cell) && isValueLike(next.cells[at] ?? ''),
  )
  return agreeing.length * 2 >= values
}

/** Without a sign of its own (甲, (1)) a short run of numbers may as well be the first row of data. */
function isNumbering({ cells }: SheetRow): boolean {
  const filled = cells.filter(Boolean)
  const isSigned = filled.some((cell) => !/^\d+$/.test(plainText(cell)))
  const counted = filled
    .map((cell) => plainText(cell).replace(/\D/g, ''))
    .filter(Boolean)
    .map(Number)
  return (
    filled.length >= (isSigned ? 3 : 5) &&
    filled.every(isColumnNumber) &&
    counted.length > 0 &&
    counted.every((number, at) => number === at + 1)
  )
}

/** Parts from the top, each once: a merged title stands in both rows. */
function joinTitles(parts: readonly string[]): string {
  const titles = parts.map(cleanTitle).filter(Boolean)
  const different = titles.filter((title, at) => title !== titles[at - 1])
  return different.reduce(
    (joined, title) =>
      isUnitCell(title) ? `${joined}(${title.replace(/^\(|\)$/g, '')})` : `${joined}/${title}`,
    different.shift() ?? '',
  )
}

/** 企 业\n名 称 is 企业名称; blanks between words of letters stay. */
const cleanTitle = (cell: string): string =>
  plainText(cell)
    .replace(/\s+/g, ' ')
    .replace(/(?<![A-Za-z0-9]) | (?![A-Za-z0-9])/g, '')

const UNIT = /单位[::]\s*([^\s()（）,，;；、]+)/

/** 单位：万元 states a unit, 填报单位：某市发展改革委 does not. */
function unitIn(text: string): string | null {
  const found = UNIT.exec(plainText(text))?.[1]
  return found !== undefined && isUnitCell(found) ? found : null
}

const filledOf = ({ cells }: SheetRow): number => cells.filter(Boolean).length

const widthOf = ({ cells }: SheetRow): number => cells.findLastIndex((cell) => cell !== '') + 1

/** A, B … Z, AA of a 0-based column. */
export function lettersOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last
}
