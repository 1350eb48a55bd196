/** The state of the page of a thing, as the address holds it. */
import { isIsoDay } from '../../../base/index.ts'

export interface ThingSearch {
  /** As known at the end of this day; absent: now. */
  known?: string
  /** As it was on this day; absent: today. */
  valid?: string
  /** The group of relations that is listed in full, as `makes.out` or `comprises.in.firm`; absent: none. */
  all?: string
}

export function validateThingSearch(search: Record<string, unknown>): ThingSearch {
  const found: ThingSearch = {}
  if (isDay(search.known)) found.known = search.known
  if (isDay(search.valid)) found.valid = search.valid
  if (typeof search.all === 'string' && /^\w+\.(in|out)(\.\w+)?$/.test(search.all))
    found.all = search.all
  return found
}

function isDay(text: unknown): text is string {
  return typeof text === 'string' && isIsoDay(text)
}
