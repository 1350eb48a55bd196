import { isUuid, Problem, type Uuid } from '../../base/index.ts'
import { type Actor, authorise } from '../access/index.ts'
import { deleteFactors, type FactorView, factorsOf } from '../factor/index.ts'
import { type WriteContext, type Written, write } from '../gate/index.ts'
import {
  deleteSessionById,
  forgetFailures,
  readSessions,
  type SessionView,
} from './account-store.ts'
import { SESSION_LIMITS } from './actor.ts'
import { ATTEMPT_LIMITS, loginHashOf, waitSeconds } from './attempt.ts'
import type { SessionContext } from './commands.ts'
import type { Sessions } from './sign-in.ts'
import { type Credentials, countFailures, deleteSessionsOf, readCredentials } from './store.ts'
import { placeOf } from './token.ts'

/** One's own sessions that are in force; `token` tells which of them asks. Problem: forbidden. */
export async function listOwnSessions(
  sessions: Sessions,
  { actor, token, now }: { actor: Actor; token: string | null; now: Date },
): Promise<SessionView[]> {
  authorise(actor, 'own-account')
  const current = token === null ? null : placeOf(token)
  return readSessions(sessions.store.read, { ...inForce(sessions, actor, now), current })
}

/** Ends one of one's own sessions at once. Problems: forbidden, not-found (it has ended already). */
export async function endOwnSession(context: WriteContext, id: Uuid): Promise<void> {
  const { actor } = context
  const command = { name: 'session.end', permission: 'own-account', input: { id } } as const
  await write(context, command, async (tx) => {
    const of = { tenant: actor.tenant, person: actor.person, id }
    if (!(isUuid(id) && (await deleteSessionById(tx, of)))) throw new Problem('not-found')
    return {}
  })
}

/** Ends all of one's own sessions but this one; answers how many. Problem: forbidden. */
export function endOtherSessions(context: SessionContext): Promise<Written<{ ended: number }>> {
  const { actor, token } = context
  const command = { name: 'session.end-others', permission: 'own-account', input: {} } as const
  return write(context, command, async (tx) => ({
    ended: await deleteSessionsOf(tx, actor.tenant, actor.person, placeOf(token)),
  }))
}

/** How somebody signs in, for whoever guards it. */
export interface SignInState {
  readonly sessions: readonly SessionView[]
  /** Seconds until the login may be tried again; 0 when it is not locked. */
  readonly lockedSeconds: number
  readonly factors: readonly FactorView[]
}

/** The sessions, the lock and the second factors of a person. Problems: forbidden, not-found. */
export async function readSignInState(
  sessions: Sessions,
  { actor, now }: { actor: Actor; now: Date },
  person: Uuid,
): Promise<SignInState> {
  authorise(actor, 'guard-sign-in')
  const { tenant } = actor
  const { read } = sessions.store
  const { login } = await known(read, tenant, person)
  const tried = { tenant, id: person, loginHash: loginHashOf(login), address: '', at: now }
  const failures = await countFailures(read, tried, ATTEMPT_LIMITS.windowMs)
  // The rule counts the try under way; nobody tries here, so the next one is counted in its place.
  const next = { ...failures, login: failures.login + 1, address: 0, addressSince: null }
  const of = { ...inForce(sessions, { tenant, person }, now), current: null }
  return {
    sessions: await readSessions(read, of),
    lockedSeconds: waitSeconds(next, now, ATTEMPT_LIMITS),
    factors: await factorsOf(read, tenant, person),
  }
}

/**
 * Ends the sessions of somebody, one of them or all; answers how many.
 * Problems: forbidden, not-found.
 */
export function endSessionsOf(
  context: WriteContext,
  { person, session }: { readonly person: Uuid; readonly session: Uuid | null },
): Promise<Written<{ ended: number }>> {
  const { tenant } = context.actor
  const input = { person, session }
  const command = { name: 'person.end-sessions', permission: 'guard-sign-in', input } as const
  return write(context, command, async (tx) => {
    await known(tx, tenant, person)
    if (session === null) return { ended: await deleteSessionsOf(tx, tenant, person) }
    if (!isUuid(session)) throw new Problem('not-found')
    return { ended: (await deleteSessionById(tx, { tenant, person, id: session })) ? 1 : 0 }
  })
}

/**
 * Lets somebody whose login was closed after wrong tries try again at once; answers how many tries
 * were forgotten. Problems: forbidden, not-found.
 */
export function unlockPerson(
  context: WriteContext,
  person: Uuid,
): Promise<Written<{ forgotten: number }>> {
  const { tenant } = context.actor
  const input = { person }
  const command = { name: 'person.unlock', permission: 'guard-sign-in', input } as const
  return write(context, command, async (tx) => {
    const { login } = await known(tx, tenant, person)
    return { forgotten: await forgetFailures(tx, tenant, loginHashOf(login)) }
  })
}

/**
 * Takes all second factors of somebody away who lost them, and ends their sessions; answers how many.
 * Problems: forbidden, step-up-needed, not-found.
 */
export function resetFactors(
  context: WriteContext,
  person: Uuid,
): Promise<Written<{ removed: number }>> {
  const { tenant } = context.actor
  const named = { name: 'person.reset-factors', permission: 'guard-sign-in' } as const
  const command = { ...named, input: { person }, weighty: true }
  return write(context, command, async (tx) => {
    await known(tx, tenant, person)
    await deleteSessionsOf(tx, tenant, person)
    return { removed: await deleteFactors(tx, { tenant, person }) }
  })
}

async function known(
  db: Parameters<typeof readCredentials>[0],
  tenant: number,
  person: Uuid,
): Promise<Credentials> {
  const found = isUuid(person) ? await readCredentials(db, tenant, { id: person }) : null
  if (found === null) throw new Problem('not-found')
  return found
}

function inForce(
  { limits = SESSION_LIMITS }: Sessions,
  { tenant, person }: { readonly tenant: number; readonly person: Uuid },
  now: Date,
) {
  return { tenant, person, now, idleSince: new Date(now.getTime() - limits.idleMs) }
}
