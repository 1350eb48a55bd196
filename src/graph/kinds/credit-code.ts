import { plainText } from '../../base/index.ts'
import type { CodeCheck } from './code-check.ts'

/** GB 32100-2015: digits and capitals without I, O, S, V, Z; the value is the place. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** Registering bodies of GB 32100-2015, table 2, with its later A (军队) and N (农业). */
const AUTHORITIES = '123456789ANY'
const MODULUS = 31

/** Weight of place i is 3^(i-1) mod 31, for the places 1 to 17. */
const WEIGHTS: readonly number[] = Array.from({ length: 17 }, (_, place) => powerOfThree(place))

function powerOfThree(exponent: number): number {
  let power = 1
  for (let step = 0; step < exponent; step += 1) power = (power * 3) % MODULUS
  return power
}

/**
 * Checks a unified social credit code after GB 32100-2015: eighteen characters of its alphabet, a
 * registering body, a division, the check character, and inside, in places 9 to 17, the check
 * character of the organisation code (GB 11714). The answer holds the code in capitals.
 */
export function checkCreditCode(text: string): CodeCheck {
  const code = plainText(text).toUpperCase()
  if (code === '') return { ok: false, reason: 'code-empty', details: {} }
  if (code.length !== 18) {
    return { ok: false, reason: 'code-length', details: { length: 18, found: code.length } }
  }
  const strange = [...code].find((character) => !ALPHABET.includes(character))
  if (strange !== undefined) {
    return { ok: false, reason: 'code-characters', details: { found: strange } }
  }
  if (!AUTHORITIES.includes(code.charAt(0))) {
    return { ok: false, reason: 'code-authority', details: { found: code.charAt(0) } }
  }
  if (!/^\d{6}$/.test(code.slice(2, 8))) return { ok: false, reason: 'code-region', details: {} }
  const expected = creditCheckCharacter(code)
  if (code.charAt(17) !== expected) {
    return { ok: false, reason: 'code-check', details: { place: 18, expected } }
  }
  const inner = organisationCheckCharacter(code.slice(8, 16))
  if (code.charAt(16) !== inner) {
    return { ok: false, reason: 'code-check', details: { place: 17, expected: inner } }
  }
  return { ok: true, code }
}

/** The eighteenth character that belongs to the first seventeen. */
export function creditCheckCharacter(code: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, place) => total + weight * ALPHABET.indexOf(code.charAt(place)),
    0,
  )
  return ALPHABET.charAt((MODULUS - (sum % MODULUS)) % MODULUS)
}

/** GB 11714-1997: weights of the eight places of the body. */
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** Checks an organisation code: eight digits or capitals and a check character, hyphen or not. */
export function checkOrganisationCode(text: string): CodeCheck {
  const code = plainText(text)
    .toUpperCase()
    .replace(/^(.{8})-(.)$/, '$1$2')
  if (code === '') return { ok: false, reason: 'code-empty', details: {} }
  if (code.length !== 9) {
    return { ok: false, reason: 'code-length', details: { length: 9, found: code.length } }
  }
  const strange = [...code].find((character) => !/[0-9A-Z]/.test(character))
  if (strange !== undefined) {
    return { ok: false, reason: 'code-characters', details: { found: strange } }
  }
  const expected = organisationCheckCharacter(code)
  if (code.charAt(8) === expected) return { ok: true, code }
  return { ok: false, reason: 'code-check', details: { place: 9, expected } }
}

/** The ninth character that belongs to the first eight: 11 − sum mod 11, ten as X, eleven as 0. */
export function organisationCheckCharacter(body: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, place) => total + weight * Number.parseInt(body.charAt(place), 36),
    0,
  )
  return '0123456789X'.charAt((11 - (sum % 11)) % 11)
}
