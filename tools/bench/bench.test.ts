import { expect, test } from 'vitest'
import { quantile, runsOf } from './bench.ts'

test.each([
  { values: [3], share: 0.5, seen: 3 },
  { values: [1, 2, 3], share: 0.5, seen: 2 },
  { values: [4, 1, 3, 2], share: 0.5, seen: 2 },
  { values: Array.from({ length: 100 }, (_, index) => index + 1), share: 0.99, seen: 99 },
])('the quantile $share of $values is a value that was seen', ({ values, share, seen }) => {
  expect(quantile(values, share)).toBe(seen)
})

test('runs keep their order and two decimals', () => {
  expect(runsOf('ours', 'ms', [2.004, 1.001, 3])).toEqual({
    name: 'ours',
    unit: 'ms',
    runs: [2, 1, 3],
    median: 2,
  })
})
