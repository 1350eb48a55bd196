import { expect, test } from 'vitest'
import type { CoverageRow } from '../../api/index.ts'
import { chosenRows, partsOf, screenHref } from './rows.ts'
import { validateCoverageSearch } from './search.ts'

const row = (id: string, part: string, isHere: boolean): CoverageRow => ({
  id,
  part: { zh: part, en: part },
  name: { zh: `名${id}`, en: `Name ${id}` },
  screen: isHere ? '/firms' : null,
  command: null,
  pack: null,
  test: null,
  absentBecause: isHere ? null : { zh: '未建', en: 'not built' },
})
const rows = [row('S0-01', '图谱', true), row('S0-02', '图谱', false), row('S1-01', '资金', false)]
const ids = (search: Parameters<typeof chosenRows>[1]) =>
  chosenRows(rows, search).map(({ id }) => id)

test('rows are chosen by state, part and text, all at once', () => {
  expect(ids({})).toHaveLength(3)
  expect(ids({ state: 'present' })).toEqual(['S0-01'])
  expect(ids({ state: 'absent', part: '图谱' })).toEqual(['S0-02'])
  expect(ids({ q: 's1' })).toEqual(['S1-01'])
  expect(ids({ q: 'name s0' })).toEqual(['S0-01', 'S0-02'])
  expect(ids({ state: 'present', q: '资金' })).toEqual([])
})

test('each part is counted', () => {
  expect(partsOf(rows).map(({ part, present, total }) => [part.zh, present, total])).toEqual([
    ['图谱', 1, 2],
    ['资金', 0, 1],
  ])
})

test.each([
  ['/firms', '/firms'],
  ['/chains/$chain', '/chains'],
  ['/', '/'],
  ['stage drawer', null],
  [null, null],
])('the screen %s is opened at %s', (screen, href) => {
  expect(screenHref(screen)).toBe(href)
})

test('an address with nonsense in it shows all rows', () => {
  expect(validateCoverageSearch({ state: 'half', part: 3, q: ' ' })).toEqual({})
})
