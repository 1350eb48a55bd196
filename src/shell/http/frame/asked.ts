// The audit of access: an answer for which nobody asked who may see it never leaves the server.
import type { MiddlewareHandler } from 'hono'
import { Problem } from '../../../base/index.ts'
import { askedDuring } from '../../../trust/access/index.ts'
import type { HttpEnv } from './context.ts'

/** Routes that anybody may ask, each with its reason. Files of the pages are served elsewhere. */
export const PUBLIC_ROUTES: Readonly<Record<string, string>> = {
  'GET /health': 'says only whether the server is ready',
  'GET /metrics': 'answers this machine and whoever has its token, and is not there for others',
  'GET /api/openapi.json': 'describes the interface, which is published anyway',
  'POST /api/session': 'signing in is how one becomes somebody',
  'DELETE /api/session': 'signing out works even when the session has ended already',
}

/** Whether a route may answer without having asked. */
export function isPublic(method: string, path: string): boolean {
  return Object.hasOwn(PUBLIC_ROUTES, `${method} ${path}`)
}

/**
 * Runs the route and looks whether access was asked for. A good answer without it is our own
 * mistake and becomes `internal`: a server that fails is better than one that tells too much.
 */
export const accessAudit: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const { asked } = await askedDuring(async () => {
    await next()
  })
  const isGood = c.res.status < 400
  if (!isGood || asked || isPublic(c.req.method, c.req.path)) return
  c.var.notes.error({ request: c.var.requestId, route: c.req.routePath }, 'answered without asking')
  await c.res.body?.cancel()
  c.res = undefined
  throw new Problem('internal')
}
