import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePoints, isSuspicious, normaliseText, plainText, sliceCodePoints } from './index.ts'

test.each([
  ['ＡＢＣ１２３（中国）', 'ABC123(中国)'],
  ['中国\u3000银行', '中国 银行'],
  ['\u2F63\u2F08\u2F2F', '生人工'],
  ['\u2ED3江\u2ECB辆', '长江车辆'],
  ['\uF9B5外', '例外'],
  ['10² ㎡ ① ％', '10² ㎡ ① %'],
  ['a\u200Bb\uFEFF', 'ab'],
  ['𠮷野家', '𠮷野家'],
  [' 两边 ', '两边'],
])('%j is plainly %j', (text, plain) => {
  expect(plainText(text)).toBe(plain)
})

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'ＡＺ（０\u3000\u200B\uFEFF\u2F63\u2ED3\uF9B5𠮷中a1\u00AD'),
    fc.constant('\u{2F800}'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
})

test('each normalised code point leads back to the one it came from', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { text: plain, offsets } = normaliseText(text)
      expect(offsets.length).toBe(codePoints(plain) + 1)
      expect(offsets.at(-1)).toBe(codePoints(text))
      for (let at = 0; at < offsets.length - 1; at += 1) {
        const from = offsets[at] as number
        expect(offsets[at + 1]).toBeGreaterThan(from)
        const original = sliceCodePoints(text, from, from + 1)
        expect(normaliseText(original).text).toBe(sliceCodePoints(plain, at, at + 1))
      }
    }),
    { numRuns: 1000 },
  )
})

test('normalising twice changes nothing more, and plainText is its trimmed text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { text: plain } = normaliseText(text)
      expect(normaliseText(plain).text).toBe(plain)
      expect(plainText(text)).toBe(plain.trim())
    }),
    { numRuns: 1000 },
  )
})

test('code points are counted and cut as the iterator sees them', () => {
  fc.assert(
    fc.property(anyText, fc.nat(20), fc.nat(20), (text, start, length) => {
      const all = [...text]
      expect(codePoints(text)).toBe(all.length)
      expect(sliceCodePoints(text, start, start + length)).toBe(
        all.slice(start, start + length).join(''),
      )
      expect(sliceCodePoints(text, start)).toBe(all.slice(start).join(''))
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['华为技术', null],
  ['𣶭𠮷', null],
  ['一行\n两行\t列', null],
  ['华\u200B为', 'zero-width'],
  ['华\u{E0041}为', 'zero-width'],
  ['\uFEFF华为', 'zero-width'],
  ['华\u202E为', 'bidi'],
  ['华\u0000为', 'control'],
  ['华\u0085为', 'control'],
  ['华\uD800为', 'control'],
] as const)('%j is %s', (text, expected) => {
  expect(isSuspicious(text)).toBe(expected)
})
