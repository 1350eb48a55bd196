import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unifyLineEnds } from '../../base/index.ts'
import { documentParts, textParts } from './text-parts.ts'

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

  test('keep the pages of a document, each with its place', () => {
    const text = '一二\n𠮷四\n五'
    const document = {
      ...{ kind: 'pdf' as const, mediaType: 'application/pdf', version: 'pdf-2', cautions: [] },
      text,
      pages: [
        { page: 1, start: 0, end: 3 },
        { page: 2, start: 3, end: 3 },
        { page: 3, start: 3, end: 7 },
      ],
    }
    const parts = documentParts(document)
    expect(
      parts.map(({ part, page, first, last, content }) => [part, page, first, last, content]),
    ).toEqual([
      [0, 1, 0, 3, '一二\n'],
      [1, 2, 3, 3, ''],
      [2, 3, 3, 7, '𠮷四\n五'],
    ])
  })

  test('the line ends of other systems become one character', () => {
    expect(textParts('一\r\n二\r三').map(({ content }) => content)).toEqual(['一\n二\n三'])
  })
})
