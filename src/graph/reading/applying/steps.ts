import {
  decimal,
  decimalText,
  fillWords,
  parseDate,
  parseQuantity,
  plainText,
  type Quantity,
  splitUnit,
} from '../../../base/index.ts'
import {
  compilePattern,
  isNumber,
  isSplit,
  MATCHED_CHARACTERS,
  type MappingField,
  type MappingStep,
} from '../mapping/index.ts'
import type { Lookup } from './lookup.ts'
import type { Fault } from './model.ts'
import { REASONS, type ReasonCode } from './words.ts'

type TextStep = (text: string) => string | null | Fault

/** How a field reads its cell, by what comes out: a text, a quantity, or several texts. */
export type FieldSteps =
  | { kind: 'text'; read: TextStep }
  | { kind: 'quantity'; read: (text: string) => Quantity | null | Fault }
  | { kind: 'list'; read: (text: string) => readonly string[] | null | Fault }

/** Compiles the steps of a field; `lookupOf` gives the table of a name. */
export function compileSteps(field: MappingField, lookupOf: (name: string) => Lookup): FieldSteps {
  const steps = field.steps ?? []
  if (isSplit(field)) return { kind: 'list', read: listSteps(steps, lookupOf) }
  if (!isNumber(field)) return { kind: 'text', read: textSteps(steps, lookupOf) }
  const before = textSteps(steps.slice(0, -1), lookupOf)
  const toQuantity = quantityStep(steps.at(-1)?.number ?? {})
  return {
    kind: 'quantity',
    read: (cell) => {
      const text = before(cell)
      return typeof text === 'string' ? toQuantity(text, cell) : text
    },
  }
}

export const isFault = (value: object): value is Fault => 'code' in value

export function fault(
  code: ReasonCode,
  details: Readonly<Record<string, string | number>> = {},
): Fault {
  return { code, words: fillWords(REASONS[code], details) }
}

function textSteps(steps: readonly MappingStep[], lookupOf: (name: string) => Lookup): TextStep {
  const compiled = steps.map((step) => textStep(step, lookupOf))
  const hasConstant = steps[0]?.constant !== undefined
  return (cell) => {
    let text = cell
    if (text === '' && !hasConstant) return null
    for (const step of compiled) {
      const next = step(text)
      if (typeof next !== 'string') return next
      if (next === '') return null
      text = next
    }
    return text
  }
}

function listSteps(
  steps: readonly MappingStep[],
  lookupOf: (name: string) => Lookup,
): (text: string) => readonly string[] | null | Fault {
  const cut = steps.findIndex((step) => step.split !== undefined)
  const on = steps[cut]?.split?.on ?? ''
  const before = textSteps(steps.slice(0, cut), lookupOf)
  const after = textSteps(steps.slice(cut + 1), lookupOf)
  return (cell) => {
    const text = before(cell)
    if (typeof text !== 'string') return text
    const items: string[] = []
    for (const piece of text.split(on)) {
      const item = after(piece.trim())
      if (typeof item === 'string') items.push(item)
      else if (item !== null) return item
    }
    return items.length === 0 ? null : items
  }
}

function textStep(step: MappingStep, lookupOf: (name: string) => Lookup): TextStep {
  if (step.trim !== undefined) return trimCell
  if (step.fold !== undefined) return plainText
  if (step.part !== undefined) return partStep(step.part.pattern, step.part.group ?? 0)
  if (step.empty !== undefined) return emptyStep(step.empty)
  if (step.lookup !== undefined) return lookupStep(step.lookup, lookupOf(step.lookup.table))
  if (step.date !== undefined) return dateStep
  if (step.prefix !== undefined) return prefixStep(step.prefix)
  if (step.pad !== undefined) return padStep(step.pad.length, step.pad.with ?? '0')
  if (step.case !== undefined) return caseStep(step.case.to)
  const constant = step.constant ?? ''
  return () => constant
}

const WIDE = /[\u3000-\u9fff\uff00-\uffef]/

/** Chinese goes on over a broken line without a blank, other writing with one. */
export function trimCell(text: string): string {
  if (!text.includes('\n') && !text.includes('\r')) return text.trim()
  // Line by line: one pattern for it all would take for ever on a megabyte of blanks.
  let joined = ''
  for (const line of text.split(/[\r\n]+/)) {
    const piece = line.trim()
    const isClose = WIDE.test(joined.slice(-1)) || WIDE.test(piece.slice(0, 1))
    joined += joined === '' || piece === '' || isClose ? piece : ` ${piece}`
  }
  return joined
}

function partStep(source: string, group: number): TextStep {
  const pattern = compilePattern(source)
  return (text) => {
    if (text.length > MATCHED_CHARACTERS) return fault('text-long', { limit: MATCHED_CHARACTERS })
    const found = pattern.exec(text)
    return found === null ? fault('no-match', { text }) : (found[group] ?? null)
  }
}

function emptyStep(values: readonly string[]): TextStep {
  const nothing = new Set(values)
  return (text) => (nothing.has(text) ? null : text)
}

function lookupStep(step: NonNullable<MappingStep['lookup']>, lookup: Lookup): TextStep {
  const otherwise = step.else ?? 'hold'
  const { table } = step
  return (text) => {
    const value = lookup(text)
    if (typeof value === 'string') return value
    if (value === null) return { ...fault('listed-twice', { table, text }), verdict: 'hold' }
    if (otherwise === 'keep') return text
    if (otherwise === 'empty') return null
    return { ...fault('not-listed', { table, text }), verdict: otherwise }
  }
}

const dateStep: TextStep = (text) =>
  text.length > MATCHED_CHARACTERS
    ? fault('text-long', { limit: MATCHED_CHARACTERS })
    : (parseDate(text) ?? fault('not-date', { text }))

const prefixStep =
  (prefix: string): TextStep =>
  (text) =>
    prefix + text

const padStep =
  (length: number, sign: string): TextStep =>
  (text) =>
    text.padStart(length, sign)

const caseStep = (to: 'upper' | 'lower'): TextStep =>
  to === 'upper' ? (text) => text.toUpperCase() : (text) => text.toLowerCase()

const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,20})(?:\.\d{1,20})?$/

/** Most cells hold plain digits, which need none of the care that printed quantities do. */
function quantityStep(
  step: NonNullable<MappingStep['number']>,
): (text: string, printed: string) => Quantity | Fault {
  const { unit, times } = step
  const column = splitUnit(plainText(unit ?? ''))
  const factor = decimal(column?.size ?? '1').times(decimal(times ?? '1'))
  const storedUnit = column?.unit ?? unit ?? ''
  const scale = times === undefined ? null : decimal(times)
  return (text, printed) => {
    if (PLAIN_NUMBER.test(text)) {
      const number = decimalText(decimal(text).times(factor))
      return { printed, operator: '=', number, unit: storedUnit, low: number, high: number }
    }
    if (text.length > MATCHED_CHARACTERS) return fault('text-long', { limit: MATCHED_CHARACTERS })
    const quantity = parseQuantity(text, unit === undefined ? {} : { unit })
    if (quantity === null) return fault('not-number', { text })
    // 57% says its own unit; only a bare number is a share that is to be multiplied.
    if (scale === null || /[%‰成]/.test(text)) return { ...quantity, printed }
    const scaled = (end: string | null): string | null =>
      end === null ? null : decimalText(decimal(end).times(scale))
    return {
      ...quantity,
      printed,
      number: scaled(quantity.number) ?? quantity.number,
      low: scaled(quantity.low),
      high: scaled(quantity.high),
    }
  }
}
