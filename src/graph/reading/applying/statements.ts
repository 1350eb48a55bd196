import { plainText, type Quantity, type Words } from '../../../base/index.ts'
import type { Thing } from '../../evidence/index.ts'
import {
  checkCode,
  checkStatement,
  type KindReason,
  reasonWords,
  type Statement,
  schemeOf,
  type Vocabulary,
} from '../../kinds/index.ts'
import type { Verdict } from '../mapping/index.ts'

/** Why a statement is not taken, and whether the row goes with it. */
export interface Objection {
  code: string
  words: Words
  verdict: Verdict
}

/** What a claim of the mapping always says, whatever the row. */
export interface StatementShape {
  subject: Pick<Thing, 'kind' | 'scheme'>
  property: string
  object: Pick<Thing, 'kind' | 'scheme'> | null
  hasText: boolean
  hasQuantity: boolean
}

/** A code that is good in every scheme is not to be had, so the shape is judged without codes. */
const OF_VALUES: readonly KindReason[] = [
  ...(['code-empty', 'code-length', 'code-characters', 'code-authority', 'code-region'] as const),
  ...(['code-check', 'code-form', 'code-exchange', 'code-suspicious', 'code-long'] as const),
  ...(['value-unit', 'value-date', 'value-choice'] as const),
]

const SOME_QUANTITY: Quantity = {
  ...{ printed: '1', operator: '=', number: '1', unit: '', low: '1', high: '1' },
}

/** What the vocabulary objects to in a claim of a mapping, before any row is read. */
export function objectionToShape(vocabulary: Vocabulary, shape: StatementShape): Words | null {
  const misfits = checkStatement(vocabulary, {
    subject: { ...shape.subject, code: '1' },
    property: shape.property,
    object: shape.object === null ? null : { ...shape.object, code: '1' },
    text: shape.hasText ? '1' : null,
    quantity: shape.hasQuantity ? SOME_QUANTITY : null,
  })
  const misfit = misfits.find(({ reason }) => !OF_VALUES.includes(reason))
  return misfit === undefined ? null : reasonWords(misfit)
}

/** Brings the code of a thing into the form of its scheme. */
export type CodeReader = (scheme: string, code: string) => string | Objection

/**
 * Reads codes by the vocabulary. Names within a list are only made plain: their other faults were
 * found in the cell.
 */
export function codeReader(vocabulary: Vocabulary | undefined, verdict: Verdict): CodeReader {
  if (vocabulary === undefined) return (_, code) => plainText(code)
  let named = ''
  return (scheme, code) => {
    if (scheme === named && code.length <= SHORT_NAME) return plainText(code)
    if (schemeOf(vocabulary, scheme)?.named === true) named = scheme
    const checked = checkCode(vocabulary, scheme, code)
    if (checked.ok) return checked.code
    return { code: checked.reason, words: reasonWords(checked), verdict }
  }
}

const SHORT_NAME = 300

/** Judges the value of a statement whose shape and codes are good. */
export type ValueJudge = (statement: Statement) => Objection | null

/** The judge of a property; null where any text will do. */
export function valueJudge(
  vocabulary: Vocabulary | undefined,
  shape: StatementShape,
): ValueJudge | null {
  const value = vocabulary?.properties.get(shape.property)?.value ?? 'text'
  if (vocabulary === undefined || (value === 'text' && !shape.hasQuantity)) return null
  return (statement) => {
    const misfit = checkStatement(vocabulary, statement)[0]
    if (misfit === undefined) return null
    return { code: misfit.reason, words: reasonWords(misfit), verdict: 'hold-cell' }
  }
}
