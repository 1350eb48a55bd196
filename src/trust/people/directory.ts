import { isUuid, Problem, type Uuid } from '../../base/index.ts'
import type { Store } from '../../store/index.ts'
import { type Actor, authorise, type Role, type Roles } from '../access/index.ts'
import { seatsToName } from './rules.ts'
import {
  givenPasswords,
  heldRoles,
  type OrganisationView,
  type Part,
  type PersonView,
  readOrganisations,
  readPeople,
} from './store.ts'

/** A part of a list, and where the next one begins; null at the end. */
export interface Listed<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

export interface ListOptions {
  /** `next` of the part before; null for the first. */
  readonly cursor?: string | null
  /** At most 200. */
  readonly limit?: number
}

const LIMIT = { usual: 100, most: 200 } as const
/** More organisations than these no region has. */
const ASKED_MAX = 20_000

/** Problems: forbidden. */
export async function listPeople(
  store: Store,
  actor: Actor,
  options: ListOptions = {},
): Promise<Listed<PersonView>> {
  authorise(actor, 'read-people')
  const part = partOf(options)
  return listed(await readPeople(store.read, actor.tenant, part), part, ({ login }) => login)
}

/** Problems: forbidden. */
export async function listOrganisations(
  store: Store,
  actor: Actor,
  options: ListOptions = {},
): Promise<Listed<OrganisationView>> {
  authorise(actor, 'read-people')
  const part = partOf(options)
  return listed(await readOrganisations(store.read, actor.tenant, part), part, ({ name }) => name)
}

/**
 * Organisations that may be asked for data, by name: those that are open.
 * Problems: forbidden.
 */
export async function organisationsToAsk(store: Store, actor: Actor): Promise<OrganisationView[]> {
  authorise(actor, 'collect-data')
  const all = await readOrganisations(store.read, actor.tenant, { after: null, limit: ASKED_MAX })
  return all.filter(({ active }) => active)
}

/** The seats of administrators, and whether somebody holds each. Problems: forbidden. */
export async function heldSeats(
  store: Store,
  actor: Actor,
  roles: Roles,
): Promise<{ role: Role; held: boolean }[]> {
  authorise(actor, 'own-account')
  const seats = seatsToName(roles)
  const held = new Set(await heldRoles(store.read, actor.tenant, seats))
  return [...roles.values()]
    .filter(({ id }) => seats.includes(id))
    .map((role) => ({ role, held: held.has(role.id) }))
}

/** Problems: forbidden, not-found. */
export async function readPerson(store: Store, actor: Actor, id: Uuid): Promise<PersonView> {
  authorise(actor, 'read-people')
  const [person] = isUuid(id) ? await readPeople(store.read, actor.tenant, { id }) : []
  if (!person) throw new Problem('not-found')
  return person
}

/** Logins whose password was given by somebody else and not yet changed. Problems: forbidden. */
export async function loginsWithGivenPassword(store: Store, actor: Actor): Promise<Set<string>> {
  authorise(actor, 'read-people')
  return new Set(await givenPasswords(store.read, actor.tenant))
}

/** One more than asked is read: it tells whether a next part exists. */
function partOf({ cursor, limit }: ListOptions): Part {
  const count = Math.min(Math.max(1, limit ?? LIMIT.usual), LIMIT.most)
  return { after: cursor ?? null, limit: count + 1 }
}

function listed<Item>(
  rows: readonly Item[],
  { limit }: Part,
  key: (item: Item) => string,
): Listed<Item> {
  const items = rows.slice(0, limit - 1)
  const last = items.at(-1)
  return { items, next: rows.length === limit && last !== undefined ? key(last) : null }
}
