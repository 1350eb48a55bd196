import {
  isSuspicious,
  isUuid,
  type Language,
  Problem,
  plainText,
  randomUuid,
  type Uuid,
} from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import { authorise, type Permission, type RoleId, type Roles, rolesWith } from '../access/index.ts'
import { type WriteContext, type Written, write } from '../gate/index.ts'
import { safeguardsNow } from '../safeguard/index.ts'
import {
  deleteSessionsOf,
  foldLogin,
  hashPassword,
  makePassword,
  passwordFault,
  updatePassword,
  weakPassword,
} from '../session/index.ts'
import { type Grant, grantFault, isLogin, isName, seatsToName } from './rules.ts'
import {
  countHolders,
  heldRoles,
  insertPerson,
  lockHolders,
  lockPerson,
  type PersonView,
  readOrganisations,
  readPeople,
  replaceGrants,
  updatePerson,
  withdrawRoles,
} from './store.ts'
import { invalidGrants, invalidLogin, invalidName, lastManager, loginTaken } from './words.ts'

/** What a write about people needs: the gate's context and the roles that can be granted. */
export type PeopleContext = WriteContext & { readonly roles: Roles }

export interface NewPerson {
  readonly login: string
  readonly name: string
  readonly language?: Language
  /** Left out, one is made; either way its owner is asked to change it. */
  readonly password?: string
  /** Left out where another person grants roles: who has an account can then not yet sign in. */
  readonly memberships?: readonly Grant[]
}

/** A person as it is after a write, and the password that was made, told this once. */
export type WrittenPerson = Written<PersonView> & { readonly password: string | null }

/**
 * Adds a person, with roles where the actor may grant them too. The password that was made is not stored, so a repeated request
 * with the same key does not tell it again.
 * Problems: forbidden, step-up-needed (roles), invalid-input (login, name, password, roles),
 * conflict (the login is taken).
 */
export async function createPerson(
  context: PeopleContext,
  person: NewPerson,
): Promise<WrittenPerson> {
  const { actor, now, random } = context
  authorise(actor, 'manage-people')
  const { memberships = [] } = person
  const grants = memberships.length > 0
  if (grants) authorise(actor, 'grant-roles')
  const login = foldLogin(person.login)
  if (!isLogin(login)) throw invalidLogin()
  const name = checkedName(person.name)
  const password = checkedPassword(person.password, login) ?? makePassword(random)
  const passwordHash = await hashPassword(password, random)
  const language = person.language ?? 'zh'
  const id = randomUuid(random(16))
  const input = { login, name, language, memberships: [...memberships] }
  const named = { name: 'person.create', permission: 'manage-people' } as const
  const command = { ...named, input, weighty: grants }
  const written = await write(context, command, async (tx) => {
    const at = now.toISOString()
    const isNew = await insertPerson(tx, {
      tenant: actor.tenant,
      id,
      login,
      name,
      language,
      password_hash: passwordHash,
      password_temporary: true,
      password_changed_at: at,
      created_at: at,
    })
    if (!isNew) throw loginTaken()
    if (grants) await grant(tx, context, id, memberships)
    return viewOf(tx, actor.tenant, id)
  })
  const isTold = person.password === undefined && !written.replayed && !written.dryRun
  return { ...written, password: isTold ? password : null }
}

/** What is left out stays as it is. */
export interface PersonChange {
  readonly person: Uuid
  readonly name?: string
  readonly language?: Language
  /** False closes the account and ends its sessions; true opens it again. */
  readonly active?: boolean
  /** Sets a password that the person is asked to change, and ends the sessions. */
  readonly password?: string
  /** The roles that the person holds from now on, all of them. */
  readonly memberships?: readonly Grant[]
}

/**
 * Renames, disables, re-enables, grants and takes roles, sets a password: one command, all or none.
 * The account is one permission's, its roles are another's: who opens accounts gives nobody power.
 * Problems: forbidden, step-up-needed (roles), not-found, invalid-input (name, password, roles),
 * conflict (nobody would be left to manage people or to grant roles).
 */
export async function changePerson(
  context: PeopleContext,
  change: PersonChange,
): Promise<Written<PersonView>> {
  const { actor, now } = context
  const { needed, grants } = powersFor(change)
  for (const permission of needed) authorise(actor, permission)
  const name = change.name === undefined ? undefined : checkedName(change.name)
  const password = await newHash(context, change.password)
  const input = {
    person: change.person,
    ...(name === undefined ? {} : { name }),
    ...(change.language === undefined ? {} : { language: change.language }),
    ...(change.active === undefined ? {} : { active: change.active }),
    ...(change.memberships === undefined ? {} : { memberships: [...change.memberships] }),
    setsPassword: password !== null,
  }
  const command = { name: 'person.change', permission: needed[0], input, weighty: grants }
  return write(context, command, (tx) =>
    keepManager(tx, context, async () => {
      const before = await viewOf(tx, actor.tenant, change.person)
      await updatePerson(tx, actor.tenant, before.id, {
        ...(name === undefined ? {} : { name }),
        ...(change.language === undefined ? {} : { language: change.language }),
        ...(change.active === undefined
          ? {}
          : { disabled_at: change.active ? null : now.toISOString() }),
      })
      if (change.memberships !== undefined) await grant(tx, context, before.id, change.memberships)
      if (password !== null) {
        checkedPassword(change.password, before.login)
        await updatePassword(tx, actor.tenant, before.id, { ...password, now })
      }
      const endsSessions = change.active === false || password !== null
      if (endsSessions) await deleteSessionsOf(tx, actor.tenant, before.id)
      return viewOf(tx, actor.tenant, before.id)
    }),
  )
}

