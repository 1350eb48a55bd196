import type { CautionCode, DocumentKind, DocumentText } from './model.ts'
import { TextBuilder } from './text-builder.ts'

/** A place within a line, in UTF-16 units: a caution, or the beginning of the next page. */
interface Mark {
  code: CautionCode | 'page'
  start: number
  end: number
}

interface Line {
  text: string
  marks: Mark[]
}

/** What is being written into: the body, a cell, or a box beside a paragraph. */
interface Frame {
  lines: Line[]
  line: Line
  /** Rows of the tables that are open in this frame, the innermost last. */
  tables: { cells: Line[][] }[]
}

const emptyLine = (): Line => ({ text: '', marks: [] })
const emptyFrame = (): Frame => ({ lines: [], line: emptyLine(), tables: [] })

/**
 * Lines as they flow out of a document that says paragraphs and tables: a paragraph is a line, a
 * row of a table is a line with tabs between its cells. A row with one cell that holds anything
 * only sets a frame around text, so the lines of that cell stay lines.
 */
export class Flow {
  readonly #frames: Frame[] = [emptyFrame()]

  /** Adds text to the line; a caution of the same sort that ends here goes on. */
  text(text: string, code?: CautionCode): void {
    const { line } = this.#top
    const start = line.text.length
    line.text += text
    if (code === undefined || text === '') return
    const last = line.marks.at(-1)
    if (last?.code === code && last.end === start && last.start < last.end) last.end += text.length
    else line.marks.push({ code, start, end: line.text.length })
  }

  /** Notes something at this place: what was left out here, or that a page begins. */
  note(code: Mark['code']): void {
    const { line } = this.#top
    const at = line.text.length
    const last = line.marks.at(-1)
    if (last?.code === code && last.start === at && last.end === at) return
    line.marks.push({ code, start: at, end: at })
  }

  /** True where nothing stands in the line yet, or a blank does. */
  get isAfterBlank(): boolean {
    return /(^|\s)$/.test(this.#top.line.text)
  }

  endLine(): void {
    const frame = this.#top
    const { text, marks } = frame.line
    if (text === '' && marks.length === 0) return
    frame.lines.push(frame.line)
    frame.line = emptyLine()
  }

  openTable(): void {
    this.endLine()
    this.#top.tables.push({ cells: [] })
  }

  closeTable(): void {
    this.closeRow()
    this.#top.tables.pop()
  }

  openCell(): void {
    this.#frames.push(emptyFrame())
  }

  closeCell(): void {
    const lines = this.#pop()
    const table = this.#top.tables.at(-1)
    if (table === undefined) this.#top.lines.push(...lines)
    else table.cells.push(lines)
  }

  /** Writes the row; `isKept` is false for a row that was deleted. */
  closeRow(isKept = true): void {
    const frame = this.#top
    const table = frame.tables.at(-1)
    if (table === undefined) return
    const { cells } = table
    table.cells = []
    if (!isKept) return
    const filled = cells.filter((lines) => lines.some(({ text }) => text.trim() !== ''))
    if (filled.length <= 1) frame.lines.push(...cells.flat())
    else frame.lines.push(joined(cells.map(cellOf), '\t'))
  }

  /** A box stands beside the paragraph that it hangs on, and is read behind it. */
  openBox(): void {
    this.#frames.push(emptyFrame())
  }

  closeBox(): Line[] {
    return this.#pop()
  }

  append(lines: readonly Line[]): void {
    this.endLine()
    this.#top.lines.push(...lines)
  }

  finish(kind: DocumentKind): DocumentText {
    while (this.#frames.length > 1) this.closeCell()
    this.endLine()
    return assemble(this.#top.lines, kind)
  }

  get #top(): Frame {
    return this.#frames.at(-1) as Frame
  }

  #pop(): Line[] {
    this.endLine()
    return (this.#frames.pop() as Frame).lines
  }
}

/** The lines of a cell as one, without tabs of their own. */
function cellOf(lines: readonly Line[]): Line {
  const cell = joined(
    lines.filter(({ text, marks }) => text.trim() !== '' || marks.length > 0),
    ' ',
  )
  return { ...cell, text: cell.text.replaceAll('\t', ' ') }
}

function joined(lines: readonly Line[], between: string): Line {
  const whole = emptyLine()
  lines.forEach((line, at) => {
    if (at > 0) whole.text += between
    const shift = whole.text.length
    for (const mark of line.marks) {
      whole.marks.push({ ...mark, start: mark.start + shift, end: mark.end + shift })
    }
    whole.text += line.text
  })
  return whole
}

function assemble(lines: readonly Line[], kind: DocumentKind): DocumentText {
  const builder = new TextBuilder()
  const pages = new Pages(builder, lines)
  for (const line of lines) {
    const places = new Map<number, number>()
    const cuts = [
      ...new Set([0, line.text.length, ...line.marks.flatMap(({ start, end }) => [start, end])]),
    ].toSorted((a, b) => a - b)
    const isWritten = line.text.trim() !== ''
    const turnsAt = (place: number): boolean =>
      line.marks.some(({ code, start }) => code === 'page' && start === place)
    // A page that begins behind the last letter of a line begins with the next one.
    const isEnd = (cut: number): boolean => isWritten && cut === line.text.length
    cuts.forEach((cut, at) => {
      if (turnsAt(cut) && !isEnd(cut)) pages.turn()
      places.set(cut, builder.length)
      const piece = line.text.slice(cut, cuts[at + 1] ?? line.text.length)
      builder.add(piece)
      if (piece.trim() !== '') pages.isEmpty = false
    })
    for (const { code, start, end } of line.marks) {
      if (code !== 'page') builder.caution(code, places.get(start), places.get(end))
    }
    if (isWritten) builder.add('\n')
    if (turnsAt(line.text.length) && isWritten) pages.turn()
  }
  return builder.finish(kind)
}

/** Counts pages where the document tells them; two breaks with nothing between are one. */
class Pages {
  isEmpty = true
  #page = 1
  readonly #builder: TextBuilder

  constructor(builder: TextBuilder, lines: readonly Line[]) {
    this.#builder = builder
    const isPaged = lines.some(({ marks }) => marks.some(({ code }) => code === 'page'))
    if (isPaged) builder.beginPage(1)
  }

  turn(): void {
    if (this.isEmpty) return
    this.#page += 1
    this.isEmpty = true
    this.#builder.beginPage(this.#page)
  }
}
