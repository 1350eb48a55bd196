import { z } from 'zod'
import { type JsonValue, Problem, type Words } from '../../base/index.ts'
import { PERMISSIONS, type Permission } from './permission.ts'

/** The id of a role, as the role file spells it; no code knows one by name. */
export type RoleId = string

/** Which of the three faces of the application a role is shown. */
export const FACES = ['cockpit', 'desk', 'firm'] as const
export type Face = (typeof FACES)[number]

export const ORGANISATION_KINDS = ['government', 'firm', 'institute'] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

export interface Role {
  readonly id: RoleId
  readonly words: Words
  readonly faces: readonly Face[]
  /** Kinds of organisation in which the role may be held, so that no firm ends up with an office's eyes. */
  readonly organisations: readonly OrganisationKind[]
  readonly permissions: readonly Permission[]
  /** The seat of an administrator: where these are kept apart, nobody holds two of them. */
  readonly apart: boolean
  /** Only there to name the administrators: taken back once every other seat is held. */
  readonly founds: boolean
  /** Whoever holds it signs in with a second factor, where the installation asks for one. */
  readonly secondFactor: boolean
}

/** All roles by id. Its order is the order in which a sign-in picks one of several. */
export type Roles = ReadonlyMap<RoleId, Role>

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const role = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z]{1,39}$/),
  words,
  faces: z.array(z.enum(FACES)).min(1),
  organisations: z.array(z.enum(ORGANISATION_KINDS)).min(1),
  permissions: z.array(z.enum(PERMISSIONS)).min(1),
  apart: z.boolean().default(false),
  founds: z.boolean().default(false),
  secondFactor: z.boolean().default(false),
})
const roleFile = z.strictObject({ roles: z.array(role).min(1) })

/**
 * Reads a role file (`packs/core/roles.json`).
 * Problems: pack-invalid, when its shape is wrong, a role stands twice, nobody could manage
 * people or grant roles, or two roles that are kept apart may do the same.
 */
export function loadRoles(file: JsonValue): Roles {
  const parsed = roleFile.safeParse(file)
  if (!parsed.success) {
    const first = parsed.error.issues[0]
    throw invalid(`${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`)
  }
  const roles = new Map<RoleId, Role>()
  for (const one of parsed.data.roles) {
    if (roles.has(one.id)) throw invalid(`${one.id}: twice`)
    roles.set(one.id, one)
  }
  for (const needed of ['manage-people', 'grant-roles'] as const) {
    if (rolesWith(roles, needed).length === 0) throw invalid(`${needed}: nobody`)
  }
  const doubled = doubledPower(roles)
  if (doubled !== null) throw invalid(`${doubled}: not kept apart`)
  return roles
}

/** What may be done by more than one: looking on, and what belongs to oneself. */
const OPEN_TO_ALL: ReadonlySet<Permission> = new Set([
  ...(['read-chain', 'read-source', 'read-people', 'read-jobs'] as const),
  ...(['switch-role', 'own-account'] as const),
])

/** A power that two seats of administrators would share; null when they are apart. */
function doubledPower(roles: Roles): Permission | null {
  const seats = [...roles.values()].filter(({ apart, founds }) => apart && !founds)
  const powers = seats.flatMap(({ permissions }) => permissions.filter((p) => !OPEN_TO_ALL.has(p)))
  return powers.find((power, at) => powers.indexOf(power) !== at) ?? null
}

/** The ids of all roles that hold a permission, in the file's order. */
export function rolesWith(roles: Roles, permission: Permission): RoleId[] {
  return [...roles.values()]
    .filter((one) => one.permissions.includes(permission))
    .map((one) => one.id)
}

const invalid = (reason: string): Problem =>
  new Problem('pack-invalid', { pack: 'core', file: 'roles.json', reason })
