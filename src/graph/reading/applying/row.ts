import type { Words } from '../../../base/index.ts'
import type { Vocabulary } from '../../kinds/index.ts'
import type { Mapping, Verdict } from '../mapping/index.ts'
import { isNoteRow, isTotalRow, lettersOf, type SheetHead } from '../table/index.ts'
import type { SheetRow } from '../workbook/index.ts'
import { type ClaimMaker, compileClaim } from './claims.ts'
import { compileMust, type Question } from './conditions.ts'
import { type CompiledField, compileField, faultOfCell } from './fields.ts'
import { type Lookups, lookupOf } from './lookup.ts'
import type { Fault, ReadClaim, RowReading, RowReason, RowState } from './model.ts'
import { fault, isFault } from './steps.ts'

/** Reads one row of the sheet that it was made for. */
export type RowReader = (row: SheetRow) => RowReading

export interface ApplyOptions {
  /** Name of the file, for `{file}`. */
  fileName?: string
  /** Tables that the mapping names and does not hold. */
  lookups?: Lookups
  /** Judges kinds, codes and values; without it a mapping is taken at its word. */
  vocabulary?: Vocabulary
  /** Hand over the values of the fields too, for a preview. */
  withFields?: boolean
}

/**
 * Compiles a mapping for one sheet into a fast function over its rows. Throws `column-missing` and
 * `mapping-invalid`; the function itself never throws on what a row holds.
 */
export function compileMapping(
  mapping: Mapping,
  head: SheetHead,
  options: ApplyOptions = {},
): RowReader {
  const compiled = new CompiledMapping(mapping, head, options)
  return (row) => compiled.read(row)
}

/** Like `compileMapping` for callers that meet heads and rows mixed: compiles once a head. */
export function applyMapping(
  mapping: Mapping,
  options: ApplyOptions = {},
): (row: SheetRow, head: SheetHead) => RowReading {
  const readers = new WeakMap<SheetHead, RowReader>()
  return (row, head) => {
    const reader = readers.get(head) ?? compileMapping(mapping, head, options)
    readers.set(head, reader)
    return reader(row)
  }
}

interface CompiledCheck {
  field: number
  isMet: Question
  verdict: Verdict
  words: Words
}

const RANK: readonly RowReading['outcome'][] = ['ok', 'held', 'refused']

class CompiledMapping {
  readonly #head: SheetHead
  readonly #fields: CompiledField[]
  readonly #checks: CompiledCheck[]
  readonly #claims: ClaimMaker[]
  readonly #withFields: boolean
  readonly #state: RowState
  #outcome: RowReading['outcome'] = 'ok'
  #holdsAll = false
  #reasons: RowReason[] = []

