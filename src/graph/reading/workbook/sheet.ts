import { Problem } from '../../../base/index.ts'
import type { Archive, ReadLimits } from '../container/index.ts'
import { type CellFormat, PLAIN } from './format.ts'
import { printNumber } from './printed.ts'
import { RichText, unescapeText } from './strings.ts'
import { damaged, feedXml, xmlDecoder } from './xml.ts'

/** A row as a spreadsheet shows it; rows without any text are left out, their numbers stay. */
export interface SheetRow {
  /** 1-based number of the row in its sheet. */
  row: number
  /** Printed text of each cell from column A on; dates as ISO. */
  cells: string[]
  /** The row is hidden in the workbook. */
  hidden?: true
  /** Fewer or more cells than the header has columns: the columns may have shifted. */
  ragged?: 'short' | 'long'
  /** 0-based columns whose text is the saved result of a formula, where asked for. */
  formulas?: number[]
}

/** Cells shown as one; the reader gives each of them the text of the first. 0-based columns. */
export interface Merge {
  top: number
  bottom: number
  left: number
  right: number
}

/** What the cells of a sheet refer to. */
export interface SheetContext {
  archive: Archive
  limits: ReadLimits
  strings: readonly string[]
  formats: readonly CellFormat[]
  from1904: boolean
  marksFormulas: boolean
}

/** Beyond this a merged title would only repeat itself into empty columns. */
const SPREAD_COLUMNS = 256
const MERGES_LIMIT = 100_000

/** Merged cells stand behind the rows in the file, so they are looked up before the rows are read. */
export async function readMerges(archive: Archive, path: string): Promise<Merge[]> {
  const decode = xmlDecoder(path)
  const merges: Merge[] = []
  let rest = ''
  for await (const chunk of archive.part(path)) {
    const text = rest + decode(chunk, true)
    for (const [, reference] of text.matchAll(/<(?:\w+:)?mergeCell\s+ref="([^"]{1,40})"\s*\/?>/g)) {
      const merge = parseRange(reference as string)
      if (merge !== null && merges.length < MERGES_LIMIT) merges.push(merge)
    }
    const open = text.lastIndexOf('<')
    rest =
      open >= 0 && text.length - open < 100 && !text.includes('>', open) ? text.slice(open) : ''
  }
  return merges.sort((a, b) => a.top - b.top)
}

const ROWS_AT_ONCE = 1_000

/** The rows of a sheet, in batches, while its XML streams by. */
export async function* readSheet(
  context: SheetContext,
  path: string,
  merges: readonly Merge[],
): AsyncGenerator<SheetRow[]> {
  const collector = new RowCollector(context, merges)
  const feed = feedXml(path, collector)
  for await (const chunk of context.archive.part(path)) {
    feed.write(chunk)
    if (collector.rows.length >= ROWS_AT_ONCE) yield collector.take()
  }
  feed.end()
  if (collector.rows.length > 0) yield collector.take()
}

/** Hears the tags of a sheet and makes rows of them. */
class RowCollector {
  rows: SheetRow[] = []
  readonly #context: SheetContext
  readonly #spread: MergeSpread
  readonly #inline = new RichText()
  #row: SheetRow = { row: 0, cells: [] }
  #characters = 0
  #column = -1
  #type = 'n'
  #style = 0
  #stored = ''
  #inValue = false

  constructor(context: SheetContext, merges: readonly Merge[]) {
    this.#context = context
    this.#spread = new MergeSpread(merges)
  }

  take(): SheetRow[] {
    const rows = this.rows
    this.rows = []
    return rows
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') this.#openCell(attributes)
    else if (name === 'v') this.#inValue = true
    else if (name === 'f') this.#noteFormula()
    else if (name === 'row') this.#openRow(attributes)
    else this.#inline.open(name)
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false
    else if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#closeRow()
    else this.#inline.close(name)
  }

