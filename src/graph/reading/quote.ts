import { codePoints } from '../../base/index.ts'

/** Where a quotation stands in a text, in code points; `end` is behind the last one. */
export interface QuotePlace {
  start: number
  end: number
}

/**
 * Finds a quotation in a text, letter for letter. Twice is as bad as never: nobody could say which
 * of the two places the claim rests on.
 */
export function findQuote(text: string, quote: string): QuotePlace | 'missing' | 'ambiguous' {
  const at = quote === '' ? -1 : text.indexOf(quote)
  if (at < 0) return 'missing'
  if (text.indexOf(quote, at + 1) >= 0) return 'ambiguous'
  const start = codePoints(text.slice(0, at))
  return { start, end: start + codePoints(quote) }
}
