// From where a request comes.
import type { HttpContext } from './context.ts'

/** A request that was made inside this process comes from this machine. */
const HERE = '127.0.0.1'

/** Network address of whoever opened the connection: the client, or the proxy in front. */
export function addressOfPeer(c: HttpContext): string {
  return c.env?.incoming?.socket.remoteAddress ?? HERE
}

/**
 * Network address of the client. Behind the declared proxy it is the last one of X-Forwarded-For,
 * which that proxy wrote itself; whatever stands before it may be invented by the client.
 */
export function addressOfClient(c: HttpContext): string {
  const forwarded = c.var.config.behindProxy ? c.req.header('X-Forwarded-For') : undefined
  return forwarded?.split(',').at(-1)?.trim() || addressOfPeer(c)
}
