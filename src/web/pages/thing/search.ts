/** The state of the page of a thing, as the address holds it: the two days of the evidence. */
import { isIsoDay } from '../../../base/index.ts'

export interface ThingSearch {
  /** As known at the end of this day; absent: now. */
  known?: string
  /** As it was on this day; absent: today. */
  valid?: string
}

export function validateThingSearch({ known, valid }: Record<string, unknown>): ThingSearch {
  const found: ThingSearch = {}
  if (isDay(known)) found.known = known
  if (isDay(valid)) found.valid = valid
  return found
}

function isDay(text: unknown): text is string {
  return typeof text === 'string' && isIsoDay(text)
}
