import { Problem, type Uuid, type Words } from '../../base/index.ts'
import {
  type Actor,
  authorise,
  type Face,
  type Permission,
  type RoleId,
  type Roles,
  visible,
} from '../access/index.ts'
import { factorsOf, proveFactor } from '../factor/index.ts'
import { type WriteContext, type Written, write } from '../gate/index.ts'
import { proveSession, readAccount } from './account-store.ts'
import { chooseRole } from './actor.ts'
import { hashPassword, isPassword, passwordFault } from './password.ts'
import { beginAttempt, forgetAttempt, type Sessions, sessionOf } from './sign-in.ts'
import {
  deleteSessionsOf,
  moveSession,
  readCredentials,
  readOpenRoles,
  succeedAttempt,
  updatePassword,
} from './store.ts'
import { placeOf, type TokenPlace } from './token.ts'
import { roleNotHeld, weakPassword } from './words.ts'

/** Who somebody is, in which role, and which others are open. */
export interface Account {
  readonly person: { id: Uuid; name: string; login: string; passwordTemporary: boolean }
  readonly organisation: { id: Uuid; name: string; home: string | null }
  readonly role: RoleId
  readonly roles: { id: RoleId; name: Words; organisation: { id: Uuid; name: string } }[]
  readonly faces: readonly Face[]
  readonly permissions: readonly Permission[]
  /** Must first set up a second factor, and may do nothing else. */
  readonly mustEnrol: boolean
  readonly tenant: { id: number; name: string }
}

/**
 * The actor's own account; nothing of anybody else, so it asks for no permission.
 * Problems: stale-session (the account is gone since the request began).
 */
export async function readOwnAccount(
  { store, roles }: Pick<Sessions, 'store' | 'roles'>,
  actor: Actor,
): Promise<Account> {
  const { tenant } = visible(actor)
  const row = await readAccount(store.read, tenant, actor.person)
  const role = roles.get(actor.role)
  if (row === null || !role) throw new Problem('stale-session')
  const open = await readOpenRoles(store.read, tenant, actor.person)
  return {
    person: {
      id: actor.person,
      name: actor.name,
      login: row.login,
      passwordTemporary: row.passwordTemporary,
    },
    organisation: { id: actor.organisation, name: actor.organisationName, home: actor.home },
    role: role.id,
    roles: inOrder(open, roles),
    faces: role.faces,
    permissions: role.permissions.filter((each) => actor.permissions.has(each)),
    mustEnrol: actor.mustEnrol === true,
    tenant: { id: tenant, name: row.tenantName },
  }
}

function inOrder(open: Awaited<ReturnType<typeof readOpenRoles>>, roles: Roles): Account['roles'] {
  return [...roles.values()].flatMap((role) =>
    open
      .filter((one) => one.role === role.id)
      .map(({ organisation, organisationName }) => ({
        id: role.id,
        name: role.words,
        organisation: { id: organisation, name: organisationName },
      })),
  )
}

/** A write about one's own session: what the gate needs, and which session it is. */
export type SessionContext = WriteContext &
  Pick<Sessions, 'roles' | 'limits' | 'sealer'> & { token: string }

/**
 * Lets the session act in another role that the person holds, and answers the actor it now is.
 * Problems: forbidden, invalid-input (the role is not held), stale-session.
 */
export async function switchRole(
  context: SessionContext,
  wish: { role: RoleId; organisation?: Uuid },
): Promise<Actor> {
  const { actor, roles, token, now } = context
  const place = ownPlace(context)
  const input = { role: wish.role, organisation: wish.organisation ?? null }
  const command = { name: 'session.switch-role', permission: 'switch-role', input } as const
  await write(context, command, async (tx) => {
    const held = await readOpenRoles(tx, actor.tenant, actor.person)
    const chosen = chooseRole(held, roles, { ...wish, present: actor.organisation })
    if (chosen === null) throw roleNotHeld()
    const to = { organisation: chosen.organisation, role: chosen.role }
    if (!(await moveSession(tx, place, { person: actor.person, ...to })))
      throw new Problem('stale-session')
    return to
  })
  const switched = await sessionOf(context, token, now)
  if (switched === null) throw new Problem('stale-session')
  return switched
}

