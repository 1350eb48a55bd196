import { createHmac } from 'node:crypto'
import { isSameSecret } from './secret.ts'

/** How long one code stands, in seconds; authenticator applications expect thirty. */
export const STEP_SECONDS = 30
const DIGITS = 6
/** Steps before and after the present one that are accepted: clocks of telephones differ. */
const DRIFT_STEPS = 1
/** As long as the hash, as RFC 4226 advises. */
export const SECRET_BYTES = 20

/** Which time step a moment falls into. */
export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / STEP_SECONDS)

/** The one-time code of a step (RFC 6238 over HMAC-SHA-1, the one that every application speaks). */
export function codeOf(secret: Uint8Array, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0x0f
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/**
 * The step to which a code belongs, later than the last one used; null when it fits none. A code
 * that was used is thereby never good again, nor is one that was shown before it.
 */
export function matchedStep(
  secret: Uint8Array,
  code: string,
  { now, lastStep }: { readonly now: Date; readonly lastStep: number },
): number | null {
  const present = stepAt(now)
  let matched: number | null = null
  for (let step = present - DRIFT_STEPS; step <= present + DRIFT_STEPS; step += 1) {
    const isSame = isSameSecret(codeOf(secret, step), code)
    if (isSame && step > lastStep && matched === null) matched = step
  }
  return matched
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const BITS_A_LETTER = 5

/** Base 32 (RFC 4648) without padding, as authenticator applications take a secret that is typed. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= BITS_A_LETTER) {
      bits -= BITS_A_LETTER
      text += LETTERS[(held >> bits) & 0x1f]
    }
    held &= (1 << bits) - 1
  }
  return bits === 0 ? text : text + LETTERS[(held << (BITS_A_LETTER - bits)) & 0x1f]
}

const ISSUER = '链枢'

/** What the picture holds that an authenticator application looks at. */
export function totpAddress(secret: string, login: string): string {
  const label = `${encodeURIComponent(ISSUER)}:${encodeURIComponent(login)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(ISSUER)}`
}
