// Which route was asked for: of patterns there are as many as routes, of addresses as many as things.
import { matchedRoutes } from 'hono/route'
import type { HttpContext } from './context.ts'

/** The pattern of the route, `/api/claims/{id}`, whoever refused it on the way; null where there is none. */
export function patternOf(c: HttpContext): string | null {
  const route = matchedRoutes(c).findLast(({ method }) => method !== 'ALL')
  return route === undefined ? null : route.path.replace(/:(\w+)/g, '{$1}')
}
