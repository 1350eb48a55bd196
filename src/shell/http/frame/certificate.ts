// The seam for client certificates: a proxy that ends TLS checks the certificate and names its subject.
import { addressOfPeer } from './address.ts'
import type { HttpContext } from './context.ts'

const SUBJECT_LENGTH_MAX = 500

/**
 * Subject of the client certificate, as the configured proxy names it; null without one. The header
 * is believed from the address of that proxy alone: anybody else could write into it what they like.
 */
export function certificateOf(c: HttpContext): string | null {
  const { certificates } = c.var.config
  if (certificates === null) return null
  const peer = addressOfPeer(c).replace(/^::ffff:(?=\d+\.)/, '')
  if (peer !== certificates.proxy) return null
  const subject = c.req.header(certificates.header)?.trim() ?? ''
  return subject === '' || subject.length > SUBJECT_LENGTH_MAX ? null : subject
}
