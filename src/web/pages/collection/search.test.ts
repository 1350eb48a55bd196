import { expect, test } from 'vitest'
import {
  partsOf,
  sharesIn,
  sharesText,
  validateComposeSearch,
  validateRoundSearch,
} from './search.ts'

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

test('what each department answers stands in the address, and only what is asked at all', () => {
  const shares = 'a:revenue.employees@临沂市;b@370200;c:gone'
  const search = { departments: 'a,b,c', properties: 'revenue,employees', shares }
  const found = sharesIn(search)
  expect(found).toEqual([
    { organisation: 'a', properties: ['revenue', 'employees'], region: '临沂市' },
    { organisation: 'b', region: '370200' },
    { organisation: 'c' },
  ])
  expect(sharesText(found)).toBe('a:revenue.employees@临沂市;b@370200')
  expect(sharesText([{ organisation: 'a' }])).toBeUndefined()
})