  constructor(mapping: Mapping, head: SheetHead, options: ApplyOptions) {
    const { vocabulary, fileName = '', lookups = {} } = options
    this.#head = head
    this.#withFields = options.withFields === true
    this.#fields = Object.entries(mapping.fields).map(([name, field]) =>
      compileField(name, field, head, (table) => lookupOf(mapping, lookups, table)),
    )
    const numbers = new Map(this.#fields.map(({ name }, at) => [name, at]))
    const numberOf = (name: string): number => numbers.get(name) ?? -1
    this.#checks = mapping.checks.map((check) => ({
      field: numberOf(check.field),
      isMet: compileMust(check, numberOf),
      verdict: check.else,
      words: check.reason,
    }))
    const context = {
      ...{ mapping, head, vocabulary, numberOf, names: { sheet: head.sheet, fileName } },
      columnOf: (field: number) => this.#fields[field]?.column ?? -1,
      isList: (field: number) => this.#fields[field]?.steps.kind === 'list',
    }
    this.#claims = mapping.claims.map((claim, at) => compileClaim(claim, at, context))
    const count = this.#fields.length
    this.#state = {
      row: 0,
      cells: [],
      texts: new Array(count).fill(null),
      quantities: new Array(count).fill(null),
      lists: new Array(count).fill(null),
      aside: new Array(count).fill(false),
    }
  }

  read(row: SheetRow): RowReading {
    this.#outcome = 'ok'
    this.#holdsAll = false
    this.#reasons = []
    const odd = this.#oddRow(row)
    if (odd !== null) return { outcome: odd.verdict, reasons: [odd.reason], claims: [] }
    this.#readFields(row)
    for (const { field, isMet, verdict, words } of this.#checks) {
      if (!isMet(this.#state)) this.#object({ code: 'check', words }, field, verdict)
    }
    const claims = this.#isRefused() ? [] : this.#makeClaims()
    const reading: RowReading = { outcome: this.#outcome, reasons: this.#reasons, claims }
    if (this.#withFields) reading.fields = this.#printFields()
    return reading
  }

  /** Rows that are no rows of data, and rows whose cells do not stand under their titles. */
  #oddRow(row: SheetRow): { verdict: 'held' | 'refused'; reason: RowReason } | null {
    const { cells } = row
    if (row.ragged !== undefined) {
      const details = { found: cells.length, expected: this.#head.columns.length }
      return { verdict: 'held', reason: rowReason(fault('row-ragged', details)) }
    }
    if (isTotalRow(cells)) return { verdict: 'refused', reason: rowReason(fault('row-total')) }
    if (isNoteRow(cells)) return { verdict: 'refused', reason: rowReason(fault('row-note')) }
    if (this.#repeatsHeader(cells)) {
      return { verdict: 'refused', reason: rowReason(fault('row-header')) }
    }
    return null
  }

  #repeatsHeader(cells: readonly string[]): boolean {
    const { columns, headerRows } = this.#head
    if (headerRows === 0 || cells[0] !== columns[0]?.title || cells[0] === '') return false
    return columns.length > 1 && columns.every(({ title }, at) => (cells[at] ?? '') === title)
  }

  #readFields({ row, cells }: SheetRow): void {
    const state = this.#state
    state.row = row
    state.cells = cells
    for (let at = 0; at < this.#fields.length; at += 1) {
      state.texts[at] = null
      state.quantities[at] = null
      state.lists[at] = null
      state.aside[at] = false
      const field = this.#fields[at] as CompiledField
      const cell = field.isRowNumber ? String(row) : (cells[field.column] ?? '')
      const found =
        (cell === '' ? null : faultOfCell(cell, field.title)) ?? this.#take(field, at, cell)
      if (found !== null) this.#object(found, at, found.verdict ?? field.otherwise)
      else if (field.isRequired && this.#isEmpty(at)) {
        this.#object(fault('column-empty', { column: field.title }), at, 'refuse')
      }
    }
  }

  #take({ steps }: CompiledField, at: number, cell: string): Fault | null {
    const state = this.#state
    if (steps.kind === 'text') {
      const text = steps.read(cell)
      if (text !== null && typeof text === 'object') return text
      state.texts[at] = text
      return null
    }
    const value = steps.read(cell)
    if (value !== null && isFault(value)) return value
    if (steps.kind === 'quantity') state.quantities[at] = value as RowState['quantities'][number]
    else state.lists[at] = value as RowState['lists'][number]
    return null
  }

  #isRefused(): boolean {
    return this.#outcome === 'refused'
  }

  #isEmpty(at: number): boolean {
    const { texts, quantities, lists } = this.#state
    return (texts[at] ?? quantities[at] ?? lists[at] ?? null) === null
  }

  #object(found: { code: string; words: Words }, at: number, verdict: Verdict): void {
    const field = this.#fields[at]
    const cells =
      field === undefined || field.column < 0
        ? null
        : `${lettersOf(field.column)}${this.#state.row}`
    const { code, words } = found
    if (!this.#isSaid(cells, found)) {
      this.#reasons.push({ field: field?.name ?? null, cells, code, words })
    }
    if (verdict === 'hold-cell') this.#state.aside[at] = true
    if (verdict === 'hold') this.#holdsAll = true
    const outcome = verdict === 'refuse' ? 'refused' : 'held'
    if (RANK.indexOf(outcome) > RANK.indexOf(this.#outcome)) this.#outcome = outcome
  }

  /** Two fields may read one cell, and what a check found the vocabulary need not find again. */
  #isSaid(cells: string | null, { code, words }: { code: string; words: Words }): boolean {
    return this.#reasons.some(
      (reason) =>
        reason.cells === cells && (code.startsWith('value-') || reason.words.zh === words.zh),
    )
  }

  #makeClaims(): ReadClaim[] {
    const claims: ReadClaim[] = []
    const object = (found: { code: string; words: Words; verdict: Verdict }, field: number): void =>
      this.#object(found, field, found.verdict)
    for (const make of this.#claims) make(this.#state, claims, object)
    if (this.#isRefused()) return []
    if (claims.length === 0 && this.#outcome === 'ok') {
      this.#outcome = 'refused'
      this.#reasons.push(rowReason(fault('row-silent')))
    }
    if (this.#holdsAll) for (const claim of claims) claim.held = true
    return claims
  }

  #printFields(): Record<string, string> {
    const { texts, quantities, lists } = this.#state
    const printed = this.#fields.map(({ name }, at): [string, string] => [
      name,
      texts[at] ?? quantities[at]?.printed ?? lists[at]?.join(' | ') ?? '',
    ])
    return Object.fromEntries(printed)
  }
}

const rowReason = ({ code, words }: Fault): RowReason => ({ field: null, cells: null, code, words })
