import { sha256Hex } from '../../base/index.ts'

const SECRET_BYTES = 32

/** Where a token is to be looked up. We keep its hash alone: a stolen table opens no session. */
export interface TokenPlace {
  readonly tenant: number
  readonly tokenHash: string
}

/** Null for what cannot be a token of ours. */
export function placeOf(token: string): TokenPlace | null {
  const match = /^([1-9]\d{0,8})\.[\w-]{43}$/.exec(token)
  return match ? { tenant: Number(match[1]), tokenHash: sha256Hex(token) } : null
}

/** `<tenant>.<43 characters of chance>`: opaque to its bearer; the tenant leads us to the right rows. */
export function makeToken(
  tenant: number,
  random: (sizeBytes: number) => Uint8Array,
): { token: string; place: TokenPlace } {
  const token = `${tenant}.${Buffer.from(random(SECRET_BYTES)).toString('base64url')}`
  return { token, place: { tenant, tokenHash: sha256Hex(token) } }
}
