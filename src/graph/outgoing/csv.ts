/** Signs by which a spreadsheet takes a cell for a formula, in either width and after blanks. */
const FORMULA = /^(?:[\t\r]|\s*[=+\-@|＝＋－＠])/u
/** A plain number is no formula, whatever its sign. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?%?$/u

/** One cell as RFC 4180 wants it; what a spreadsheet would compute is made text by an apostrophe. */
function csvCell(value: string): string {
  const safe = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** UTF-8 with a byte order mark, as spreadsheets in China expect it; lines end as RFC 4180 says. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}
