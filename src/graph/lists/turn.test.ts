import { expect, test } from 'vitest'
import type { ListRow } from './model.ts'
import { sortedRows, type Turn } from './turn.ts'

const figure = (text: string, number: string | null) => ({ text, number })
const row = (name: string, share: string | null, more: Partial<ListRow> = {}) =>
  ({
    ...{ place: 1, change: 'same', sources: 1, basis: null },
    content: {
      name: figure(name, null),
      cells:
        share === null ? [] : [{ column: 'share', figures: [figure(share, share)], words: null }],
    },
    ...more,
  }) as unknown as ListRow

const ROWS = [
  row('甲', '9'),
  row('乙', null),
  row('丙', '80', { change: 'added' }),
  row('丁', '99', { place: null, change: 'removed' }),
]

test.each<[Partial<Turn>, string]>([
  [{}, '甲乙丙丁'],
  [{ onlyChanges: true }, '丙丁'],
  [{ onlyChanges: true, isCompared: false }, '甲乙丙丁'],
  [{ q: '乙' }, '乙'],
  [{ sort: '-share' }, '丙甲乙丁'],
  [{ sort: 'share' }, '甲丙乙丁'],
  [{ sort: 'name' }, '丙甲乙丁'],
])('%j shows %s', (turn, expected) => {
  const rows = sortedRows(ROWS, { onlyChanges: false, isCompared: true, ...turn })
  expect(rows.map(({ content }) => content.name.text).join('')).toBe(expected)
})
