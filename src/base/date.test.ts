import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  formatDate,
  formatPeriod,
  isInPeriod,
  isIsoDay,
  parseDate,
  parsePeriod,
  periodsOverlap,
} from './index.ts'

test.each([
  ['2021-10-26', '2021-10-26'],
  ['2021/1/2', '2021-01-02'],
  ['2021.3.5', '2021-03-05'],
  ['2021.3', '2021-03-01'],
  ['2021-03', '2021-03-01'],
  ['20211026', '2021-10-26'],
  ['2021年3月5日', '2021-03-05'],
  ['2021 年 3 月 5 日', '2021-03-05'],
  ['2021年3月', '2021-03-01'],
  ['2021年', '2021-01-01'],
  ['二〇二一年十二月三十一日', '2021-12-31'],
  ['２０２１年３月５日', '2021-03-05'],
  ['2021-10-26T08:00:00Z', '2021-10-26'],
  ['2021-10-26 08:00', '2021-10-26'],
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', null],
  ['2021-13-01', null],
  ['2021-10/26', null],
  ['10/26/2021', null],
  ['2021', null],
  ['20211332', null],
  ['0021-10-26', null],
  ['待定', null],
  ['', null],
])('%s is the day %s', (text, day) => {
  expect(parseDate(text)).toBe(day)
})

test('dates as people read them', () => {
  expect(formatDate('2026-11-20', 'zh')).toBe('2026年11月20日')
  expect(formatDate('2026-11-02', 'en')).toBe('2 November 2026')
  expect(formatDate('2026-11-02T09:00:00.000Z', 'zh')).toBe('2026年11月2日')
})

const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('2900-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('a printed day is read back, and days add up', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -9999, max: 9999 }), (iso, count) => {
      expect(parseDate(formatDate(iso, 'zh'))).toBe(iso)
      expect(isIsoDay(iso)).toBe(true)
      const later = addDays(iso, count)
      if (isIsoDay(later)) expect(daysBetween(iso, later)).toBe(count)
    }),
  )
})

test.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2023-01-31', 1, '2023-02-28'],
  ['2023-11-15', 3, '2024-02-15'],
  ['2023-03-15', -3, '2022-12-15'],
])('%s and %i months is %s', (iso, count, later) => {
  expect(addMonths(iso, count)).toBe(later)
})

test.each([
  ['2021', '2021-01-01', '2022-01-01', '2021年', '2021'],
  ['2021年度', '2021-01-01', '2022-01-01', '2021年', '2021'],
  [
    '2021年上半年',
    '2021-01-01',
    '2021-07-01',
    '2021-01-01 – 2021-06-30',
    '2021-01-01 – 2021-06-30',
  ],
  [
    '2021年下半年',
    '2021-07-01',
    '2022-01-01',
    '2021-07-01 – 2021-12-31',
    '2021-07-01 – 2021-12-31',
  ],
  ['2021年第三季度', '2021-07-01', '2021-10-01', '2021年第三季度', '2021 Q3'],
  ['2021Q4', '2021-10-01', '2022-01-01', '2021年第四季度', '2021 Q4'],
  ['2021年3月', '2021-03-01', '2021-04-01', '2021年3月', '2021-03'],
  ['2021-12', '2021-12-01', '2022-01-01', '2021年12月', '2021-12'],
  ['2019-2021年', '2019-01-01', '2022-01-01', '2019–2021年', '2019–2021'],
  ['二〇二一年', '2021-01-01', '2022-01-01', '2021年', '2021'],
  ['2021-10-26', '2021-10-26', '2021-10-27', '2021-10-26', '2021-10-26'],
])('the period %s', (text, from, to, zh, en) => {
  const period = parsePeriod(text)
  expect(period).toEqual({ from, to })
  if (period === null) return
  expect([formatPeriod(period, 'zh'), formatPeriod(period, 'en')]).toEqual([zh, en])
})

test.each(['', '近年', '2021-2019', '2021年第五季度', '2021-13'])('%j is no period', (text) => {
  expect(parsePeriod(text)).toBeNull()
})

test('open ends are said', () => {
  expect(formatPeriod({ from: null, to: null }, 'zh')).toBe('不限')
  expect(formatPeriod({ from: '2021-01-01', to: null }, 'en')).toBe('from 2021-01-01')
  expect(formatPeriod({ from: null, to: '2021-01-01' }, 'zh')).toBe('2021-01-01 之前')
})

test('two periods overlap exactly when some day is in both', () => {
  const edge = fc.option(fc.integer({ min: 1, max: 9 }).map((n) => `2021-01-0${n}`))
  const period = fc.record({ from: edge, to: edge })
  const days = ['2020-12-31', ...Array.from({ length: 10 }, (_, at) => addDays('2021-01-01', at))]
  fc.assert(
    fc.property(period, period, (left, right) => {
      const shared = days.some((iso) => isInPeriod(left, iso) && isInPeriod(right, iso))
      expect(periodsOverlap(left, right)).toBe(shared)
    }),
  )
})
