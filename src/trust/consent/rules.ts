import { isIsoDay } from '../../base/index.ts'
import type { OrganisationKind } from '../access/index.ts'

/** A firm's word that we may keep its private data; days in ISO, `endsOn` the last one. */
export type ConsentTerm = {
  readonly givenOn: string
  readonly endsOn: string | null
  readonly withdrawn: boolean
}

/** Both days are of the calendar, and the last is not before the first. */
export function isTerm({ givenOn, endsOn }: Omit<ConsentTerm, 'withdrawn'>): boolean {
  return isIsoDay(givenOn) && (endsOn === null || (isIsoDay(endsOn) && endsOn >= givenOn))
}

export function isInForce(consent: ConsentTerm, on: string): boolean {
  if (consent.withdrawn || on < consent.givenOn) return false
  return consent.endsOn === null || on <= consent.endsOn
}

/** Data of outsiders are theirs to give; a government body's own papers need no consent. */
export function needsConsent(kind: OrganisationKind): boolean {
  return kind !== 'government'
}
