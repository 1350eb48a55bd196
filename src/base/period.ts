import { addDays, addMonths, isoDay, parseDate } from './date.ts'
import type { Language } from './language.ts'
import { chineseDigits } from './numeral.ts'
import { plainText } from './text.ts'

/** Days from `from` up to but not with `to`, ISO; null is open. Half-open, so years adjoin. */
export interface Period {
  from: string | null
  to: string | null
}

export function isInPeriod(period: Period, day: string): boolean {
  return (period.from === null || period.from <= day) && (period.to === null || day < period.to)
}

/** Whether two periods share a day; an empty period (from = to) shares none. */
export function periodsOverlap(left: Period, right: Period): boolean {
  if (isEmpty(left) || isEmpty(right)) return false
  return startsBeforeEnd(left, right) && startsBeforeEnd(right, left)
}

const isEmpty = ({ from, to }: Period): boolean => from !== null && to !== null && to <= from
const startsBeforeEnd = ({ from }: Period, { to }: Period): boolean =>
  from === null || to === null || from < to

const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 }

/**
 * The days a printed period covers: 2021, 2021年, 2021年度, 2021年上半年, 2021年第三季度, 2021Q3,
 * 2021年3月, 2021-03, 2019-2021年, or one day. Null for anything else.
 */
export function parsePeriod(text: string): Period | null {
  const plain = plainText(text).replace(/\s+/g, '')
  const quarter = /^(\d{4})年?(?:第?([一二三四1-4])季度|[Qq]([1-4]))$/.exec(plain)
  if (quarter !== null) {
    const sign = quarter[2] ?? quarter[3] ?? ''
    return months(quarter[1], (QUARTERS[sign] ?? Number(sign)) * 3 - 2, 3)
  }
  const half = /^(\d{4})年?([上下])半年$/.exec(plain)
  if (half !== null) return months(half[1], half[2] === '上' ? 1 : 7, 6)
  const digits = chineseDigits(plain)
  const year = /^(\d{4})(?:年度?)?$/.exec(digits)
  if (year !== null) return months(year[1], 1, 12)
  const years = /^(\d{4})年?[-–—~至到](\d{4})(?:年度?)?$/.exec(digits)
  if (years !== null) return between(years[1], years[2])
  const month = /^(\d{4})(?:年(\d{1,2})月|[-/.](\d{1,2}))$/.exec(digits)
  if (month !== null) return months(month[1], Number(month[2] ?? month[3]), 1)
  const day = parseDate(digits)
  return day === null ? null : { from: day, to: addDays(day, 1) }
}

function months(year: string | undefined, first: number, count: number): Period | null {
  const from = isoDay(Number(year), first, 1)
  return from === null ? null : { from, to: addMonths(from, count) }
}

function between(first: string | undefined, last: string | undefined): Period | null {
  const from = isoDay(Number(first), 1, 1)
  const to = isoDay(Number(last) + 1, 1, 1)
  return from === null || to === null || to <= from ? null : { from, to }
}

/** 2021年, 2021年第三季度, 2021年3月, 2019–2021年, else first and last day; open ends say so. */
export function formatPeriod(period: Period, language: Language): string {
  const { from, to } = period
  if (from === null && to === null) return language === 'zh' ? '不限' : 'any time'
  if (from === null) return language === 'zh' ? `${to} 之前` : `before ${to}`
  if (to === null) return language === 'zh' ? `${from} 起` : `from ${from}`
  return wholeMonths(from, to, language) ?? days(from, to)
}

function wholeMonths(from: string, to: string, language: Language): string | null {
  if (!from.endsWith('-01') || !to.endsWith('-01')) return null
  const [year = 0, month = 1] = from.split('-').map(Number)
  const [endYear = 0, endMonth = 1] = to.split('-').map(Number)
  const count = (endYear - year) * 12 + endMonth - month
  const zh = language === 'zh'
  if (count === 1) return zh ? `${year}年${month}月` : from.slice(0, 7)
  if (count === 3 && month % 3 === 1) {
    const quarter = (month + 2) / 3
    return zh ? `${year}年第${'一二三四'.charAt(quarter - 1)}季度` : `${year} Q${quarter}`
  }
  if (month !== 1 || endMonth !== 1 || count < 12) return null
  const label = count === 12 ? `${year}` : `${year}–${endYear - 1}`
  return zh ? `${label}年` : label
}

function days(from: string, to: string): string {
  const last = addDays(to, -1)
  return last <= from ? from : `${from} – ${last}`
}
