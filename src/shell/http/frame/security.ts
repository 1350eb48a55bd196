// Headers that bind the browser, and the checks that a request comes from our own pages.
import { randomBytes } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { Problem } from '../../../base/index.ts'
import { isLoopback } from '../../config.ts'
import type { HttpEnv } from './context.ts'

/** Stands in the built index.html where the nonce of the answer belongs. */
export const NONCE_PLACEHOLDER = '__LIANSHU_NONCE__'

/** A nonce is used for one answer only: 128 bits, base64. */
export const newNonce = (): string => randomBytes(16).toString('base64')

/** The policy of pages: our own scripts, styles only with this answer's nonce, nothing foreign. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Answers that are no pages may load nothing at all, should a browser ever render one. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** Sets the headers that every answer carries. */
export const secureHeaders: MiddlewareHandler<HttpEnv> = async (c, next) => {
  await next()
  const { headers } = c.res
  // Said here: what compresses would say it by making the whole answer anew, at a third of its cost.
  headers.set('Vary', 'Accept-Encoding')
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('X-Frame-Options', 'DENY')
  headers.set('Referrer-Policy', 'same-origin')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', DATA_POLICY)
  if (isSecure(c)) headers.set('Strict-Transport-Security', 'max-age=31536000')
}

/** Whether the browser speaks TLS to us, or to the declared proxy in front of us. */
export function isSecure(c: Context<HttpEnv>): boolean {
  const config = c.get('config')
  if (config.tls !== null) return true
  return config.behindProxy && c.req.header('X-Forwarded-Proto')?.split(',')[0]?.trim() === 'https'
}

/** Host and port as the browser knows them. */
export function hostOf(c: Context<HttpEnv>): string {
  const forwarded = c.get('config').behindProxy ? c.req.header('X-Forwarded-Host') : undefined
  return (forwarded ?? c.req.header('Host') ?? new URL(c.req.url).host).split(',')[0]?.trim() ?? ''
}

/** A host name without its port; keeps the brackets of IPv6. */
const nameOf = (host: string): string => host.replace(/:\d+$/, '')

/**
 * A server that listens on this machine only answers to its local names only. Otherwise a foreign
 * page whose name is made to resolve to 127.0.0.1 could read everything through the browser.
 */
export const localNames: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const config = c.get('config')
  if (isLoopback(config.host) && !config.behindProxy && !isLoopback(nameOf(hostOf(c)))) {
    throw new Problem('foreign-origin', { host: hostOf(c) })
  }
  await next()
}

const SAFE_METHOD = /^(GET|HEAD|OPTIONS)$/

/**
 * Refuses a write that another site's page sent. Browsers name the origin of every write; a client
 * that names none is no browser, and the cookie would not have travelled (SameSite=Strict).
 */
export const sameOrigin: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if (!SAFE_METHOD.test(c.req.method)) {
    const site = c.req.header('Sec-Fetch-Site')
    const origin = c.req.header('Origin')
    const foreign =
      site === undefined
        ? origin !== undefined && !isOwnOrigin(origin, hostOf(c))
        : site !== 'same-origin' && site !== 'none'
    if (foreign) throw new Problem('foreign-origin', { host: origin ?? site ?? '' })
  }
  await next()
}

function isOwnOrigin(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}

/**
 * Passwords travel encrypted, or not at all beyond this machine.
 * Throws Problem `tls-required`.
 */
export function assertSecretsMayTravel(c: Context<HttpEnv>, address: string): void {
  const mayTravel = isSecure(c) || (isLoopback(address) && isLoopback(nameOf(hostOf(c))))
  if (!mayTravel) throw new Problem('tls-required')
}

/** How the session cookie is called: the prefix `__Host-` works under TLS only. */
export function sessionCookie(secure: boolean): string {
  return secure ? '__Host-lianshu' : 'lianshu'
}
