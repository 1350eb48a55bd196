import { Problem, randomUuid, type Uuid } from '../../base/index.ts'
import { type Database, inTenant, type Store } from '../../store/index.ts'
import { type Actor, noteAsked, type RoleId, type Roles, rolesWith } from '../access/index.ts'
import { factorsOf, proveFactor, type Sealer } from '../factor/index.ts'
import { actorOf, chooseRole, type HeldRole, SESSION_LIMITS, type SessionLimits } from './actor.ts'
import { ATTEMPT_LIMITS, addressBlock, foldLogin, loginHashOf, waitSeconds } from './attempt.ts'
import { deviceOf } from './device.ts'
import { isPassword } from './password.ts'
import {
  type Attempt,
  countFailures,
  deleteAttempt,
  deleteSession,
  insertAttempt,
  insertSession,
  readCredentials,
  readHolder,
  readMember,
  readOpenRoles,
  succeedAttempt,
  touchSession,
} from './store.ts'
import { makeToken, placeOf, type TokenPlace } from './token.ts'
import { noRoleHeld } from './words.ts'

/** What sessions rest on; the shell makes one when it starts. */
export interface Sessions {
  readonly store: Store
  readonly roles: Roles
  readonly limits?: SessionLimits
  /** Opens the secrets of one-time codes; without it nobody can have any. */
  readonly sealer?: Sealer
}

export interface SignIn {
  /** The tenant whose people sign in here; 1, the first, when left out. */
  readonly tenant?: number
  readonly login: string
  readonly password: string
  /** The client's network address. */
  readonly address: string
  /** What the browser says of itself; empty when it says nothing. */
  readonly agent?: string
  /** A one-time code or a recovery code. */
  readonly code?: string
  /** Subject of the client certificate that a trusted proxy has checked. */
  readonly certificate?: string | null
  /** The role to begin in, when the person holds it. */
  readonly role?: RoleId
  readonly now: Date
  readonly random: (sizeBytes: number) => Uint8Array
}

/**
 * Opens a session and answers its token, which is told once and never stored.
 * Problems: wrong-sign-in (unknown login, wrong password and closed account alike), rate-limited,
 * second-factor-needed (the password is right and the person has more to show), wrong-code,
 * invalid-input (the person holds no role at present).
 */
export function signIn(
  sessions: Sessions,
  input: SignIn,
): Promise<{ token: string; actor: Actor }> {
  noteAsked()
  const tenant = input.tenant ?? SIGN_IN_TENANT
  return inTenant(tenant, () => signInTo(sessions, tenant, input))
}

async function signInTo(
  sessions: Sessions,
  tenant: number,
  input: SignIn,
): Promise<{ token: string; actor: Actor }> {
  const attempt = await beginAttempt(sessions.store, tenant, input)
  const person = await readCredentials(sessions.store.read, tenant, {
    login: foldLogin(input.login),
  })
  const isRight = await isPassword(input.password, person?.passwordHash ?? null)
  if (!isRight || person === null || person.disabled) throw new Problem('wrong-sign-in')
  await askFactor(sessions, attempt, input, person.id)
  const { token, place } = makeToken(tenant, input.random)
  await openSession(sessions, { attempt, input, place, person: person.id })
  const actor = await sessionOf(sessions, token, input.now)
  if (actor === null) throw new Problem('wrong-sign-in')
  return { token, actor }
}

/**
 * Asks for the second factor where there is one and nothing was shown. That is no failure, and no
 * success either: who knows a password must not wipe out, by it, the wrong codes that they tried.
 */
async function askFactor(
  { store }: Sessions,
  attempt: Attempt,
  { code, certificate = null }: SignIn,
  person: Uuid,
): Promise<void> {
  if (code !== undefined) return
  const factors = await factorsOf(store.read, attempt.tenant, person)
  const isShown = factors.some(({ subject }) => subject !== null && subject === certificate)
  if (factors.length === 0 || isShown) return
  await forgetAttempt(store, attempt)
  throw new Problem('second-factor-needed')
}

/**
 * The actor who bears a token, loaded anew; null when the session has ended in whatever way. It does
 * not count as having asked: every request begins so, and most have yet to ask what they may.
 */
export async function sessionOf(
  sessions: Sessions,
  token: string,
  now: Date,
): Promise<Actor | null> {
  const place = placeOf(token)
  // The token says of which tenant it is, so nobody has to look for it in all of them.
  return place === null ? null : inTenant(place.tenant, () => sessionAt(sessions, place, now))
}

