import { sha256Hex } from '../../../base/index.ts'
import { OFFICE_SCHEME, schemeWithin, type Vocabulary } from '../../kinds/index.ts'
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
  readonly #kinds: Vocabulary['kinds']
  /** The list of names within the chain of each row; null where a row does not say its chain. */
  #chainList: string | null = null

  constructor(head: SheetHead, { kinds }: Vocabulary) {
    this.#head = head
    this.#kinds = kinds
    const titles = head.columns.map(({ title }) => title).join('|')
    this.id = `table-${sha256Hex(titles).slice(0, 8)}`
  }

  get list(): string {
    return `list:${this.id}`
  }

  /**
   * The list in which a name of this kind is one thing. Sheets and files of one office that name a
   * chain or a stage of it alike speak of one; with lists of their own, each would make another.
   */
  listFor(kind: string): string {
    const { namesHold } = this.#kinds.get(kind) ?? { namesHold: 'table' }
    if (namesHold === 'office') return OFFICE_SCHEME
    return namesHold === 'chain' ? (this.#chainList ?? this.list) : this.list
  }

  /** A thing that goes by the name in a field. */
  named(kind: string, field: string): Thing {
    return { kind, scheme: this.listFor(kind), code: `{${field}}` }
  }

  /** Names that hold within a chain are those of this one: a template, or a chain that was chosen. */
  withinChain(chain: { scheme: string; code: string }): void {
    this.#chainList = schemeWithin(chain)
  }

  /** The scheme of a code: the table's own codes are a list of their own. */
  schemeOf(scheme: string): string {
    return scheme === LOCAL ? this.list : scheme
  }

  /** A field for a column, under a name of its own; one that reads it so already serves again. */
  field(name: string, { column }: ColumnGuess, rest: Omit<MappingField, 'column'>): string {
    const alike = this.#head.columns.filter(({ title }) => title === column.title)
    const isNamed = column.title !== '' && alike.length === 1
    const field = { column: isNamed ? column.title : { index: column.index }, ...rest }
    const text = JSON.stringify(field)
    const same = Object.keys(this.fields).find((each) => JSON.stringify(this.fields[each]) === text)
    if (same !== undefined) return same
    let own = name
    for (let count = 2; Object.hasOwn(this.fields, own); count += 1) own = `${name}${count}`
    this.used.add(column.index)
    this.fields[own] = field
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
