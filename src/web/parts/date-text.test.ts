import { expect, test } from 'vitest'
import { dateWords, monthsBetween } from './date-text.tsx'

test.each([
  ['2021-06-30', true, 'zh', '2021年6月30日'],
  ['2021-06-30', true, 'en', '30 Jun 2021'],
  ['2021-06', true, 'zh', '2021年6月'],
  ['2021', true, 'en', '2021'],
  ['2021-06-30', false, 'zh', '2021-06-30'],
] as const)('%s (long %s, %s) reads %s', (of, long, language, text) => {
  expect(dateWords(of, long, language)).toBe(text)
})

test.each([
  ['2021-06-30', '2024-01-31', 31],
  ['2024-01-31', '2024-01-31', 0],
  ['2023-12-31', '2024-01-30', 0],
  ['2025-01-01', '2024-01-01', 0],
])('from %s to %s are %i whole months', (from, to, months) => {
  expect(monthsBetween(from, to)).toBe(months)
})
