// Refused rows as a workbook that can be mended and brought again through the same mapping.
import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/node'
import type { Language } from '../../base/index.ts'
import type { RowRange } from '../../graph/intake/index.ts'

/** The header of a sheet as the mapping finds it: `skip` rows, then `rows` rows of titles. */
export interface HeaderPlace {
  readonly skip: number
  readonly rows: number
}

/** Refused rows of one sheet under the titles of their columns. */
export interface RefusedSheet {
  readonly name: string | null
  readonly titles: readonly string[]
  readonly rows: readonly RowRange[]
}

const REASON = { zh: '拒收原因', en: 'Why it was refused' }

/**
 * The bytes of an XLSX workbook: the rows as they were, and behind them the reason. Every cell is
 * text, so that a cell that begins with = stays what it was and is never computed.
 */
export async function refusedWorkbook(
  sheets: readonly RefusedSheet[],
  header: HeaderPlace,
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const pages: Sheet<Buffer>[] = sheets.map((sheet, at) => ({
    sheet: sheet.name ?? `Sheet${at + 1}`,
    data: pageOf(sheet, header, language),
    stickyRowsCount: header.skip + header.rows,
  }))
  return new Uint8Array(await writeXlsxFile(pages).toBuffer())
}

function pageOf({ titles, rows }: RefusedSheet, header: HeaderPlace, language: Language): Cell[][] {
  const blank = Array.from({ length: header.skip }, () => [])
  const heads = Array.from({ length: header.rows }, (_, level) => [
    ...titles.map((title) => headCell(titleAt(title, level, header.rows))),
    ...(level === header.rows - 1 ? [headCell(REASON[language])] : []),
  ])
  return [...blank, ...heads, ...rows.map((row) => rowOf(row, titles.length, language))]
}

/** Of a title that several header rows make up, the part of one of them. */
function titleAt(title: string, level: number, levels: number): string {
  if (levels === 1) return title
  const parts = title.split('/')
  return parts[level - (levels - parts.length)] ?? ''
}

function rowOf({ cells, reasons }: RowRange, width: number, language: Language): Cell[] {
  const reason = reasons.map(({ cells: at, words }) =>
    [at, words[language]].filter(Boolean).join(' '),
  )
  const own = Array.from({ length: width }, (_, at) => textCell(cells?.[at] ?? ''))
  return [...own, textCell(reason.join('；'))]
}

const textCell = (value: string): Cell => (value === '' ? null : { value, type: String })

const headCell = (value: string): Cell => ({ value, type: String, fontWeight: 'bold' })
