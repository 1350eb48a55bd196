import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textParts, unifyLineEnds } from './text-parts.ts'

describe('parts of a text', () => {
  test('join to the text and count every code point once', () => {
    const line = fc.string({
      unit: fc.constantFrom('链', '𠮷', 'a', '\n', '\r', ' '),
      maxLength: 60,
    })
    fc.assert(
      fc.property(line, fc.nat({ max: 2_000 }), (text, times) => {
        const whole = text.repeat(times)
        const parts = textParts(whole)
        expect(parts.map(({ content }) => content).join('')).toBe(unifyLineEnds(whole))
        let at = 0
        for (const { first, last, content } of parts) {
          expect(first).toBe(at)
          expect(last - first).toBe([...content].length)
          at = last
        }
      }),
      { numRuns: 40 },
    )
  })

  test('the line ends of other systems become one character', () => {
    expect(textParts('一\r\n二\r三').map(({ content }) => content)).toEqual(['一\n二\n三'])
  })
})
