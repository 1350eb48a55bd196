import { pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Problem } from '../../../base/index.ts'
import type { ReadLimits } from '../container/index.ts'
import { DAMAGE } from './words.ts'

export type Delimiter = ',' | ';' | '\t' | '|'

const DELIMITERS: readonly Delimiter[] = [',', '\t', ';', '|']
const SAMPLE_LINES = 30

/**
 * The delimiter of a text table by its first lines: the sign that cuts most of them into the same
 * number of pieces; of two that do, the one with more pieces. Signs within quotes do not count.
 */
export function detectDelimiter(sample: string): Delimiter {
  const lines = sample
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES)
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1)
    const usual = modeOf(counts.filter((count) => count > 0))
    const agreeing = counts.filter((count) => count === usual).length
    const score = usual === 0 ? 0 : agreeing * 1_000 + usual
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

function modeOf(counts: readonly number[]): number {
  const times = new Map<number, number>()
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1)
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

/**
 * The records of a text table, one by one, with flat memory; the empty lines too, so that records
 * count like rows of a spreadsheet. Quoted line breaks belong to their cell; a stray quote inside a
 * cell is a character. Throws `row-too-long`, and `workbook-damaged` for a quote without its end.
 */
export async function* readRecords(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
  limits: ReadLimits,
): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: limits.rowCharacters,
  })
  let row = 0
  pipeline(text, parser, () => {
    // The error comes out of the loop below.
  })
  try {
    for await (const record of parser) {
      row += 1
      if ((record as string[]).length > limits.columns) {
        throw new Problem('row-too-long', { row, limit: limits.columns })
      }
      yield record as string[]
    }
  } catch (error) {
    throw problemOf(error, limits)
  }
}

function problemOf(error: unknown, limits: ReadLimits): unknown {
  if (!(error instanceof CsvError)) return error
  // The parser is ahead of the loop, so it knows the row better.
  const row = Number(error.records ?? 0) + 1
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new Problem('row-too-long', { row, limit: limits.rowCharacters })
  }
  return new Problem('workbook-damaged', {
    reason: DAMAGE.quote.zh.replace('{row}', String(row)),
    reasonEn: DAMAGE.quote.en.replace('{row}', String(row)),
  })
}
