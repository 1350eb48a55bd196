// An administrator without the second factor that is asked for gets one, and nothing before that.
import type { MiddlewareHandler } from 'hono'
import { Problem } from '../../../base/index.ts'
import type { HttpEnv } from './context.ts'

/** What belongs to the own account: sign-in and sign-out, own sessions, own second factors. */
const OWN = /^\/api\/(session|sessions|factors)(\/|$)/

/** Stops whoever must first set up a second factor. Problem: `second-factor-missing`. */
export const enrolledOnly: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if (c.get('actor')?.mustEnrol === true && !OWN.test(c.req.path)) {
    throw new Problem('second-factor-missing')
  }
  await next()
}
