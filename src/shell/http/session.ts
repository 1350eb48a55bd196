// Sign-in, sign-out, and the role in force.
import { deleteCookie, setCookie } from 'hono/cookie'
import { Problem } from '../../base/index.ts'
import { inTenant } from '../../store/index.ts'
import type { Actor } from '../../trust/access/index.ts'
import {
  changePassword,
  readOwnAccount,
  signIn,
  signOut,
  switchRole,
} from '../../trust/session/index.ts'
import { actorIn, sessionToken } from './frame/actor.ts'
import { addressOfClient, addressOfPeer } from './frame/address.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { assertSecretsMayTravel, isSecure, sessionCookie } from './frame/security.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/session.ts'

export function addSession(api: Api): void {
  api.openapi(routes.signIn, async (c) => {
    assertSecretsMayTravel(c, addressOfPeer(c))
    const { login, password } = c.req.valid('json')
    const { sessions, now, random } = c.var.installation
    const address = addressOfClient(c)
    const opened = await signIn(sessions, { login, password, address, now: now(), random })
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

function sessionContext(c: HttpContext) {
  const token = sessionToken(c)
  if (token === null) throw new Problem('unauthorised')
  return { ...writeContext(c), roles: c.var.installation.roles, token }
}

async function meOf(c: HttpContext, actor: Actor) {
  const { sessions, sample, store } = c.var.installation
  const account = await readOwnAccount(sessions, actor)
  return {
    ...account,
    roles: [...account.roles],
    faces: [...account.faces],
    permissions: [...account.permissions],
    sample,
    durability: store.durability,
  }
}
