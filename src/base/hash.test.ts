import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, type JsonValue, sha256Hex, stableCompare } from './index.ts'

test('SHA-256 of the standard’s own example, as text and as bytes', () => {
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  expect(sha256Hex('abc')).toBe(abc)
  expect(sha256Hex(new TextEncoder().encode('abc'))).toBe(abc)
  expect(sha256Hex('链枢')).toBe(sha256Hex(Buffer.from('链枢', 'utf8')))
})

test.each<[JsonValue, string]>([
  [null, 'null'],
  [{ b: 1, a: [true, 'x', null] }, '{"a":[true,"x",null],"b":1}'],
  [
    { '\r': 1, 1: 2, '\u20ac': 3, '\u{1f600}': 4, '\ufb33': 5 },
    '{"\\r":1,"1":2,"€":3,"😀":4,"\ufb33":5}',
  ],
  [[1e21, 0.1, -0, 1e-7], '[1e+21,0.1,0,1e-7]'],
  ['链\n"', '"链\\n\\""'],
  [{}, '{}'],
])('%j', (value, text) => {
  expect(canonicalJson(value)).toBe(text)
})

test('canonical JSON says the same value and knows only one spelling', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value as JsonValue)
      expect(canonicalJson(JSON.parse(text) as JsonValue)).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(shuffled(value as JsonValue))).toBe(text)
    }),
  )
})

/** The same value with its keys put in the other way round. */
function shuffled(value: JsonValue): JsonValue {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item: JsonValue) => shuffled(item))
  const entries = Object.entries(value as { readonly [key: string]: JsonValue })
  return Object.fromEntries(entries.reverse().map(([key, member]) => [key, shuffled(member)]))
}

test.each([Number.NaN, Number.POSITIVE_INFINITY])('%s has no JSON', (value) => {
  expect(() => canonicalJson(value)).toThrow('no spelling')
})

test('stableCompare orders by code point', () => {
  const byPoints = (left: string, right: string): number => {
    const a = [...left].map((character) => character.codePointAt(0) as number)
    const b = [...right].map((character) => character.codePointAt(0) as number)
    const at = a.findIndex((point, place) => point !== b[place])
    if (at < 0) return Math.sign(a.length - b.length)
    return b[at] === undefined ? 1 : Math.sign((a[at] as number) - (b[at] as number))
  }
  const names = fc.string({ unit: fc.constantFrom('a', 'b', '中', '𠮷', '\uF900', '\uFF21', '😀') })
  fc.assert(
    fc.property(names, names, (left, right) => {
      expect(stableCompare(left, right)).toBe(byPoints(left, right))
    }),
    { numRuns: 1000 },
  )
})
