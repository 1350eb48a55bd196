import { expect, test } from 'vitest'
import { validateFreshnessSearch } from './search.ts'

test.each([
  [{}, {}],
  [{ view: 'other' }, {}],
  [{ view: 'differences', owner: 'office' }, { view: 'differences' }],
  [
    { view: 'stale', owner: ' office ', property: '' },
    { view: 'stale', owner: 'office' },
  ],
])('%j is read as %j', (search, found) => {
  expect(validateFreshnessSearch(search)).toEqual(found)
})
