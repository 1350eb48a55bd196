import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal, decimalText, isDecimalText } from './index.ts'

test.each([
  ['0', true],
  ['-1.50', true],
  ['123456789012345678901234567890.123', true],
  ['01', false],
  ['1e3', false],
  ['.5', false],
  ['1.', false],
  ['+1', false],
  ['', false],
])('%j is decimal text: %s', (text, expected) => {
  expect(isDecimalText(text)).toBe(expected)
})

test('exact where a float is not', () => {
  expect(decimalText(decimal('0.1').plus('0.2'))).toBe('0.3')
  expect(decimalText(decimal('1000000000000000000000').times('1000'))).toBe(
    '1000000000000000000000000',
  )
  expect(decimalText(decimal('-0'))).toBe('0')
  expect(() => decimal('1e3')).toThrow('not a decimal text')
})

test('whole numbers of any size survive the way there and back', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 39n), max: 10n ** 39n }), (whole) => {
      expect(decimalText(decimal(whole))).toBe(whole.toString())
    }),
  )
})
