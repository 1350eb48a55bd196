import type { Language, Uuid } from '../../base/index.ts'
import { type Actor, type Label, labelsOf, type RoleId, type Roles } from '../access/index.ts'

/** How long a session lasts: without use, and at most. */
export interface SessionLimits {
  readonly idleMs: number
  readonly absoluteMs: number
}

/** Half an hour without use, one long working day in all. */
export const SESSION_LIMITS: SessionLimits = { idleMs: 1_800_000, absoluteMs: 43_200_000 }

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
  /** Labels that may come into question; which are seen is decided here and not in SQL. */
  readonly labels: readonly Label[]
}

/** The actor of a session; null when its role is no longer in the role file. */
export function actorOf(holder: SessionHolder, roles: Roles): Actor | null {
  const role = roles.get(holder.role)
  if (!role) return null
  const permissions = new Set(role.permissions)
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
  }
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
