// Tables whose cells the text layer put in columns: titles first, then as many dates and issuers.
import type { Analysis } from '../../model.ts'
import type { Title } from './titles.ts'

export interface TableRow {
  readonly issuer: string
  readonly date: string
}

const DATE =
  /^((?:19|20)\d\d)[/.-](\d{1,2})[/.-](\d{1,2})$|^((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日$/
const LEAST_ROWS = 3

/** Rows of broken tables by their title: only where titles, dates and issuers are equally many. */
export function tableRows(analysis: Analysis, titles: readonly Title[]): Map<Title, TableRow> {
  const { text } = analysis
  const column = analysis.rules.papers.issuerColumn
  const rows = new Map<Title, TableRow>()
  for (let at = 0; at < titles.length; ) {
    const run = runFrom(text, titles, at)
    if (run.length >= LEAST_ROWS) {
      const cells = text
        .slice((run.at(-1) as Title).to, (run.at(-1) as Title).to + 1200)
        .split('\n')
      const columns = columnsOf(column, cells, run.length)
      for (const [row, title] of run.entries()) {
        if (columns !== null) rows.set(title, columns[row] as TableRow)
      }
    }
    at += Math.max(1, run.length)
  }
  return rows
}

/** Titles that are paragraphs of their own, one behind the other. */
function runFrom(text: string, titles: readonly Title[], first: number): Title[] {
  const run: Title[] = []
  for (let at = first; at < titles.length; at += 1) {
    const title = titles[at] as Title
    const before = run.at(-1)
    if (text[title.from - 1] !== '\n' || text[title.to] !== '\n') break
    if (before !== undefined && before.to + 1 !== title.from) break
    run.push(title)
  }
  return run
}

function columnsOf(column: RegExp, cells: readonly string[], count: number): TableRow[] | null {
  const first = cells.findIndex((cell) => DATE.test(cell))
  if (first < 0) return null
  const dates = cells.slice(first, first + count)
  if (dates.length < count || !dates.every((cell) => DATE.test(cell))) return null
  const after = cells.slice(first + count)
  const head = after.findIndex((cell) => column.test(cell))
  const issuers = head === 0 ? after.slice(1, 1 + count) : []
  return dates.map((cell, row) => {
    const parts = (DATE.exec(cell) as RegExpExecArray).slice(1).filter((part) => part !== undefined)
    return {
      date: parts.map((part) => part.padStart(2, '0')).join('-'),
      issuer: issuers.length === count ? (issuers[row] as string) : '',
    }
  })
}
