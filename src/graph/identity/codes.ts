import { plainText } from '../../base/index.ts'
import { checkCreditCode, checkStockCode, listingOf } from '../kinds/index.ts'
import type { OwnCode } from './model.ts'

/** Properties whose values are codes of one firm alone, and the scheme of each. */
export const CODE_PROPERTIES: Readonly<Record<string, string>> = {
  creditCode: 'credit-code',
  stockCode: 'stock-code',
}

/** Schemes of which a firm has one code at most, or one on each exchange. */
export const UNIQUE_SCHEMES = ['credit-code', 'organisation-code', 'stock-code'] as const

/** A code in the slot in which a firm has one only. */
interface Slotted extends OwnCode {
  readonly slot: string
}

/**
 * The slots that codes fill: a credit code also tells the organisation code inside it, and each
 * exchange gives one stock code. A credit code that fails its check is still a code of its own: two
 * that differ, one of them mistyped, are for a person to mend before anything is joined.
 */
function slotsOf(codes: readonly OwnCode[]): Slotted[] {
  return codes.flatMap(({ scheme, code }): Slotted[] => {
    if (scheme === 'credit-code') {
      const check = checkCreditCode(code)
      if (!check.ok) return [{ slot: scheme, scheme, code: plainText(code).toUpperCase() }]
      const inner = check.code.slice(8, 17)
      return [
        { slot: scheme, scheme, code: check.code },
        { slot: 'organisation-code', scheme: 'organisation-code', code: inner },
      ]
    }
    if (scheme === 'stock-code') {
      const check = checkStockCode(code)
      const exchange = check.ok ? listingOf(check.code)?.exchange : undefined
      return check.ok && exchange !== undefined
        ? [{ slot: `${scheme} ${exchange}`, scheme, code: check.code }]
        : []
    }
    return scheme === 'organisation-code'
      ? [{ slot: scheme, scheme, code: code.toUpperCase().replace('-', '') }]
      : []
  })
}

/** The first scheme in which two things go by different codes; null where nothing contradicts. */
export function codesApart(
  one: readonly OwnCode[],
  other: readonly OwnCode[],
): { readonly scheme: string; readonly one: string; readonly other: string } | null {
  const mine = slotsOf(one)
  const theirs = slotsOf(other)
  for (const { slot, scheme, code } of mine) {
    const rivals = theirs.filter((each) => each.slot === slot)
    const codes = mine.filter((each) => each.slot === slot).map((each) => each.code)
    const first = rivals[0]
    if (first !== undefined && !rivals.some((each) => codes.includes(each.code))) {
      return { scheme, one: code, other: first.code }
    }
  }
  return null
}

/** The codes that two things share, by scheme. */
export function codesAlike(one: readonly OwnCode[], other: readonly OwnCode[]): OwnCode[] {
  const theirs = slotsOf(other)
  const alike = slotsOf(one).filter(({ slot, code }) =>
    theirs.some((each) => each.slot === slot && each.code === code),
  )
  return alike
    .filter(
      ({ slot, code }, at) => alike.findIndex((a) => a.slot === slot && a.code === code) === at,
    )
    .map(({ scheme, code }) => ({ scheme, code }))
}
