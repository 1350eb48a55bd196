import { expect, test } from 'vitest'
import type { ReviewItem } from '../../api/index.ts'
import { claimAfter, lineOf } from './line.ts'

const line = (...claims: string[]) => ({ claims }) as ReviewItem
const LINES = [line('a'), line('b', 'c', 'd'), line('e')]

test.each([
  [['a'], 'b'],
  [['b'], 'c'],
  [['c'], 'd'],
  [['d'], 'b'],
  [['b', 'c', 'd'], 'e'],
  [['b', 'd'], 'c'],
  [['e'], 'b'],
])('after %j comes %s', (decided, next) => {
  expect(claimAfter(LINES, decided)).toBe(next)
})

test('after the only claim comes none, and one that waits no more stands on no line', () => {
  expect(claimAfter([line('a')], ['a'])).toBeUndefined()
  expect(lineOf(LINES, 'z')).toBe(-1)
  expect(lineOf(LINES, 'd')).toBe(1)
})
