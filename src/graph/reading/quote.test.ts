import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sliceCodePoints } from '../../base/index.ts'
import { findQuote } from './quote.ts'

test('a quotation is found once, in code points, or not at all', () => {
  expect(findQuote('𬭎铝业建设了三条线。', '建设')).toEqual({ start: 3, end: 5 })
  expect(findQuote('甲乙甲乙', '乙甲')).toEqual({ start: 1, end: 3 })
  expect(findQuote('甲乙甲乙', '甲')).toBe('ambiguous')
  expect(findQuote('aaa', 'aa')).toBe('ambiguous')
  expect(findQuote('甲', '丙')).toBe('missing')
  expect(findQuote('甲', '')).toBe('missing')
})

test('what is found reads like the quotation', () => {
  const text = fc.string({ unit: fc.constantFrom('链', '𬭎', 'a', '。'), maxLength: 30 })
  fc.assert(
    fc.property(text, text, text, (before, quote, after) => {
      const whole = before + quote + after
      const found = findQuote(whole, quote)
      if (typeof found === 'string') expect(quote === '' || found === 'ambiguous').toBe(true)
      else expect(sliceCodePoints(whole, found.start, found.end)).toBe(quote)
    }),
  )
})
