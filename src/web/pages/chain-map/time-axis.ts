/** Days on the time bar: which days it spans, where a day stands, which years are written. Pure. */
import { addDays, daysBetween } from '../../../base/index.ts'

export interface TimeAxis {
  first: string
  last: string
  days: number
}

/** Room on both sides, so that no handle stands on the very edge. */
const PADDING_SHARE = 0.04
const PADDING_DAYS_MIN = 20

export function axisOf(days: readonly (string | null | undefined)[], today: string): TimeAxis {
  const known = [...days.flatMap((day) => day ?? []), today].sort()
  const from = known[0] ?? today
  const to = known.at(-1) ?? today
  const padding = Math.max(PADDING_DAYS_MIN, Math.round(daysBetween(from, to) * PADDING_SHARE))
  const first = addDays(from, -padding)
  const last = addDays(to, padding)
  return { first, last, days: daysBetween(first, last) }
}

/** Place of a day on the bar, 0 to 1. */
export function shareOf(axis: TimeAxis, day: string): number {
  return Math.min(1, Math.max(0, daysBetween(axis.first, day) / axis.days))
}

export function dayAt(axis: TimeAxis, share: number): string {
  const within = Math.min(1, Math.max(0, share))
  return addDays(axis.first, Math.round(within * axis.days))
}

/** A recorded day close to the hand catches it: between two of them nothing changes. */
export function snap(
  axis: TimeAxis,
  day: string,
  stops: readonly string[],
  within = 0.008,
): string {
  const here = shareOf(axis, day)
  const near = stops
    .map((stop) => ({ stop, away: Math.abs(shareOf(axis, stop) - here) }))
    .filter(({ away }) => away <= within)
    .sort((a, b) => a.away - b.away)[0]
  return near?.stop ?? day
}

/** First days of years, or of months where the bar spans less than two years; about `most` marks. */
export function marksOf(axis: TimeAxis, most = 9): { day: string; text: string }[] {
  const inMonths = axis.days < 730
  const days: string[] = []
  const [year = 0] = axis.first.split('-').map(Number)
  const [lastYear = 0] = axis.last.split('-').map(Number)
  for (let each = year; each <= lastYear; each++) {
    const months = inMonths ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : [1]
    for (const month of months) days.push(`${each}-${String(month).padStart(2, '0')}-01`)
  }
  const within = days.filter((day) => day > axis.first && day < axis.last)
  const every = Math.max(1, Math.ceil(within.length / most))
  return within
    .filter((_, index) => index % every === 0)
    .map((day) => ({ day, text: inMonths ? day.slice(0, 7) : day.slice(0, 4) }))
}

/** The day that a key leads to, or null: arrows a day, with shift a week, pages a month, ends. */
export function dayByKey(
  axis: TimeAxis,
  day: string,
  key: string,
  isShift: boolean,
): string | null {
  const step = isShift ? 7 : 1
  const moves: Record<string, string> = {
    ArrowLeft: addDays(day, -step),
    ArrowDown: addDays(day, -step),
    ArrowRight: addDays(day, step),
    ArrowUp: addDays(day, step),
    PageDown: addDays(day, -30),
    PageUp: addDays(day, 30),
    Home: axis.first,
    End: axis.last,
  }
  const to = moves[key]
  if (to === undefined) return null
  if (to < axis.first) return axis.first
  if (to > axis.last) return axis.last
  return to
}
