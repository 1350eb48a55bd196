import type { Language, Uuid } from '../../base/index.ts'
import {
  type Actor,
  type Label,
  labelsOf,
  type Permission,
  type RoleId,
  type Roles,
} from '../access/index.ts'

/** How long a session lasts, without use and at most, and how long a proof of the person is fresh. */
export interface SessionLimits {
  readonly idleMs: number
  readonly absoluteMs: number
  readonly proofMs: number
}

/** A quarter of an hour without use, one working day in all; a proof is fresh for five minutes. */
export const SESSION_LIMITS: SessionLimits = {
  ...{ idleMs: 900_000, absoluteMs: 36_000_000, proofMs: 300_000 },
}

/** What a session's row and its neighbours say of the person who bears it. */
export interface SessionHolder {
  readonly tenant: number
  readonly person: Uuid
  readonly name: string
  readonly language: Language
  readonly organisation: Uuid
  readonly organisationName: string
  readonly home: string | null
  readonly role: RoleId
  readonly usedAt: string
  /** When its bearer last proved who they are; null for who has no session. */
  readonly provedAt: string | null
  /** Every role that the person holds anywhere, whichever is in force. */
  readonly held: readonly RoleId[]
  readonly hasFactor: boolean
  readonly safeguards: { readonly secondFactor: boolean; readonly stepUp: boolean }
  /** Labels that may come into question; which are seen is decided here and not in SQL. */
  readonly labels: readonly Label[]
}

/**
 * The actor of a session; null when its role is no longer in the role file. Whoever must first set
 * up a second factor may see and do nothing but what belongs to the own account.
 */
export function actorOf(
  holder: SessionHolder,
  roles: Roles,
  { proofMs }: SessionLimits = SESSION_LIMITS,
): Actor | null {
  const role = roles.get(holder.role)
  if (!role) return null
  const mustEnrol = lacksFactor(holder, roles)
  const permissions = new Set(mustEnrol ? ENROLLING : role.permissions)
  const { tenant, person, organisation, name, organisationName, language, home } = holder
  const labels = labelsOf({ organisation, permissions }, holder.labels)
  return {
    tenant,
    person,
    organisation,
    role: role.id,
    name,
    organisationName,
    permissions,
    labels,
    language,
    home,
    ...(mustEnrol && { mustEnrol }),
    ...(holder.safeguards.stepUp &&
      holder.provedAt !== null && {
        provenUntil: new Date(Date.parse(holder.provedAt) + proofMs).toISOString(),
      }),
  }
}

/** What is left to somebody who must first set up a second factor. */
const ENROLLING: readonly Permission[] = ['own-account']

/** Whether a second factor is asked of somebody who has none, for any of the roles they hold. */
function lacksFactor({ held, hasFactor, safeguards }: SessionHolder, roles: Roles): boolean {
  if (hasFactor || !safeguards.secondFactor) return false
  return held.some((role) => roles.get(role)?.secondFactor === true)
}

/** One role of one organisation that a person holds. */
export interface HeldRole {
  readonly role: RoleId
  readonly organisation: Uuid
}

/**
 * Which role a person takes up: the asked one, in the asked organisation, else in the present one,
 * else in the first that grants it; without a wish the first role of the role file. Null: not held.
 */
export function chooseRole<Held extends HeldRole>(
  held: readonly Held[],
  roles: Roles,
  wish: { role?: RoleId; organisation?: Uuid; present?: Uuid } = {},
): Held | null {
  const order = [...roles.keys()]
  const fitting = held
    .filter(({ role }) => roles.has(role) && (wish.role === undefined || role === wish.role))
    .filter((one) => wish.organisation === undefined || one.organisation === wish.organisation)
    .sort((left, right) => order.indexOf(left.role) - order.indexOf(right.role))
  return fitting.find((one) => one.organisation === wish.present) ?? fitting[0] ?? null
}
