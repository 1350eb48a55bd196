import { codePoints, type Uuid } from '../../base/index.ts'
import type { OrganisationKind, RoleId, Roles } from '../access/index.ts'

/** In code points. */
export const NAME_LENGTH_MAX = 100
export const LOGIN_LENGTH = { least: 2, most: 64 } as const

export function isName(text: string): boolean {
  const length = codePoints(text)
  return length > 0 && length <= NAME_LENGTH_MAX
}

/** Of a folded login: letters of any script and digits first, then also . _ @ and -. */
export function isLogin(folded: string): boolean {
  const length = codePoints(folded)
  if (length < LOGIN_LENGTH.least || length > LOGIN_LENGTH.most) return false
  return /^[\p{L}\p{Nd}][\p{L}\p{Nd}._@-]*$/u.test(folded)
}

/** Form of a unified social credit code (GB 32100); its check digit is judged where codes are known. */
export function isCreditCodeForm(text: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)
}

/** A role of an organisation that a person is to hold. */
export type Grant = { readonly organisation: Uuid; readonly role: RoleId }

export type GrantFault =
  | 'none'
  | 'unknown-role'
  | 'unknown-organisation'
  | 'unfit-organisation'
  | 'two-seats'

/**
 * What is wrong with the roles that a person is to hold; null when nothing is. `separated`: nobody
 * holds the seats of two administrators.
 */
export function grantFault(
  grants: readonly Grant[],
  roles: Roles,
  kinds: ReadonlyMap<Uuid, OrganisationKind>,
  separated: boolean,
): GrantFault | null {
  if (grants.length === 0) return 'none'
  for (const { role: id, organisation } of grants) {
    const role = roles.get(id)
    const kind = kinds.get(organisation)
    if (!role) return 'unknown-role'
    if (kind === undefined) return 'unknown-organisation'
    if (!role.organisations.includes(kind)) return 'unfit-organisation'
  }
  const seats = grants.filter(({ role }) => roles.get(role)?.apart)
  const different = new Set(seats.map(({ organisation, role }) => `${role} ${organisation}`))
  return separated && different.size > 1 ? 'two-seats' : null
}

/** Seats of administrators that somebody must hold before whoever founds may go. */
export function seatsToName(roles: Roles): RoleId[] {
  return [...roles.values()].filter(({ apart, founds }) => apart && !founds).map(({ id }) => id)
}
