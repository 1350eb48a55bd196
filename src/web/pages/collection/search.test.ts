import { expect, test } from 'vitest'
import { partsOf, validateComposeSearch, validateRoundSearch } from './search.ts'

test.each([
  [{}, {}],
  [{ view: 'other', of: '0' }, {}],
  [
    { view: 'answers', of: '12', more: 'x' },
    { view: 'answers', of: '12' },
  ],
])('a round: %j is read as %j', (search, found) => {
  expect(validateRoundSearch(search)).toEqual(found)
})

test('what is being composed keeps what was filled in and nothing else', () => {
  const search = { by: 'other', chain: 'a', title: ' ', properties: 'revenue,,employees', x: '1' }
  expect(validateComposeSearch(search)).toEqual({ chain: 'a', properties: 'revenue,,employees' })
  expect(validateComposeSearch({ by: 'department' })).toEqual({ by: 'department' })
  expect(partsOf('revenue,,employees')).toEqual(['revenue', 'employees'])
  expect(partsOf(undefined)).toEqual([])
})
