/** A line of CSV (RFC 4180) that no spreadsheet takes for a formula. */

/** Signs by which a cell begins to be computed; a minus before a number is only a number. */
const FORMULA = /^[=@\t\r]|^[+-](?!\d)/u

/** Joins cells; one that a spreadsheet would compute is made text by an apostrophe before it. */
export function csvLine(cells: readonly string[]): string {
  return cells
    .map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell))
    .map((cell) => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')
}
