import { plainText, sha256Hex } from '../../base/index.ts'

/** How many wrong sign-ins are borne in a window, for one login and from one address. */
export interface AttemptLimits {
  readonly windowMs: number
  readonly perLogin: number
  /** Higher, since a whole office may stand behind one address. */
  readonly perAddress: number
}

/** Five in a quarter of an hour, as classified protection is usually set up. */
export const ATTEMPT_LIMITS: AttemptLimits = { windowMs: 900_000, perLogin: 5, perAddress: 40 }

/** Failures within the window, the attempt under way among them; times in ISO. */
export interface Failures {
  readonly login: number
  readonly loginSince: string | null
  readonly address: number
  readonly addressSince: string | null
}

/** Seconds until another attempt is let through; 0 lets this one through. */
export function waitSeconds(failures: Failures, now: Date, limits: AttemptLimits): number {
  const rest = (count: number, most: number, since: string | null): number =>
    count <= most || since === null ? 0 : Date.parse(since) + limits.windowMs - now.getTime()
  const waitMs = Math.max(
    rest(failures.login, limits.perLogin, failures.loginSince),
    rest(failures.address, limits.perAddress, failures.addressSince),
  )
  return waitMs <= 0 ? 0 : Math.ceil(waitMs / 1000)
}

/** One spelling for a login: half-width, lower-case, trimmed. */
export function foldLogin(login: string): string {
  return plainText(login.normalize('NFKC')).toLowerCase()
}

/** By which attempts are counted. Hashed, because people type passwords into the wrong field. */
export function loginHashOf(login: string): string {
  return sha256Hex(`login:${foldLogin(login)}`)
}

/**
 * The part of an address that one client holds: all of IPv4, the first 64 bits of IPv6, where every
 * subscriber has more addresses than any limit could count.
 */
export function addressBlock(address: string): string {
  const plain = address
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array<string>(gap).fill('0'), ...after]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
