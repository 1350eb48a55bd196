import { parseDate, plainText, type Quantity } from '../../base/index.ts'
import { checkCode } from './code-check.ts'
import type { EdgeKind, Property } from './schema.ts'
import { schemeOf, type Vocabulary } from './vocabulary.ts'
import type { KindReason } from './words.ts'

/** What is said, without where: the part of a claim that the vocabulary can judge. */
export interface Statement {
  subject: { kind: string; scheme: string; code: string }
  property: string
  object: { kind: string; scheme: string; code: string } | null
  text: string | null
  quantity: Quantity | null
}

export interface Misfit {
  reason: KindReason
  details: Readonly<Record<string, string | number>>
}

/** Everything in which a statement does not fit the vocabulary; empty when it fits. */
export function checkStatement(vocabulary: Vocabulary, statement: Statement): Misfit[] {
  const { subject, property, object } = statement
  const edge = vocabulary.edges.get(property)
  const value = vocabulary.properties.get(property)
  return [
    ...checkThing(vocabulary, subject),
    ...(object === null ? [] : checkThing(vocabulary, object)),
    ...(edge !== undefined
      ? checkEdge(edge, statement)
      : value !== undefined
        ? checkValue(vocabulary, value, statement)
        : [misfit('property-unknown', { property })]),
  ]
}

const misfit = (reason: KindReason, details: Misfit['details']): Misfit => ({ reason, details })

function checkThing(vocabulary: Vocabulary, thing: Statement['subject']): Misfit[] {
  const kind = vocabulary.kinds.get(thing.kind)
  if (kind === undefined) return [misfit('kind-unknown', { kind: thing.kind })]
  const scheme = schemeOf(vocabulary, thing.scheme)
  if (scheme !== undefined && !kind.keys.includes(scheme.id)) {
    return [misfit('key-foreign', { kind: thing.kind, scheme: thing.scheme })]
  }
  const check = checkCode(vocabulary, thing.scheme, thing.code)
  return check.ok ? [] : [misfit(check.reason, check.details)]
}

function checkEdge(edge: EdgeKind, { subject, object, quantity }: Statement): Misfit[] {
  const property = edge.id
  const unit = edge.quantity?.unit
  return [
    ...(edge.from.includes(subject.kind)
      ? []
      : [misfit('subject-foreign', { property, kind: subject.kind })]),
    ...(object === null
      ? [misfit('object-missing', { property })]
      : edge.to.includes(object.kind)
        ? []
        : [misfit('object-foreign', { property, kind: object.kind })]),
    ...checkUnit(property, unit, quantity),
  ]
}

function checkValue(vocabulary: Vocabulary, property: Property, statement: Statement): Misfit[] {
  const { subject, object, text, quantity } = statement
  const details = { property: property.id, kind: subject.kind }
  if (object !== null) return [misfit('object-extra', details)]
  const kind = vocabulary.kinds.get(subject.kind)
  if (kind !== undefined && !kind.properties.includes(property.id)) {
    return [misfit('property-foreign', details)]
  }
  if (property.value === 'quantity') {
    if (quantity === null) return [misfit('value-quantity', details)]
    return checkUnit(property.id, property.unit, quantity)
  }
  if (text === null || plainText(text) === '') return [misfit('value-missing', details)]
  return checkText(vocabulary, property, text)
}

function checkText(vocabulary: Vocabulary, property: Property, text: string): Misfit[] {
  if (property.value === 'date' && parseDate(text) === null) {
    return [misfit('value-date', { property: property.id })]
  }
  if (property.value === 'choice' && choiceOf(property, text) === null) {
    const choices = (property.choices ?? []).map(({ words }) => words.zh).join('、')
    return [misfit('value-choice', { property: property.id, choices })]
  }
  if (property.scheme === undefined) return []
  const check = checkCode(vocabulary, property.scheme, text)
  return check.ok ? [] : [misfit(check.reason, check.details)]
}

function checkUnit(
  property: string,
  unit: string | undefined,
  quantity: Quantity | null,
): Misfit[] {
  if (unit === undefined || quantity === null || quantity.unit === unit) return []
  // Money in another currency is still money; nobody converts it on the way in.
  if (unit === '元' && CURRENCIES.includes(quantity.unit)) return []
  return [misfit('value-unit', { property, unit, found: quantity.unit })]
}

const CURRENCIES = ['元', 'USD', 'EUR', 'JPY', 'HKD', 'GBP', 'KRW', 'TWD']

/** The id of the choice that a printed text means: 上游, Upstream and upstream are one. */
export function choiceOf(property: Property, text: string): string | null {
  const plain = plainText(text).toLowerCase()
  const found = (property.choices ?? []).find(({ id, words, spellings }) =>
    [id, words.zh, words.en, ...spellings].some((spelling) => spelling.toLowerCase() === plain),
  )
  return found?.id ?? null
}
