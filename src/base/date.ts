import type { Language } from './language.ts'
import { chineseDigits } from './numeral.ts'
import { plainText } from './text.ts'

const CALENDAR_TEXT =
  /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?|\/(\d{1,2})(?:\/(\d{1,2}))?|\.(\d{1,2})(?:\.(\d{1,2}))?)$/
const CHINESE = /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const WITH_TIME =
  /^(\d{4}[-/]\d{1,2}[-/]\d{1,2})[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/

/**
 * ISO day (yyyy-mm-dd) of a printed date: 2021-10-26, 2021/1/2, 2021.3.5, 20211026, 2021年3月5日,
 * 二〇二一年三月五日, also with a time of day, which is dropped. A month or a year in Chinese
 * (2021.3, 2021年) gives its first day. A bare 2021 and day-first forms give null: they may be
 * anything, and a wrong date is worse than none.
 */
export function parseDate(text: string): string | null {
  const plain = plainText(text).replace(/\s*([年月日号])\s*/g, '$1')
  const day = WITH_TIME.exec(plain)?.[1] ?? plain
  const parts = COMPACT.exec(day) ?? CALENDAR_TEXT.exec(day) ?? CHINESE.exec(chineseDigits(day))
  if (parts === null) return null
  const [year, month, date] = parts.slice(1).filter((part) => part !== undefined)
  return isoDay(Number(year), Number(month ?? 1), Number(date ?? 1))
}

/** yyyy-mm-dd when the calendar has such a day between the years 1000 and 2999, else null. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (year < 1000 || year > 2999 || month < 1 || month > 12 || day < 1) return null
  if (day > daysInMonth(year, month)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Whether the text is a day of the calendar in ISO form. */
export function isIsoDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return parts !== null && isoDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) === text
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]

/** 2026年11月20日 or 20 November 2026; `iso` starts with yyyy-mm-dd. */
export function formatDate(iso: string, language: Language): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number)
  return language === 'zh'
    ? `${year}年${month}月${day}日`
    : `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`
}

/** The day `count` days later, or earlier when negative. */
export function addDays(iso: string, count: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
}

/** The same day `count` months later, or the last day of that month when it is shorter. */
export function addMonths(iso: string, count: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number)
  const months = year * 12 + (month - 1) + count
  const laterYear = Math.floor(months / 12)
  const laterMonth = (months % 12) + 1
  const laterDay = Math.min(day, daysInMonth(laterYear, laterMonth))
  return isoDay(laterYear, laterMonth, laterDay) ?? iso
}

/** Whole days from one ISO day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

const DAY_MS = 86_400_000

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
