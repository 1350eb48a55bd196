// What a write about one's own session needs from a request.
import { Problem } from '../../base/index.ts'
import type { SessionContext } from '../../trust/session/index.ts'
import { sessionToken } from './frame/actor.ts'
import type { HttpContext } from './frame/context.ts'
import { writeContext } from './frame/write-context.ts'

/** Problem: `unauthorised`, for whoever has no session of their own. */
export function sessionContext(c: HttpContext): SessionContext {
  const token = sessionToken(c)
  if (token === null) throw new Problem('unauthorised')
  const { roles, sealer, sessions } = c.var.installation
  const { limits } = sessions
  return { ...writeContext(c), roles, sealer, token, ...(limits !== undefined && { limits }) }
}
