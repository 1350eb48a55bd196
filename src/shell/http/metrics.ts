// /metrics: for this machine, or for whoever has the token of the configuration; else it is not there.
import { Problem } from '../../base/index.ts'
import { isSameSecret } from '../../trust/factor/index.ts'
import { isLoopback } from '../config.ts'
import type { Installation } from '../installation.ts'
import { addressOfPeer } from './frame/address.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { hostOf } from './frame/security.ts'
import * as routes from './schemas/metrics.ts'

export function addMetrics(api: Api, installation: () => Installation | null): void {
  api.openapi(routes.readMetrics, async (c) => {
    if (!mayRead(c)) throw new Problem('not-found')
    const open = installation()
    if (open === null) throw new Problem('not-ready')
    const { mediaType, text } = await open.metrics.read()
    return c.text(text, 200, { 'Content-Type': mediaType })
  })
}

function mayRead(c: HttpContext): boolean {
  const { metricsToken } = c.var.config
  const given = c.req.header('Authorization')
  if (given !== undefined)
    return metricsToken !== null && isSameSecret(given, `Bearer ${metricsToken}`)
  return isFromHere(c)
}

/**
 * A proxy on this machine speaks for others, whether it was declared or not, and a name that was made
 * to resolve to 127.0.0.1 brings a foreign page here: neither counts as this machine.
 */
function isFromHere(c: HttpContext): boolean {
  const isForwarded = [
    'X-Forwarded-For',
    'X-Forwarded-Host',
    'X-Forwarded-Proto',
    'Forwarded',
  ].some((name) => c.req.header(name) !== undefined)
  const host = hostOf(c).replace(/:\d+$/, '')
  return (
    !c.var.config.behindProxy && !isForwarded && isLoopback(addressOfPeer(c)) && isLoopback(host)
  )
}
