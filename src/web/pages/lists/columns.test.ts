import { expect, test } from 'vitest'
import type { ListHead } from '../../api/index.ts'
import { shownColumns } from './columns.ts'
import { validateListSearch } from './search.ts'

test('columns are those of the address, else those shown at first', () => {
  const columns = [
    { id: 'a', shown: true },
    { id: 'b', shown: false },
  ]
  const list = { columns } as unknown as ListHead
  expect(shownColumns(list, undefined).map(({ id }) => id)).toEqual(['a'])
  expect(shownColumns(list, 'b').map(({ id }) => id)).toEqual(['b'])
})

test('what is no sort, no filter and no row is left out of the address', () => {
  expect(validateListSearch({ sort: 'share;drop', only: 'x', row: 'no-id', q: ' ' })).toEqual({})
})
