import { expect, test } from 'vitest'
import type { ListRow, ListView } from '../../api/index.ts'
import { shownColumns, shownRows } from './rows.ts'
import { validateListSearch } from './search.ts'

const figure = (text: string, number: string | null) => ({ text, number }) as ListRow['name']
const row = (name: string, share: string | null, more: Partial<ListRow> = {}) =>
  ({
    ...{ name: figure(name, null), place: 1, change: 'same', sources: 1, basis: null },
    cells:
      share === null ? [] : [{ column: 'share', figures: [figure(share, share)], words: null }],
    ...more,
  }) as ListRow

const VIEW = {
  compared: 1,
  rows: [
    row('甲', '9'),
    row('乙', null),
    row('丙', '80', { change: 'added' }),
    row('丁', '99', { place: null, change: 'removed' }),
  ],
} as ListView

const names = (search: object): string =>
  shownRows(VIEW, validateListSearch({ ...search }))
    .map(({ name }) => name.text)
    .join('')

test.each([
  [{}, '甲乙丙丁'],
  [{ only: 'changes' }, '丙丁'],
  [{ q: '乙' }, '乙'],
  [{ sort: '-share' }, '丙甲乙丁'],
  [{ sort: 'share' }, '甲丙乙丁'],
  [{ sort: 'share;drop', only: 'x', row: 'no-id' }, '甲乙丙丁'],
])('%j shows %s', (search, expected) => {
  expect(names(search)).toBe(expected)
})

test('columns are those of the address, else those shown at first', () => {
  const columns = [
    { id: 'a', shown: true },
    { id: 'b', shown: false },
  ]
  const list = { columns } as unknown as ListView['list']
  expect(shownColumns(list, undefined).map(({ id }) => id)).toEqual(['a'])
  expect(shownColumns(list, 'b').map(({ id }) => id)).toEqual(['b'])
})