  text(piece: string): void {
    if (this.#inValue) this.#stored += piece
    else this.#inline.add(piece)
  }

  #openRow(attributes: Readonly<Record<string, string>>): void {
    const row = attributes.r === undefined ? this.#row.row + 1 : Number(attributes.r)
    if (!Number.isInteger(row) || row <= this.#row.row) throw damaged('reference', `row ${row}`)
    this.#row = { row, cells: [] }
    if (attributes.hidden === '1' || attributes.hidden === 'true') this.#row.hidden = true
    this.#column = -1
    this.#characters = 0
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    const column = attributes.r === undefined ? this.#column + 1 : columnOf(attributes.r)
    if (column < 0) throw damaged('reference', attributes.r ?? '')
    if (column >= this.#context.limits.columns) throw this.#tooLong(this.#context.limits.columns)
    this.#column = column
    this.#type = attributes.t ?? 'n'
    this.#style = Number(attributes.s ?? 0)
    this.#stored = ''
    this.#inline.begin()
  }

  #noteFormula(): void {
    if (!this.#context.marksFormulas) return
    this.#row.formulas = [...(this.#row.formulas ?? []), this.#column]
  }

  #closeCell(): void {
    const text = this.#printed()
    if (text === '') return
    this.#characters += text.length
    const limit = this.#context.limits.rowCharacters
    if (this.#characters > limit) throw this.#tooLong(limit)
    const { cells } = this.#row
    while (cells.length < this.#column) cells.push('')
    cells[this.#column] = text
  }

  /** A formula's cell holds the result that was saved with it; nothing is computed here. */
  #printed(): string {
    if (this.#type === 'inlineStr') return this.#inline.take()
    if (this.#stored === '') return ''
    switch (this.#type) {
      case 's': {
        const shared = this.#context.strings[Number(this.#stored)]
        if (shared === undefined) throw damaged('string', '')
        return shared
      }
      case 'b':
        return this.#stored === '1' ? 'TRUE' : 'FALSE'
      case 'n':
        return printNumber(
          this.#stored,
          this.#context.formats[this.#style] ?? PLAIN,
          this.#context.from1904,
        )
      case 'd':
        return this.#stored.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ')
      default:
        return unescapeText(this.#stored)
    }
  }

  #closeRow(): void {
    this.#spread.fill(this.#row)
    if (this.#row.cells.some((cell) => cell !== '')) this.rows.push(this.#row)
  }

  #tooLong(limit: number): Problem {
    return new Problem('row-too-long', { row: this.#row.row, limit })
  }
}

/** Gives every cell of a merged range the text of its first cell, row by row from the top. */
class MergeSpread {
  readonly #merges: readonly Merge[]
  #next = 0
  #active: { merge: Merge; text: string }[] = []

  constructor(merges: readonly Merge[]) {
    this.#merges = merges
  }

  fill({ row, cells }: SheetRow): void {
    for (; this.#next < this.#merges.length; this.#next += 1) {
      const merge = this.#merges[this.#next] as Merge
      if (merge.top > row) break
      const text = merge.top === row ? (cells[merge.left] ?? '') : ''
      if (text !== '') this.#active.push({ merge, text })
    }
    for (const { merge, text } of this.#active) {
      const right = Math.min(merge.right, merge.left + SPREAD_COLUMNS)
      if (row > merge.bottom) continue
      while (cells.length < right + 1) cells.push('')
      for (let column = merge.left; column <= right; column += 1) cells[column] = text
    }
    if (this.#active.length > 0) {
      this.#active = this.#active.filter(({ merge }) => merge.bottom > row)
    }
  }
}

function parseRange(reference: string): Merge | null {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference)
  if (parts === null) return null
  const [left, right] = [columnOf(parts[1] as string), columnOf(parts[3] as string)]
  return { top: Number(parts[2]), bottom: Number(parts[4]), left, right }
}

/** 0-based column of a cell reference such as AB12; -1 when it names none. */
export function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}
