import { plainText } from '../../base/index.ts'
import type { CodeCheck } from './code-check.ts'

/** What the digits of a code say about where it is listed; null where they say nothing. */
export interface Listing {
  exchange: 'SSE' | 'SZSE' | 'BSE' | 'HKEX'
  board: 'main' | 'chiNext' | 'star' | 'bse' | null
}

/** First digits as the exchanges give them out; longer prefixes first. */
const PREFIXES: readonly (readonly [RegExp, Listing])[] = [
  [/^68[89]/, { exchange: 'SSE', board: 'star' }],
  [/^60/, { exchange: 'SSE', board: 'main' }],
  [/^900/, { exchange: 'SSE', board: null }],
  [/^30/, { exchange: 'SZSE', board: 'chiNext' }],
  [/^00/, { exchange: 'SZSE', board: 'main' }],
  [/^200/, { exchange: 'SZSE', board: null }],
  [/^(43|83|87|88|92)/, { exchange: 'BSE', board: 'bse' }],
]

const SUFFIXES: Readonly<Record<string, Listing['exchange']>> = {
  ...{ SH: 'SSE', SS: 'SSE', SSE: 'SSE', SZ: 'SZSE', SZSE: 'SZSE', BJ: 'BSE', BSE: 'BSE' },
}

/**
 * Checks a stock code and gives its one form: six digits for the mainland (600373.SH, sh600373 and
 * 600373 are one code), five digits with .HK for Hong Kong. A suffix that contradicts the digits is
 * refused, since one of the two is wrong.
 */
export function checkStockCode(text: string): CodeCheck {
  const plain = plainText(text).toUpperCase()
  if (plain === '') return { ok: false, reason: 'code-empty', details: {} }
  const hongKong = /^(?:HK[.:]?)?0?(\d{4,5})\.?HK$|^HK[.:]?(\d{4,5})$/.exec(plain)
  if (hongKong !== null) {
    return { ok: true, code: `${(hongKong[1] ?? hongKong[2] ?? '').padStart(5, '0')}.HK` }
  }
  const parts = /^(?:([A-Z]{2,4})[.:]?)?(\d{6})(?:[.:]?([A-Z]{2,4}))?$/.exec(plain)
  const code = parts?.[2] ?? ''
  const listing = listingOf(code)
  if (parts === null || listing === null) {
    return { ok: false, reason: 'code-form', details: { scheme: 'stock-code' } }
  }
  for (const suffix of [parts[1], parts[3]]) {
    if (suffix !== undefined && SUFFIXES[suffix] !== listing.exchange) {
      return { ok: false, reason: 'code-exchange', details: { suffix } }
    }
  }
  return { ok: true, code }
}

/** Exchange and board of a code in its one form; null when no exchange gives out such digits. */
export function listingOf(code: string): Listing | null {
  if (/^\d{5}\.HK$/.test(code)) return { exchange: 'HKEX', board: null }
  if (!/^\d{6}$/.test(code)) return null
  return PREFIXES.find(([prefix]) => prefix.test(code))?.[1] ?? null
}
