import { parse } from 'csv-parse/sync'
import { Problem, stableCompare } from '../../base/index.ts'

/** One row of a code table; null where the source says nothing (未明), never a guess. */
export interface CodeRow {
  scheme: string
  edition: string
  code: string
  parent: string | null
  nameZh: string | null
  nameEn: string | null
  /** First day of validity and first day after it, ISO; null is not known or still valid. */
  validFrom: string | null
  validTo: string | null
}

const COLUMNS = ['scheme', 'edition', 'code', 'parent', 'nameZh', 'nameEn', 'validFrom', 'validTo']

/** Reads the text of one code table (CSV with exactly the columns above). Problem: `pack-invalid`. */
export function parseCodes(text: string, file: string): CodeRow[] {
  const [header, ...rows] = parseCsv(text, file)
  if (header?.join(',') !== COLUMNS.join(',')) {
    throw new Problem('pack-invalid', { pack: 'codes', file, reason: COLUMNS.join(',') })
  }
  const filled = (cell: string | undefined): string | null => (cell === '' ? null : (cell ?? null))
  return rows.map(([scheme = '', edition = '', code = '', ...rest]) => ({
    ...{ scheme, edition, code, parent: filled(rest[0]) },
    ...{ nameZh: filled(rest[1]), nameEn: filled(rest[2]) },
    ...{ validFrom: filled(rest[3]), validTo: filled(rest[4]) },
  }))
}

function parseCsv(text: string, file: string): string[][] {
  try {
    return parse(text, { bom: true, skipEmptyLines: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Problem('pack-invalid', { pack: 'codes', file, reason })
  }
}

/** The codes of one scheme, found by code, by parent or by a part of their name. */
export interface CodeTable {
  readonly scheme: string
  readonly rows: readonly CodeRow[]
  /** The row valid on a day; without a day, the one that is still valid before one that is not. */
  find(code: string, on?: string): CodeRow | null
  childrenOf(parent: string | null): readonly CodeRow[]
  /** Rows whose code begins with the words, or whose names hold them, in the order of codes. */
  search(words: string, limit: number): readonly CodeRow[]
}

/** Groups rows of any number of files into one table for each scheme. */
export function codeTables(rows: readonly CodeRow[]): ReadonlyMap<string, CodeTable> {
  const byScheme = groupBy(rows, ({ scheme }) => scheme)
  return new Map([...byScheme].map(([scheme, own]) => [scheme, codeTable(scheme, own)]))
}

function codeTable(scheme: string, own: readonly CodeRow[]): CodeTable {
  const rows = [...own].sort((left, right) => stableCompare(left.code, right.code))
  const byCode = groupBy(rows, ({ code }) => code)
  const byParent = groupBy(rows, ({ parent }) => parent)
  return {
    scheme,
    rows,
    find: (code, on) => validRow(byCode.get(code) ?? [], on),
    childrenOf: (parent) => byParent.get(parent) ?? [],
    search: (words, limit) => searchRows(rows, words, limit),
  }
}

function groupBy<Key>(rows: readonly CodeRow[], keyOf: (row: CodeRow) => Key): Map<Key, CodeRow[]> {
  const groups = new Map<Key, CodeRow[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  return groups
}

function validRow(rows: readonly CodeRow[], on: string | undefined): CodeRow | null {
  if (on === undefined) return rows.find(({ validTo }) => validTo === null) ?? rows[0] ?? null
  return (
    rows.find(({ validFrom, validTo }) => {
      return (validFrom === null || validFrom <= on) && (validTo === null || on < validTo)
    }) ?? null
  )
}

function searchRows(rows: readonly CodeRow[], words: string, limit: number): CodeRow[] {
  const sought = words.trim().toLowerCase()
  const found: CodeRow[] = []
  for (const row of rows) {
    if (found.length >= limit) break
    const named = row.nameZh?.includes(sought) || row.nameEn?.toLowerCase().includes(sought)
    if (row.code.toLowerCase().startsWith(sought) || named) found.push(row)
  }
  return found
}
