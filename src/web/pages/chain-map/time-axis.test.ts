import { expect, test } from 'vitest'
import { asOf, validateMapSearch } from './search.ts'
import { axisOf, dayAt, dayByKey, marksOf, shareOf, snap } from './time-axis.ts'

const axis = axisOf(['2021-06-30', null, '2023-12-20'], '2024-01-31')

test('the bar spans every known day and today, with room on both sides', () => {
  expect(axis.first < '2021-06-30').toBe(true)
  expect(axis.last > '2024-01-31').toBe(true)
  expect(axisOf([], '2024-01-31').days).toBe(40)
})

test('a day and its place on the bar lead to each other', () => {
  for (const day of ['2021-06-30', '2022-02-28', '2024-01-31']) {
    expect(dayAt(axis, shareOf(axis, day))).toBe(day)
  }
  expect(shareOf(axis, '1990-01-01')).toBe(0)
  expect(dayAt(axis, 7)).toBe(axis.last)
})

test('a recorded day catches a hand that comes near, and only then', () => {
  expect(snap(axis, '2023-12-18', ['2023-12-20'])).toBe('2023-12-20')
  expect(snap(axis, '2023-06-01', ['2023-12-20'])).toBe('2023-06-01')
})

test('years on a long bar, months on a short one, never more than fit', () => {
  expect(marksOf(axis).map(({ text }) => text)).toEqual(['2022', '2023', '2024'])
  const short = axisOf(['2026-09-01'], '2026-11-20')
  expect(marksOf(short).map(({ text }) => text)).toEqual([
    '2026-09',
    '2026-10',
    '2026-11',
    '2026-12',
  ])
  expect(marksOf(axisOf(['1980-01-01'], '2026-01-01')).length).toBeLessThanOrEqual(9)
})

test.each([
  ['ArrowLeft', false, '2023-12-31'],
  ['ArrowRight', true, '2024-01-08'],
  ['PageDown', false, '2023-12-02'],
  ['Home', false, axis.first],
  ['x', false, null],
])('%s (shift %s) leads to %s', (key, isShift, to) => {
  expect(dayByKey(axis, '2024-01-01', key, isShift)).toBe(to)
})

test('keys stop at the ends of the bar', () => {
  expect(dayByKey(axis, axis.last, 'ArrowRight', true)).toBe(axis.last)
  expect(dayByKey(axis, axis.first, 'PageDown', false)).toBe(axis.first)
})

test('the address holds every state, and what it should not hold is dropped', () => {
  const search = { lens: 'region', view: 'table', axis: 'valid', day: '2023-01-31', zoom: '80' }
  expect(validateMapSearch(search)).toEqual(search)
  expect(
    validateMapSearch({ lens: 'risk', view: 'net', day: '2023-02-31', than: 'x', zoom: '9000' }),
  ).toEqual({})
  expect(asOf('valid', '2023-01-31')).toEqual({ valid: '2023-01-31' })
  expect(asOf('known', undefined)).toEqual({})
})
