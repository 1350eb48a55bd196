import { sha256Hex } from '../../../base/index.ts'
import type { MappingClaim, MappingField } from '../mapping/index.ts'
import type { SheetHead } from '../table/index.ts'
import { type ColumnGuess, LOCAL, type Role } from './column.ts'

export type Thing = MappingClaim['subject']

/** Collects the parts of a mapping while columns are gone through. */
export class Draft {
  readonly id: string
  readonly fields: Record<string, MappingField> = {}
  readonly claims: MappingClaim[] = []
  /** Columns that some field reads. */
  readonly used = new Set<number>()
  readonly #head: SheetHead

  constructor(head: SheetHead) {
    this.#head = head
    const titles = head.columns.map(({ title }) => title).join('|')
    this.id = `table-${sha256Hex(titles).slice(0, 8)}`
  }

  get list(): string {
    return `list:${this.id}`
  }

  /** The scheme of a code: the table's own codes are a list of their own. */
  schemeOf(scheme: string): string {
    return scheme === LOCAL ? this.list : scheme
  }

  /** A field for a column, under a name of its own. */
  field(name: string, { column }: ColumnGuess, rest: Omit<MappingField, 'column'>): string {
    let own = name
    for (let count = 2; Object.hasOwn(this.fields, own); count += 1) own = `${name}${count}`
    const alike = this.#head.columns.filter(({ title }) => title === column.title)
    const isNamed = column.title !== '' && alike.length === 1
    this.used.add(column.index)
    this.fields[own] = { column: isNamed ? column.title : { index: column.index }, ...rest }
    return own
  }

  claim(claim: MappingClaim): void {
    this.claims.push(claim)
  }
}

export const TRIM = [{ trim: true as const }]
export const KEY = [{ trim: true as const }, { fold: true as const }]

export const ofRole = <R extends Role['role']>(
  guesses: readonly ColumnGuess[],
  role: R,
): ColumnGuess[] => guesses.filter(({ means }) => means.role === role)
