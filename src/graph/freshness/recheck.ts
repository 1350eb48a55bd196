import { type Quantity, quantityWords, type Uuid } from '../../base/index.ts'
import type { WriteContext } from '../../trust/gate/index.ts'
import { type EvidenceRules, stateClaims, type Thing } from '../evidence/index.ts'
import type { ClaimRecord } from '../figures/index.ts'

/** What somebody found who looked again: the value as it was, or another for its own time. */
export type Found =
  | { readonly outcome: 'same' }
  | {
      readonly outcome: 'changed'
      readonly text: string | null
      readonly quantity: Quantity | null
      /** ISO days; null keeps the time of which the fact speaks. */
      readonly validFrom: string | null
      readonly validTo: string | null
    }

export interface Recheck {
  /** The fact that was looked at again. */
  readonly record: ClaimRecord
  readonly subject: Thing
  readonly found: Found
  /** How it was checked, in a sentence; it becomes the typed source. */
  readonly note: string
  readonly publisher: string
  /** ISO day of the check, from which the age of the fact then counts. */
  readonly day: string
}

const TITLE_LENGTH = 40

/**
 * States what a person found who looked at a fact again. The same value renews it; another stands
 * beside it as a difference until somebody keeps one. It may be seen by whoever may see the fact.
 *
 * Problems: `forbidden`, `invalid-input` for an empty note, `key-reused`.
 */
export async function recheckFact(
  context: WriteContext,
  rules: EvidenceRules,
  { record, subject, found, note, publisher, day }: Recheck,
): Promise<{ claims: Uuid[] }> {
  const isSame = found.outcome === 'same'
  const quantity = isSame ? quantityOf(record) : found.quantity
  const text = isSame ? (quantity === null ? record.printed : null) : found.text
  const keepsTime = isSame || found.validFrom === null
  const { claims } = await stateClaims(context, rules, {
    note,
    facts: {
      ...{ title: note.slice(0, TITLE_LENGTH), publisher, publishedOn: day, class: 'typed' },
      ...{ label: record.label, origin: null, synthetic: record.synthetic },
    },
    claims: [
      {
        ...{ subject, property: record.property, object: null, text, quantity },
        validFrom: keepsTime ? record.valid_from : found.validFrom,
        validTo: keepsTime ? record.valid_to : found.validTo,
      },
    ],
    things: [],
  })
  return { claims }
}

/** The number of a fact, printed with its unit, which stood above its column at first. */
function quantityOf({ printed, operator, number, unit, low, high }: ClaimRecord): Quantity | null {
  if (number === null || printed === null) return null
  const quantity = {
    ...{ printed, number, low, high, unit: unit ?? '' },
    operator: (operator ?? '=') as Quantity['operator'],
  }
  return { ...quantity, printed: quantityWords(quantity, 'zh') }
}
