// Who asks: the bearer of a session cookie, or the local operator with the token of this run.
import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { Problem } from '../../../base/index.ts'
import { inTenant } from '../../../store/index.ts'
import type { Actor } from '../../../trust/access/index.ts'
import { isSameSecret } from '../../../trust/factor/index.ts'
import { sessionOf } from '../../../trust/session/index.ts'
import { isLoopback } from '../../config.ts'
import { addressOfPeer } from './address.ts'
import { isPublic } from './asked.ts'
import type { HttpContext, HttpEnv } from './context.ts'
import { isSecure, sessionCookie } from './security.ts'

/** The token in the session cookie, if there is one. */
export function sessionToken(c: HttpContext): string | null {
  return getCookie(c, sessionCookie(isSecure(c))) ?? null
}

/**
 * Finds out who asks, and answers in the scope of their tenant. Strangers stop here, before anything
 * of their request is looked at, but for the few routes that are public.
 */
export const knowActor: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const actor = await actorOf(c)
  c.set('actor', actor)
  if (!isPublic(c.req.method, c.req.path)) actorIn(c)
  await (actor === null ? next() : inTenant(actor.tenant, next))
}

async function actorOf(c: HttpContext): Promise<Actor | null> {
  const installation = c.get('installation')
  const bearer = c.req.header('Authorization')
  if (bearer !== undefined) {
    const isLocal = isLoopback(addressOfPeer(c))
    const isToken = isSameSecret(bearer, `Bearer ${installation.localToken}`)
    if (!isLocal || !isToken) throw new Problem('unauthorised')
    return installation.operator()
  }
  const token = sessionToken(c)
  return token === null ? null : sessionOf(installation.sessions, token, installation.now())
}

/** The actor of a route that is not for strangers. Problems: unauthorised, stale-session. */
export function actorIn(c: HttpContext): Actor {
  const actor = c.get('actor')
  if (actor !== null) return actor
  throw new Problem(sessionToken(c) === null ? 'unauthorised' : 'stale-session')
}