/**
 * Makes a new password for somebody who lost theirs, and ends their sessions; told this once.
 * Problems: forbidden, not-found.
 */
export async function resetPassword(context: PeopleContext, person: Uuid): Promise<WrittenPerson> {
  const { actor, now, random } = context
  authorise(actor, 'manage-people')
  const password = makePassword(random)
  const passwordHash = await hashPassword(password, random)
  const input = { person }
  const command = { name: 'person.reset-password', permission: 'manage-people', input } as const
  const written = await write(context, command, async (tx) => {
    const { id } = await viewOf(tx, actor.tenant, person)
    await updatePassword(tx, actor.tenant, id, { passwordHash, temporary: true, now })
    await deleteSessionsOf(tx, actor.tenant, id)
    return viewOf(tx, actor.tenant, id)
  })
  return { ...written, password: written.replayed || written.dryRun ? null : password }
}

/** What a change of a person asks for: at least one of the two. */
function powersFor(change: PersonChange) {
  const { person: _, memberships, ...account } = change
  const grants = memberships !== undefined
  const isOfAccount = !grants || Object.values(account).some((value) => value !== undefined)
  const needed: [Permission, ...Permission[]] = isOfAccount
    ? ['manage-people', ...(grants ? (['grant-roles'] as const) : [])]
    : ['grant-roles']
  return { needed, grants }
}

/**
 * Runs a change that may take a permission away, and refuses it if nobody could manage people or
 * grant roles after it: such an installation could never again be mended from inside.
 */
export async function keepManager<T>(
  tx: Database,
  { actor, roles }: PeopleContext,
  change: () => Promise<T>,
): Promise<T> {
  const keepers = KEPT.map((permission) => rolesWith(roles, permission))
  await lockHolders(tx, actor.tenant, [...new Set(keepers.flat())])
  const before: number[] = []
  for (const each of keepers) before.push(await countHolders(tx, actor.tenant, each))
  const result = await change()
  for (const [at, each] of keepers.entries()) {
    const isGone = (await countHolders(tx, actor.tenant, each)) === 0
    if (isGone && before[at] !== 0) throw lastManager()
  }
  return result
}

/** Powers that somebody must always hold. */
const KEPT = ['manage-people', 'grant-roles'] as const

/** Gives a person exactly these roles; whoever founded goes when every seat is held. */
async function grant(
  tx: Database,
  { actor, roles, now }: PeopleContext,
  person: Uuid,
  grants: readonly Grant[],
): Promise<void> {
  const ids = grants.map(({ organisation }) => organisation)
  if (!ids.every(isUuid)) throw invalidGrants('unknown-organisation')
  const found = await readOrganisations(tx, actor.tenant, { ids })
  const { separated } = await safeguardsNow(tx, actor.tenant)
  const kinds = new Map(found.map(({ id, kind }) => [id, kind]))
  const fault = grantFault(grants, roles, kinds, separated)
  if (fault !== null) throw invalidGrants(fault)
  await lockPerson(tx, actor.tenant, person)
  const seats = separated ? seatsOf(roles) : []
  await replaceGrants(tx, {
    ...{ tenant: actor.tenant, person, grants, seats, by: actor.person, now },
  })
  if (separated) await endFounding(tx, actor.tenant, roles)
}

/** Every role whose seat nobody may hold beside another. */
export function seatsOf(roles: Roles): RoleId[] {
  return [...roles.values()].filter(({ apart }) => apart).map(({ id }) => id)
}

/** Who began an installation could give anybody any role; that ends once the seats are held. */
async function endFounding(tx: Database, tenant: number, roles: Roles): Promise<void> {
  const needed = seatsToName(roles)
  const held = await heldRoles(tx, tenant, needed)
  if (held.length < needed.length) return
  const founding = [...roles.values()].filter(({ founds }) => founds).map(({ id }) => id)
  await withdrawRoles(tx, tenant, founding)
}

async function viewOf(tx: Database, tenant: number, id: Uuid): Promise<PersonView> {
  const [person] = isUuid(id) ? await readPeople(tx, tenant, { id }) : []
  if (!person) throw new Problem('not-found')
  return person
}

async function newHash(
  { random }: PeopleContext,
  password: string | undefined,
): Promise<{ passwordHash: string; temporary: true } | null> {
  if (password === undefined) return null
  return { passwordHash: await hashPassword(password, random), temporary: true }
}

/** A name as it is stored; what hides characters is refused and not cleaned up. */
export function checkedName(text: string): string {
  const name = plainText(text)
  if (isSuspicious(text) !== null || !isName(name)) throw invalidName()
  return name
}

function checkedPassword(password: string | undefined, login: string): string | undefined {
  const fault = password === undefined ? null : passwordFault(password, login)
  if (fault !== null) throw weakPassword(fault)
  return password
}
