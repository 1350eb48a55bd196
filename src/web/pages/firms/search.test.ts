import { expect, test } from 'vitest'
import { validateFirmsSearch } from './search.ts'

test.each([
  [{}, {}],
  [{ q: '' }, {}],
  [{ q: '  ' }, {}],
  [{ q: 3 }, {}],
  [{ q: '中芯', other: 'x' }, { q: '中芯' }],
])('%j is read as %j', (search, found) => {
  expect(validateFirmsSearch(search)).toEqual(found)
})

test('no more is asked for than the server takes', () => {
  expect(validateFirmsSearch({ q: 'a'.repeat(300) }).q).toHaveLength(200)
})
