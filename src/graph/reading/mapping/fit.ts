import { plainText } from '../../../base/index.ts'
import type { SheetHead } from '../table/index.ts'
import { compilePattern } from './pattern.ts'
import type { Mapping } from './schema.ts'

/** How titles are compared: without blanks, width or case. */
export const titleKey = (title: string): string =>
  plainText(title).replace(/\s+/g, '').toLowerCase()

/** Whether a mapping was made for such a file and sheet: its name, its titles. */
export function fitsMapping(
  mapping: Mapping,
  file: { fileName: string; head: SheetHead },
): boolean {
  const { match } = mapping
  const { fileName, head } = file
  const base = fileName.slice(fileName.lastIndexOf('/') + 1)
  if (match.file !== undefined && !compilePattern(match.file).test(base)) return false
  return speaksOfSheet(mapping, head) && missingColumns(mapping, head).length === 0
}

/** Whether a mapping means such a sheet of the file that a person chose it for, whatever its name. */
export function speaksOfSheet({ match }: Mapping, { sheet }: SheetHead): boolean {
  return match.sheet === undefined || compilePattern(match.sheet).test(sheet ?? '')
}

/** Columns by which the mapping knows its tables and which the head lacks. */
export function missingColumns({ match }: Mapping, head: SheetHead): string[] {
  const titles = new Set(head.columns.map(({ title }) => titleKey(title)))
  return (match.columns ?? []).filter((title) => !titles.has(titleKey(title)))
}

/** A table that a mapping looks values up in and does not hold itself. */
export interface LookupNeed {
  name: string
  /** The file of the bundle and its two columns; null for a table that is handed in by name. */
  from: { file: string; key: string; value: string } | null
}

/** The tables that the importer has to bring: rows of other files, and named tables. */
export function neededLookups(mapping: Mapping): LookupNeed[] {
  const used = Object.values(mapping.fields).flatMap((field) =>
    (field.steps ?? []).flatMap((step) => step.lookup?.table ?? []),
  )
  return [...new Set(used)].flatMap((name): LookupNeed[] => {
    const lookup = mapping.lookups[name]
    if (lookup === undefined) return [{ name, from: null }]
    return isFileLookup(lookup) ? [{ name, from: lookup }] : []
  })
}

/** A look-up that names a file; a table written out has texts alone, so `file` may be its key. */
export function isFileLookup(
  lookup: Mapping['lookups'][string],
): lookup is { file: string; key: string; value: string } {
  const keys = Object.keys(lookup).sort().join()
  return keys === 'file,key,value'
}
