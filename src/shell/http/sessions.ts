// Sessions in force, the fresh proof, and how others sign in.
import {
  endOtherSessions,
  endOwnSession,
  endSessionsOf,
  listOwnSessions,
  proveAgain,
  readSignInState,
  resetFactors,
  unlockPerson,
} from '../../trust/session/index.ts'
import { actorIn, sessionToken } from './frame/actor.ts'
import { addressOfClient, addressOfPeer } from './frame/address.ts'
import { certificateOf } from './frame/certificate.ts'
import type { Api } from './frame/context.ts'
import { assertSecretsMayTravel } from './frame/security.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/sessions.ts'
import { sessionContext } from './session-context.ts'

const MINUTE_MS = 60_000

export function addSessions(api: Api): void {
  api.openapi(routes.listSessions, async (c) => {
    const { sessions, now } = c.var.installation
    const asked = { actor: actorIn(c), token: sessionToken(c), now: now() }
    const items = await listOwnSessions(sessions, asked)
    const { sessionIdleMs, sessionMs, proofMs } = c.var.config.limits
    const [idle = 0, longest = 0, proof = 0] = [sessionIdleMs, sessionMs, proofMs].map((ms) =>
      Math.round(ms / MINUTE_MS),
    )
    return c.json({ items, limitMinutes: { idle, longest, proof } }, 200)
  })

  api.openapi(routes.endSession, async (c) => {
    await endOwnSession(writeContext(c), c.req.valid('param').id)
    return c.body(null, 204)
  })

  api.openapi(routes.endOtherSessions, async (c) =>
    c.json((await endOtherSessions(sessionContext(c))).output, 200),
  )

  api.openapi(routes.proveAgain, async (c) => {
    assertSecretsMayTravel(c, addressOfPeer(c))
    const { password = null, code = null } = c.req.valid('json')
    const shown = { password, code, certificate: certificateOf(c), address: addressOfClient(c) }
    await proveAgain(sessionContext(c), shown)
    return c.body(null, 204)
  })

  addGuard(api)
}

function addGuard(api: Api): void {
  api.openapi(routes.readSignIn, async (c) => {
    const { sessions, now } = c.var.installation
    const asked = { actor: actorIn(c), now: now() }
    const state = await readSignInState(sessions, asked, c.req.valid('param').id)
    const { sessions: open, lockedSeconds, factors } = state
    return c.json({ sessions: [...open], lockedSeconds, factors: [...factors] }, 200)
  })

  api.openapi(routes.endSessionsOf, async (c) => {
    const of = { person: c.req.valid('param').id, session: c.req.valid('json').session }
    return c.json((await endSessionsOf(writeContext(c), of)).output, 200)
  })

  api.openapi(routes.unlockPerson, async (c) =>
    c.json((await unlockPerson(writeContext(c), c.req.valid('param').id)).output, 200),
  )

  api.openapi(routes.resetFactors, async (c) =>
    c.json((await resetFactors(writeContext(c), c.req.valid('param').id)).output, 200),
  )
}
