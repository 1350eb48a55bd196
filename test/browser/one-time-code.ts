/** What an authenticator application on a telephone does: codes from the letters of a secret. */
import { codeOf, stepAt } from '../../src/trust/factor/totp.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const BITS_A_LETTER = 5

/** The bytes of a secret that was told in letters, with or without spaces between them. */
export function secretOf(letters: string): Uint8Array {
  const bits = [...letters.replaceAll(' ', '')]
    .map((one) => LETTERS.indexOf(one).toString(2).padStart(BITS_A_LETTER, '0'))
    .join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}

/** The code of this moment. */
export const codeFrom = (letters: string, now = new Date()): string =>
  codeOf(secretOf(letters), stepAt(now))