async function sessionAt(sessions: Sessions, place: TokenPlace, now: Date): Promise<Actor | null> {
  const limits = sessions.limits ?? SESSION_LIMITS
  const holder = await readHolder(sessions.store.read, {
    place,
    now,
    idleSince: new Date(now.getTime() - limits.idleMs),
    restrictedReaders: rolesWith(sessions.roles, 'read-restricted'),
  })
  if (holder === null) return null
  if (now.getTime() - Date.parse(holder.usedAt) > TOUCH_AFTER_MS) {
    await within(sessions.store, place, (tx) => touchSession(tx, place, now))
  }
  return actorOf(holder, sessions.roles, limits)
}

/**
 * Who somebody is in a role that he holds, for work that goes on when its page is closed. Null once
 * the role was taken away: what was begun with it does not go on without it.
 */
export async function memberActor(
  sessions: Sessions,
  member: { readonly tenant: number; readonly person: Uuid } & HeldRole,
): Promise<Actor | null> {
  const restrictedReaders = rolesWith(sessions.roles, 'read-restricted')
  const { read } = sessions.store
  const holder = await inTenant(member.tenant, () => readMember(read, member, restrictedReaders))
  return holder === null ? null : actorOf(holder, sessions.roles)
}

/** Ends the session of a token; one that has ended already is no problem. */
export async function signOut({ store }: Sessions, token: string): Promise<void> {
  noteAsked()
  const place = placeOf(token)
  if (place !== null) await within(store, place, (tx) => deleteSession(tx, place))
}

/**
 * Counts a try before anything is compared. The row is committed first and counted after, so of a
 * hundred tries at the same moment no more than the limit get through.
 * Problems: rate-limited.
 */
export async function beginAttempt(
  store: Store,
  tenant: number,
  tried: Pick<SignIn, 'login' | 'address' | 'now' | 'random'>,
): Promise<Attempt> {
  const attempt: Attempt = {
    tenant,
    id: randomUuid(tried.random(16)),
    loginHash: loginHashOf(tried.login),
    address: addressBlock(tried.address),
    at: tried.now,
  }
  await within(store, attempt, (tx) => insertAttempt(tx, attempt))
  const failures = await countFailures(store.read, attempt, ATTEMPT_LIMITS.windowMs)
  const seconds = waitSeconds(failures, tried.now, ATTEMPT_LIMITS)
  if (seconds === 0) return attempt
  await forgetAttempt(store, attempt)
  throw new Problem('rate-limited', { seconds })
}

/** Takes back a try that was none. */
export function forgetAttempt(store: Store, attempt: Attempt): Promise<void> {
  return within(store, attempt, (tx) => deleteAttempt(tx, attempt))
}

/** The tenant whose people sign in where none is named: the first. */
export const SIGN_IN_TENANT = 1

/** A session's last use is written at most once a minute, so that reading does not mean writing. */
const TOUCH_AFTER_MS = 60_000

interface Opening {
  readonly attempt: Attempt
  readonly input: SignIn
  readonly place: TokenPlace
  readonly person: string
}

async function openSession(sessions: Sessions, opening: Opening): Promise<void> {
  const { attempt, input, place, person } = opening
  const { absoluteMs } = sessions.limits ?? SESSION_LIMITS
  await within(sessions.store, place, async (tx) => {
    await assertFactor(tx, sessions, opening)
    await succeedAttempt(tx, attempt, person)
    const held = await readOpenRoles(tx, place.tenant, person)
    const wish = input.role === undefined ? {} : { role: input.role }
    const chosen = chooseRole(held, sessions.roles, wish) ?? chooseRole(held, sessions.roles)
    if (chosen === null) throw noRoleHeld()
    await insertSession(tx, place, {
      person,
      organisation: chosen.organisation,
      role: chosen.role,
      id: randomUuid(input.random(16)),
      device: deviceOf(input.agent ?? ''),
      address: input.address,
      createdAt: input.now,
      expiresAt: new Date(input.now.getTime() + absoluteMs),
    })
  })
}

/** Whoever has a second factor has shown it; a code is spent by it. Problem: wrong-code. */
async function assertFactor(
  tx: Database,
  { sealer }: Sessions,
  { input, place, person }: Opening,
): Promise<void> {
  const { code = null, certificate = null, now } = input
  if ((await factorsOf(tx, place.tenant, person)).length === 0) return
  const ground = { tenant: place.tenant, person, now, sealer: sealer ?? null }
  if (!(await proveFactor(tx, ground, { code, certificate }))) throw new Problem('wrong-code')
}

function within<T>(
  store: Store,
  { tenant }: { readonly tenant: number },
  work: (tx: Database) => Promise<T>,
): Promise<T> {
  return store.transaction(work, { tenant })
}
