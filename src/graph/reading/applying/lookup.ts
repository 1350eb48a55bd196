import { Problem, plainText } from '../../../base/index.ts'
import { isFileLookup, type Mapping, refuse, titleKey } from '../mapping/index.ts'
import type { SheetHead } from '../table/index.ts'
import type { SheetRow } from '../workbook/index.ts'

/** A look-up table: a value, null where the key has more than one, undefined where it has none. */
export type Lookup = (key: string) => string | null | undefined

/** Tables that the importer hands in by name: functions, or entries that it collected. */
export type Lookups = Readonly<Record<string, Lookup | ReadonlyMap<string, string | null>>>

/** The table of that name: written in the mapping, or handed in. */
export function lookupOf(mapping: Mapping, handed: Lookups, name: string): Lookup {
  const own = mapping.lookups[name]
  if (own !== undefined && !isFileLookup(own)) {
    const entries = new Map(Object.entries(own).map(([key, value]) => [plainText(key), value]))
    return (key) => entries.get(plainText(key))
  }
  const table = Object.hasOwn(handed, name) ? handed[name] : undefined
  if (table === undefined) return refuse(['lookups', name], 'table-unknown', { name })
  return typeof table === 'function' ? table : (key) => table.get(plainText(key))
}

/** Gathers the entries of a table out of the rows of another file. */
export class LookupCollector {
  /** Null: the key came with two values, so it leads nowhere. */
  readonly entries = new Map<string, string | null>()
  readonly #key: number
  readonly #value: number

  /** Throws `column-missing`. */
  constructor(columns: { key: string; value: string }, head: SheetHead) {
    this.#key = columnNamed(columns.key, head)
    this.#value = columnNamed(columns.value, head)
  }

  add({ cells }: SheetRow): void {
    const key = plainText(cells[this.#key] ?? '')
    const value = plainText(cells[this.#value] ?? '')
    if (key === '' || value === '') return
    const known = this.entries.get(key)
    this.entries.set(key, known === undefined || known === value ? value : null)
  }
}

function columnNamed(title: string, head: SheetHead): number {
  const column = head.columns.find((each) => titleKey(each.title) === titleKey(title))
  if (column === undefined) throw new Problem('column-missing', { column: title })
  return column.index
}