/**
 * Ends every session of the actor, this one too; answers how many.
 * Problems: forbidden.
 */
export function signOutEverywhere(context: WriteContext): Promise<Written<{ ended: number }>> {
  const { actor } = context
  const command = { name: 'session.end-all', permission: 'own-account', input: {} } as const
  return write(context, command, async (tx) => ({
    ended: await deleteSessionsOf(tx, actor.tenant, actor.person),
  }))
}

export interface PasswordChange {
  readonly current: string
  readonly next: string
  /** The client's network address: wrong tries count as wrong sign-ins do. */
  readonly address: string
}

/**
 * Changes the actor's own password and ends all other sessions; answers how many. Neither password
 * goes into the log, hence a repeated request is known by its key alone.
 * Problems: forbidden, invalid-input (the new one is weak), wrong-sign-in, rate-limited.
 */
export async function changePassword(
  context: SessionContext,
  { current, next, address }: PasswordChange,
): Promise<Written<{ ended: number }>> {
  const { actor, store, now, random } = context
  authorise(actor, 'own-account')
  const place = ownPlace(context)
  const person = await readCredentials(store.read, actor.tenant, { id: actor.person })
  if (person === null) throw new Problem('stale-session')
  const fault = passwordFault(next, person.login)
  if (fault !== null) throw weakPassword(fault)
  const tried = { login: person.login, address, now, random }
  const attempt = await beginAttempt(store, actor.tenant, tried)
  const passwordHash = await hashPassword(next, random)
  const input = { person: actor.person }
  const command = { name: 'person.change-password', permission: 'own-account', input } as const
  const written = await write(context, command, async (tx) => {
    if (!(await isPassword(current, person.passwordHash))) throw new Problem('wrong-sign-in')
    await succeedAttempt(tx, attempt, actor.person)
    await updatePassword(tx, actor.tenant, actor.person, { passwordHash, temporary: false, now })
    return { ended: await deleteSessionsOf(tx, actor.tenant, actor.person, place) }
  })
  if (written.replayed || written.dryRun) await forgetAttempt(store, attempt)
  return written
}

/** What somebody shows to prove anew that it is they who sit here. */
export interface ProofAgain {
  readonly password: string | null
  /** A one-time code or one for recovery, from whoever has them. */
  readonly code: string | null
  readonly certificate: string | null
  readonly address: string
}

/**
 * Proves anew who sits before this session: by the second factor from whoever has one, by the
 * password from everybody else. What weighs most may be done for some minutes after it.
 * Problems: forbidden, wrong-sign-in, wrong-code, rate-limited, stale-session.
 */
export async function proveAgain(context: SessionContext, shown: ProofAgain): Promise<void> {
  const { actor, store, now, random } = context
  const { tenant, person } = actor
  authorise(actor, 'own-account')
  const place = ownPlace(context)
  const known = await readCredentials(store.read, tenant, { id: person })
  if (known === null) throw new Problem('stale-session')
  const tried = { login: known.login, address: shown.address, now, random }
  const attempt = await beginAttempt(store, tenant, tried)
  const input = { person }
  const command = { name: 'session.prove', permission: 'own-account', input } as const
  // Not under a key: an answer that is given twice would prove nothing the second time.
  const written = await write({ ...context, key: null }, command, async (tx) => {
    const hasFactor = (await factorsOf(tx, tenant, person)).length > 0
    const isProven = hasFactor
      ? await proveFactor(tx, { tenant, person, now, sealer: context.sealer ?? null }, shown)
      : await isPassword(shown.password ?? '', known.passwordHash)
    if (!isProven) throw new Problem(hasFactor ? 'wrong-code' : 'wrong-sign-in')
    await succeedAttempt(tx, attempt, person)
    if (!(await proveSession(tx, place, { person, now }))) throw new Problem('stale-session')
    return {}
  })
  if (written.dryRun) await forgetAttempt(store, attempt)
}

/** Where this session is kept; the token was good when the request began. */
function ownPlace({ token, actor }: SessionContext): TokenPlace {
  const place = placeOf(token)
  if (place === null || place.tenant !== actor.tenant) throw new Problem('stale-session')
  return place
}
