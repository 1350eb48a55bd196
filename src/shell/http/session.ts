// Sign-in, sign-out, and the role in force.
import { deleteCookie, setCookie } from 'hono/cookie'
import { Problem } from '../../base/index.ts'
import { inTenant } from '../../store/index.ts'
import type { Actor } from '../../trust/access/index.ts'
import { readSafeguards } from '../../trust/safeguard/index.ts'
import {
  changePassword,
  readOwnAccount,
  SIGN_IN_TENANT,
  signIn,
  signOut,
  switchRole,
} from '../../trust/session/index.ts'
import { actorIn, sessionToken } from './frame/actor.ts'
import { addressOfClient, addressOfPeer } from './frame/address.ts'
import { placeOf } from './frame/audit.ts'
import { certificateOf } from './frame/certificate.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { given } from './frame/given.ts'
import { assertSecretsMayTravel, isSecure, sessionCookie } from './frame/security.ts'
import * as routes from './schemas/session.ts'
import { sessionContext } from './session-context.ts'

export function addSession(api: Api): void {
  api.openapi(routes.signIn, async (c) => {
    assertSecretsMayTravel(c, addressOfPeer(c))
    const { sessions, now, random } = c.var.installation
    const asked = signIn(sessions, {
      ...given(c.req.valid('json')),
      address: addressOfClient(c),
      agent: c.req.header('User-Agent') ?? '',
      certificate: certificateOf(c),
      now: now(),
      random,
    })
    const opened = await noteSignIn(c, asked)
    const secure = isSecure(c)
    setCookie(c, sessionCookie(secure), opened.token, {
      path: '/',
      httpOnly: true,
      sameSite: 'Strict',
      secure,
    })
    // A stranger asked, so no scope is open yet.
    const me = await inTenant(opened.actor.tenant, () => meOf(c, opened.actor))
    return c.json(me, 200)
  })

  api.openapi(routes.readSession, async (c) => c.json(await meOf(c, actorIn(c)), 200))

  api.openapi(routes.signOut, async (c) => {
    const token = sessionToken(c)
    if (token !== null) await signOut(c.var.installation.sessions, token)
    const secure = isSecure(c)
    deleteCookie(c, sessionCookie(secure), { path: '/', secure })
    return c.body(null, 204)
  })

  api.openapi(routes.switchRole, async (c) => {
    const { role, organisation } = c.req.valid('json')
    const wish = { role, ...(organisation !== undefined && { organisation }) }
    return c.json(await meOf(c, await switchRole(sessionContext(c), wish)), 200)
  })

  api.openapi(routes.changePassword, async (c) => {
    assertSecretsMayTravel(c, addressOfPeer(c))
    const { current, next } = c.req.valid('json')
    const context = sessionContext(c)
    await changePassword(context, { current, next, address: addressOfClient(c) })
    return c.body(null, 204)
  })
}

/** Notes who came in, and that somebody did not; under which login is left out, it may be a slip. */
async function noteSignIn(c: HttpContext, asked: ReturnType<typeof signIn>) {
  const record = (tenant: number, who: Partial<Actor>, code: string | null): Promise<void> =>
    inTenant(tenant, () =>
      c.var.installation.recorder.record(tenant, {
        ...{
          ...placeOf(c),
          act: 'sign-in',
          what: 'session',
          object: '',
          labels: [],
          count: 0,
          code,
        },
        ...{ person: who.person ?? null, organisation: who.organisation ?? null },
        role: who.role ?? null,
      }),
    )
  const opened = await asked.catch(async (error: unknown) => {
    if (error instanceof Problem) await record(SIGN_IN_TENANT, {}, error.code)
    throw error
  })
  await record(opened.actor.tenant, opened.actor, null)
  return opened
}

async function meOf(c: HttpContext, actor: Actor) {
  const { sessions, sample, store } = c.var.installation
  const account = await readOwnAccount(sessions, actor)
  const { secondFactor, stepUp, separated } = await readSafeguards(store, actor)
  return {
    ...account,
    roles: [...account.roles],
    faces: [...account.faces],
    permissions: [...account.permissions],
    safeguards: { secondFactor, stepUp, separated },
    sample,
    durability: store.durability,
  }
}
