// What a person states of a thing, as the vocabulary reads it: its key, its number, whether it fits.
import { Problem, parseQuantity, type Quantity } from '../../../base/index.ts'
import type { Thing } from '../../../graph/evidence/index.ts'
import {
  checkStatement,
  type KindReason,
  reasonWords,
  type Statement,
} from '../../../graph/kinds/index.ts'
import { readThing } from '../../../graph/things/index.ts'
import type { HttpContext } from './context.ts'
import { readingIn } from './reading.ts'

/**
 * The key under which claims speak of a thing. Problem: `not-found` for what the actor may not see,
 * and where it shows none.
 */
export async function keyOfThing(c: HttpContext, id: string): Promise<Thing> {
  const { kind, keys } = await readThing(readingIn(c), id)
  const [key] = keys
  if (key === undefined) throw new Problem('not-found')
  return { kind, scheme: key.scheme, code: key.code }
}

/** Whether a property, or the relation that it is, is told by a number. */
export function isMeasured(c: HttpContext, property: string, isRelation: boolean): boolean {
  const { properties } = c.var.installation.vocabulary
  return isRelation || properties.get(property)?.value === 'quantity'
}

/** The number that stands in printed words, in the unit of the property where they name none. */
export function quantityIn(c: HttpContext, property: string, printed: string): Quantity | null {
  const { properties, edges } = c.var.installation.vocabulary
  const unit = properties.get(property)?.unit ?? edges.get(property)?.quantity?.unit
  return parseQuantity(printed, unit === undefined ? {} : { unit })
}

/**
 * Refuses what does not fit the vocabulary, but for reasons that are excused: what is known already
 * was accepted with its key. Problem: `invalid-input`.
 */
export function refuseMisfit(
  c: HttpContext,
  statement: Statement,
  excused: readonly KindReason[] = [],
): void {
  const { vocabulary } = c.var.installation
  const misfit = checkStatement(vocabulary, statement).find(
    ({ reason }) => !excused.includes(reason),
  )
  if (misfit === undefined) return
  const { zh, en } = reasonWords(misfit)
  throw new Problem('invalid-input', { field: statement.property, reason: zh, reasonEn: en })
}
