import assert from 'node:assert'
import { Decimal as Library } from 'decimal.js'

/**
 * Exact decimal numbers for money and shares; 40 digits, halves to even, never an exponent in the
 * text. A float would turn 0.1 + 0.2 into a difference that an auditor finds.
 */
const Exact = Library.clone({
  precision: 40,
  rounding: Library.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
  defaults: true,
})

export type Decimal = Library

const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?$/

/** Plain decimal text: digits, at most one point, no blanks, no exponent, no leading zeros. */
export function isDecimalText(text: string): boolean {
  return DECIMAL.test(text)
}

/** The number of a decimal text. Anything else is our own mistake: people's text is parsed first. */
export function decimal(text: string | bigint | Decimal): Decimal {
  const plain = typeof text === 'bigint' ? text.toString() : text
  assert(typeof plain !== 'string' || isDecimalText(plain), `not a decimal text: ${String(plain)}`)
  return new Exact(plain)
}

/** Plain decimal text of a number: no exponent, no trailing zeros, no minus zero. */
export function decimalText(value: Decimal): string {
  const text = value.toFixed()
  return text === '-0' ? '0' : text
}
