// A returned workbook, cell by cell: what is answered, what is wrong and where, and what is missing.
// Whatever cannot be taken is told with the words that stand there, so that nothing is lost.
import { fillWords, plainText, type Uuid } from '../../base/index.ts'
import type { GridSheet, SheetRow as RowRead } from '../../graph/reading/index.ts'
import type { CellReading } from './answer.ts'
import type { Answer, Declined, Judged, ReturnProblem, Sheet, SheetRow } from './model.ts'
import { cellKey } from './plan.ts'
import { cellAt, type FoundHead, findHead, findRow, isHeadRow, type Titles } from './recognise.ts'
import { HELD_TEXT, RETURN_WORDS, type ReturnFault } from './words.ts'

/** Problems that are told one by one; of more only the number is told. */
const PROBLEMS_MAX = 500
/** As much of a cell as a problem repeats; the file itself is kept whole. */
const GIVEN_MAX = 200

/** What judging needs besides the workbook. */
export interface JudgeInput {
  readonly workbook: string
  readonly sheet: Sheet
  readonly titles: Titles
  readonly read: (row: SheetRow, property: string, printed: string) => CellReading
}

/** Judges a returned workbook. Problem: `collection-head`. */
export function judgeReturn(sheets: readonly GridSheet[], input: JudgeInput): Judged {
  const head = findHead(sheets, input.sheet, input.titles)
  const work = new Judging(input, head)
  for (const row of head.sheet.rows) if (!isHeadRow(head, row)) work.take(row)
  return work.end()
}

type CellSaid = { readonly row: RowRead; readonly at: number; readonly printed: string }

class Judging {
  readonly #input: JudgeInput
  readonly #head: FoundHead
  readonly #problems: ReturnProblem[] = []
  /** What was said of each asked cell, by `cellKey`; a row that stands twice says it twice. */
  readonly #said = new Map<string, CellSaid[]>()
  readonly #seen = new Set<Uuid>()

  constructor(input: JudgeInput, head: FoundHead) {
    this.#input = input
    this.#head = head
    for (const [at, column] of head.columns.entries()) {
      if (column >= 0) continue
      const property = input.sheet.columns[at] ?? ''
      const given = input.titles.of(property)
      this.#tell('column-gone', { given, taken: false })
    }
  }

  take(row: RowRead): void {
    const { sheet, workbook } = this.#input
    const { key, code, name, columns } = this.#head
    const at = (column: number): string => (column < 0 ? '' : (row.cells[column] ?? ''))
    const given = { key: at(key), code: at(code), name: at(name) }
    const found = findRow(sheet, workbook, given)
    const words = columns.map(at)
    if (found.row === null) {
      const isEmpty = words.every((text) => plainText(text) === '')
      const fault = found.fault ?? (isEmpty ? null : 'row-unknown')
      if (fault === null || (isEmpty && given.key === '' && given.code === '')) return
      const whole = [given.code, given.name, ...words].filter((text) => text !== '').join(' | ')
      this.#tell(fault, { row: row.row, name: given.name, given: whole, taken: false })
      return
    }
    const its = { row: row.row, thing: found.row.thing, name: found.row.name }
    if (found.fault !== null) {
      const cell = found.fault === 'code-typed-over' ? cellAt(code, row.row) : null
      this.#tell(found.fault, { ...its, cell, given: given.code, taken: true })
    }
    this.#seen.add(found.row.thing)
    this.#takeCells(found.row, row)
  }

