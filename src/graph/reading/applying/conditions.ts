import { codePoints, decimal } from '../../../base/index.ts'
import { checkCreditCode, checkOrganisationCode, checkStockCode } from '../../kinds/index.ts'
import {
  compilePattern,
  MATCHED_CHARACTERS,
  type MappingCheck,
  type MappingCondition,
} from '../mapping/index.ts'
import type { RowState } from './model.ts'

/** A question that is asked of the row at hand. */
export type Question = (state: RowState) => boolean

/** Gives the number of a field by its name. */
export type FieldNumber = (name: string) => number

const ALWAYS: Question = () => true

/** All conditions of a `when`; without one the answer is yes. */
export function compileWhen(when: MappingCheck['when'], numberOf: FieldNumber): Question {
  if (when === undefined) return ALWAYS
  if (!Array.isArray(when)) return compileCondition(when, numberOf)
  const questions = when.map((condition) => compileCondition(condition, numberOf))
  return (state) => questions.every((question) => question(state))
}

function compileCondition(condition: MappingCondition, numberOf: FieldNumber): Question {
  const field = numberOf(condition.field)
  const ask = textQuestion(condition)
  if (condition.present !== undefined) {
    const { present } = condition
    return (state) => (valueIn(state, field) !== null) === present
  }
  return (state) => {
    const text = valueIn(state, field)
    return text !== null && ask(text)
  }
}

/** The text of a field; of a quantity, what was printed. */
function valueIn(state: RowState, field: number): string | null {
  return state.texts[field] ?? state.quantities[field]?.printed ?? null
}

function textQuestion(condition: MappingCondition): (text: string) => boolean {
  if (condition.is !== undefined) return (text) => text === condition.is
  if (condition.in !== undefined) return isOneOf(condition.in)
  if (condition.notIn !== undefined) return not(isOneOf(condition.notIn))
  if (condition.pattern !== undefined) return matches(condition.pattern)
  const starts = [condition.startsWith ?? []].flat()
  return (text) => starts.some((start) => text.startsWith(start))
}

function isOneOf(texts: readonly string[]): (text: string) => boolean {
  const set = new Set(texts)
  return (text) => set.has(text)
}

const not =
  (ask: (text: string) => boolean): ((text: string) => boolean) =>
  (text) =>
    !ask(text)

/** A text too long to be tried on matches nothing. */
function matches(source: string): (text: string) => boolean {
  const pattern = compilePattern(source)
  return (text) => text.length <= MATCHED_CHARACTERS && pattern.test(text)
}

const CODE_CHECKS = {
  'credit-code': checkCreditCode,
  'organisation-code': checkOrganisationCode,
  'stock-code': checkStockCode,
}

/** Whether the row meets a check; an empty field meets every demand but that it be present. */
export function compileMust(check: MappingCheck, numberOf: FieldNumber): Question {
  const field = numberOf(check.field)
  const when = compileWhen(check.when, numberOf)
  const demands = textDemands(check.must)
  const { present, min, max, distinctFrom } = check.must
  const least = min === undefined ? null : decimal(min)
  const most = max === undefined ? null : decimal(max)
  const other = distinctFrom === undefined ? -1 : numberOf(distinctFrom.field)
  return (state) => {
    if (!when(state)) return true
    const text = valueIn(state, field)
    if (text === null) return present === undefined
    if (other >= 0 && text === valueIn(state, other)) return false
    const quantity = state.quantities[field]
    if (quantity && (least ?? most) !== null) {
      const number = decimal(quantity.number)
      if (least !== null && number.lessThan(least)) return false
      if (most !== null && number.greaterThan(most)) return false
    }
    return demands.every((demand) => demand(text))
  }
}

function textDemands(must: MappingCheck['must']): ((text: string) => boolean)[] {
  const { pattern, notPattern, notBefore, notAfter, maxLength, check } = must
  const demands: ((text: string) => boolean)[] = []
  if (pattern !== undefined) demands.push(matches(pattern))
  if (notPattern !== undefined) demands.push(not(matches(notPattern)))
  if (must.in !== undefined) demands.push(isOneOf(must.in))
  if (must.notIn !== undefined) demands.push(not(isOneOf(must.notIn)))
  // ISO days compare as texts; what is no day is neither early nor late enough.
  if (notBefore !== undefined) demands.push((text) => ISO_DAY.test(text) && text >= notBefore)
  if (notAfter !== undefined) demands.push((text) => ISO_DAY.test(text) && text <= notAfter)
  if (maxLength !== undefined) {
    demands.push((text) => text.length <= maxLength || codePoints(text) <= maxLength)
  }
  if (check !== undefined) demands.push((text) => CODE_CHECKS[check](text).ok)
  return demands
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/
