/** Letters of a spreadsheet column as an index from 0: A is 0, Z is 25, AA is 26. */
export function columnIndex(letters: string): number {
  let index = 0
  for (const letter of letters) index = index * 26 + (letter.charCodeAt(0) - 64)
  return index - 1
}

const CELLS = /^([A-Z]+)\d+(?::([A-Z]+)\d+)?$/u

/**
 * The words at some cells of a row, as a claim quotes them: one cell as printed, a range or a list
 * of cells with tabs between. Null where the row has no such cell.
 */
export function quoteOfCells(cells: string, row: readonly string[]): string | null {
  const quoted: string[] = []
  for (const place of cells.split(',')) {
    const [, first, last] = CELLS.exec(place) ?? []
    if (first === undefined) return null
    const from = columnIndex(first)
    const to = last === undefined ? from : columnIndex(last)
    if (from >= row.length) return null
    quoted.push(...row.slice(from, to + 1))
  }
  return quoted.join('\t')
}
