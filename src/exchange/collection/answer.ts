// One cell of a returned workbook as the answer that was asked for, and how to say what is asked.
import {
  codePoints,
  parseDate,
  parseQuantity,
  plainText,
  type Quantity,
  type Words,
} from '../../base/index.ts'
import type { Thing } from '../../graph/evidence/index.ts'
import {
  checkStatement,
  type Property,
  reasonWords,
  type Vocabulary,
} from '../../graph/kinds/index.ts'
import { faultOfCell } from '../../graph/reading/index.ts'
import { FORM_WORDS, formOfChoice, formOfUnit, textLong, unitMissing, unitWrong } from './words.ts'

/** A text that answers one cell; longer ones are papers and belong among the sources. */
const TEXT_MAX = 1_000

/** 无法提供: the recipient has looked and cannot say. It is an answer of its own, and no value. */
const DECLINED = /^(?:无法提供|不掌握|无此数据|cannot provide)$/iu

/**
 * The unit in which a number is asked, which a bare number is taken to be in. Sums are asked in
 * 万元, as every form of an office does; '' where the property is a bare number, null where each
 * answer must say its own.
 */
export function askedUnit({ value, unit }: Property): string | null {
  if (value !== 'quantity' || unit === undefined) return null
  return unit === '元' ? '万元' : unit
}

/** How an answer is to be written. */
export function formOf(property: Property): Words {
  if (property.value === 'choice') {
    return formOfChoice((property.choices ?? []).map(({ words }) => words))
  }
  if (property.value === 'quantity') {
    const unit = askedUnit(property)
    if (unit === null) return FORM_WORDS.anyUnit
    return unit === '' ? FORM_WORDS.number : formOfUnit(unit)
  }
  return FORM_WORDS[property.value]
}

/** What a cell says. */
export type CellReading =
  | { readonly kind: 'value'; readonly text: string | null; readonly quantity: Quantity | null }
  | { readonly kind: 'declined' }
  | { readonly kind: 'fault'; readonly code: string; readonly words: Words }

/** Reads a cell that is not empty. */
export function readAnswer(
  vocabulary: Vocabulary,
  subject: Thing,
  property: Property,
  printed: string,
): CellReading {
  const plain = plainText(printed)
  if (DECLINED.test(plain)) return { kind: 'declined' }
  const fault = faultOfCell(printed, property.words.zh)
  if (fault !== null) return { kind: 'fault', code: fault.code, words: fault.words }
  const read = property.value === 'quantity' ? readQuantity(property, printed) : readText(printed)
  if (read.kind !== 'value') return read
  const { quantity } = read
  const text = property.value === 'date' ? (parseDate(plain) ?? plain) : read.text
  const statement = { subject, property: property.id, object: null, text, quantity }
  // A thing that is held under a doubtful code is asked about and answered for all the same.
  const [misfit] = checkStatement(vocabulary, statement).filter(
    ({ reason }) => property.value === 'code' || !reason.startsWith('code-'),
  )
  if (misfit === undefined) return { kind: 'value', text, quantity }
  return { kind: 'fault', code: misfit.reason, words: reasonWords(misfit) }
}

function readText(printed: string): CellReading {
  const text = printed.trim()
  if (codePoints(text) > TEXT_MAX) return { kind: 'fault', ...textLong(TEXT_MAX) }
  return { kind: 'value', text, quantity: null }
}

function readQuantity(property: Property, printed: string): CellReading {
  const unit = askedUnit(property)
  const quantity = parseQuantity(printed, unit === null ? {} : { unit })
  if (quantity === null) {
    const other = parseQuantity(printed)
    if (other === null || unit === null) {
      const not = reasonWords({
        reason: 'value-quantity',
        details: { property: property.words.zh },
      })
      return { kind: 'fault', code: 'value-quantity', words: not }
    }
    return { kind: 'fault', ...unitWrong(unit, other.unit) }
  }
  if (unit === null && quantity.unit === '') return { kind: 'fault', ...unitMissing() }
  return { kind: 'value', text: null, quantity }
}

/** What two readings of one property say, as far as they can be compared. */
export interface Said {
  readonly printed: string | null
  readonly operator: string | null
  readonly number: string | null
  readonly unit: string | null
}

/** Do two readings say one thing? Numbers by operator, number and unit, words by the letter. */
export function saysSame(one: Said, other: Said): boolean {
  if (one.number === null || other.number === null) {
    return plainText(one.printed ?? '') === plainText(other.printed ?? '')
  }
  const isEqual = Number(one.number) === Number(other.number)
  return isEqual && one.operator === other.operator && one.unit === other.unit
}
