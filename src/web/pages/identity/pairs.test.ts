import { expect, test } from 'vitest'
import type { IdentityMatch } from '../../api/index.ts'
import { pairSearch, placeOf } from './pairs.ts'
import { validateIdentitySearch } from './search.ts'

const id = (digit: number): string => `0000000${digit}-0000-8000-8000-000000000000`
const pair = (one: number, other: number) =>
  ({ one: { id: id(one) }, other: { id: id(other) } }) as IdentityMatch
const PAIRS = [pair(1, 2), pair(1, 3), pair(2, 3)]

test.each([
  [{}, 0],
  [{ one: id(1), other: id(3) }, 1],
  [{ one: id(3), other: id(2) }, 2],
  [{ one: id(4), other: id(5) }, 0],
])('%j is pair %i', (search, place) => {
  expect(placeOf(PAIRS, search)).toBe(place)
})

test('the address of a pair reads back as the pair, and nonsense as none', () => {
  const search = pairSearch(pair(1, 3))
  expect(validateIdentitySearch({ ...search })).toEqual(search)
  expect(validateIdentitySearch({ one: 'x', other: id(1) })).toEqual({})
  expect(validateIdentitySearch({ view: 'decided' })).toEqual({ view: 'decided' })
})
