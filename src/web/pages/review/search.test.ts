import { expect, test } from 'vitest'
import { placesOut, togglePlace, validateReviewSearch } from './search.ts'

const ID = '00000001-0000-8000-8000-000000000000'

test('the address reads back as it was written, and nonsense as nothing', () => {
  const search = { claim: ID, group: 'alike', source: ID, q: '份额', doing: 'reject' } as const
  expect(validateReviewSearch({ ...search, without: '1.3' })).toEqual({ ...search, without: '1.3' })
  const nonsense = { claim: 'x', group: 'all', source: 1, q: ' ', doing: 'sing', without: 'a' }
  expect(validateReviewSearch(nonsense)).toEqual({})
})

test('a claim is taken out of its batch and put back', () => {
  const out = togglePlace({ without: '3' }, 1)
  expect(out).toEqual({ without: '1.3' })
  expect([...placesOut(validateReviewSearch({ ...out }))]).toEqual([1, 3])
  expect(togglePlace({ without: '3' }, 3)).toEqual({ without: undefined })
})