  #takeCells(mine: SheetRow, row: RowRead): void {
    const { columns } = this.#head
    for (const [at, cell] of mine.cells.entries()) {
      const column = columns[at] ?? -1
      const printed = column < 0 ? '' : (row.cells[column] ?? '')
      if (plainText(printed) === '') continue
      const property = this.#input.sheet.columns[at] ?? ''
      if (cell.state === 'asked') {
        const key = cellKey(mine.thing, property)
        this.#said.set(key, [...(this.#said.get(key) ?? []), { row, at: column, printed }])
      } else if (!isAsSent(cell.text, printed)) {
        const place = { row: row.row, cell: cellAt(column, row.row) }
        const its = { ...place, thing: mine.thing, name: mine.name, given: printed, taken: false }
        const was = cell.text === HELD_TEXT ? '' : cell.text
        this.#tell(cell.state === 'elsewhere' ? 'elsewhere-typed' : 'known-typed-over', its, {
          was,
        })
      }
    }
  }

  end(): Judged {
    const { sheet } = this.#input
    const answers: Answer[] = []
    const declined: Declined[] = []
    let asked = 0
    for (const row of sheet.rows) {
      if (!this.#seen.has(row.thing)) {
        const { thing, name } = row
        this.#tell('row-missing', { thing, name, given: row.code, taken: false })
      }
      for (const [at, cell] of row.cells.entries()) {
        if (cell.state !== 'asked') continue
        asked += 1
        const property = sheet.columns[at] ?? ''
        const said = this.#said.get(cellKey(row.thing, property)) ?? []
        const read = this.#one(row, said)
        if (read === null) continue
        const answer = this.#read(row, property, read)
        if (answer === 'declined') declined.push({ thing: row.thing, property })
        else if (answer !== null) answers.push(answer)
      }
    }
    const unanswered = asked - answers.length - declined.length
    return { answers, declined, problems: this.#told(), unanswered }
  }

  /** The one thing that is said of a cell; null where nothing is, or two rows say different things. */
  #one(row: SheetRow, said: readonly CellSaid[]): CellSaid | null {
    const [first, ...others] = said
    if (first === undefined) return null
    const isOne = others.every(({ printed }) => plainText(printed) === plainText(first.printed))
    if (isOne) return first
    for (const { row: at, at: column, printed } of said) {
      const place = { row: at.row, cell: cellAt(column, at.row) }
      const its = { ...place, thing: row.thing, name: row.name, given: printed }
      this.#tell('said-twice', { ...its, taken: false })
    }
    return null
  }

  #read(row: SheetRow, property: string, said: CellSaid): Answer | 'declined' | null {
    const { printed, at: column } = said
    const cell = cellAt(column, said.row.row)
    const its = { row: said.row.row, cell, thing: row.thing, name: row.name, given: printed }
    if (said.row.formulas?.includes(column) === true) {
      this.#tell('formula', { ...its, taken: false })
      return null
    }
    const reading = this.#input.read(row, property, printed)
    if (reading.kind === 'declined') return 'declined'
    if (reading.kind === 'fault') {
      const { code, words } = reading
      this.#problems.push({ ...this.#placed(its), code, words, taken: false })
      return null
    }
    const { text, quantity } = reading
    const sheet = this.#head.sheet.name
    const place = { sheet, row: said.row.row, cell }
    return { thing: row.thing, property, ...place, printed, text, quantity }
  }

  #placed(its: Partial<ReturnProblem> & { readonly given: string }) {
    return {
      ...{ sheet: this.#head.sheet.name, row: null, cell: null, thing: null, name: '' },
      ...its,
      given: [...its.given].slice(0, GIVEN_MAX).join(''),
    }
  }

  #tell(
    fault: ReturnFault,
    its: Partial<ReturnProblem> & { readonly given: string; readonly taken: boolean },
    details: Readonly<Record<string, string>> = {},
  ): void {
    const words = fillWords(RETURN_WORDS[fault], details)
    this.#problems.push({ ...this.#placed(its), code: fault, words, taken: its.taken })
  }

  /** In the order of the sheet, what concerns no row at the end. */
  #told(): ReturnProblem[] {
    const rank = ({ row }: ReturnProblem): number => row ?? Number.MAX_SAFE_INTEGER
    const ordered = this.#problems.toSorted((one, other) => rank(one) - rank(other))
    const [shown, more] = [ordered.slice(0, PROBLEMS_MAX), ordered.length - PROBLEMS_MAX]
    if (more <= 0) return shown
    const words = fillWords(RETURN_WORDS['and-more'], { count: more })
    return [...shown, { ...this.#placed({ given: '' }), code: 'and-more', words, taken: false }]
  }
}

const isAsSent = (sent: string, printed: string): boolean =>
  plainText(sent).replace(/\s/gu, '') === plainText(printed).replace(/\s/gu, '')
