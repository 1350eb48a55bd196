// How a request reads the graph: for whom, and as of when on both axes.
import { Problem } from '../../../base/index.ts'
import type { ChainReading } from '../../../graph/chain/index.ts'
import type { AsOf } from '../../../graph/evidence/index.ts'
import type { Reading } from '../../../graph/figures/index.ts'
import { visible } from '../../../trust/access/index.ts'
import { actorIn } from './actor.ts'
import type { HttpContext } from './context.ts'

/** The two days of a query, as the schema `AsOf` reads them. */
interface Days {
  known?: string | undefined
  valid?: string | undefined
}

/** Days are those of the calendar of China, which is eight hours ahead the whole year round. */
const AHEAD_MS = 8 * 3_600_000

/** The moment at which a day begins in China, or the day so many days later. */
export const startOfDay = (day: string, daysLater = 0): Date =>
  new Date(Date.parse(`${day}T00:00:00Z`) + daysLater * DAY_MS - AHEAD_MS)

const DAY_MS = 86_400_000

/** The day in China at a moment. */
export const dayAt = (moment: Date): string =>
  new Date(moment.getTime() + AHEAD_MS).toISOString().slice(0, 10)

/**
 * The moment and the day that a request asks about. A past day means its end; today means now, so
 * that a figure shown at noon opens in the evening as it was at noon.
 * Problem: `invalid-input` for a day that no calendar has.
 */
export function asOfIn(c: HttpContext, days: Days = {}): AsOf {
  const now = c.var.installation.now()
  const today = dayAt(now)
  const known = dayOr(days.known, today, 'known')
  const moment = known >= today ? now : new Date(startOfDay(known, 1).getTime() - 1)
  return { known: moment.toISOString(), valid: dayOr(days.valid, today, 'valid') }
}

const dayOr = (day: string | undefined, today: string, field: string): string =>
  day === undefined ? today : realDay(day, field)

/** A day that some calendar has. Problem: `invalid-input`. */
export function realDay(day: string, field: string): string {
  const time = Date.parse(`${day}T00:00:00Z`)
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(day)) return day
  throw noSuchDay(field)
}

export function noSuchDay(field: string): Problem {
  const reason = '没有这一天'
  return new Problem('invalid-input', { field, reason, reasonEn: 'there is no such day' })
}

/** A reading of the graph by whoever asks. */
export function readingIn(c: HttpContext, days: Days = {}): Reading {
  const { store, lexicon } = c.var.installation
  return {
    db: store.read,
    visibility: visible(actorIn(c)),
    asOf: asOfIn(c, days),
    lexicon,
  }
}

/** A reading of chains, which also looks at how far places are from the reader's own. */
export function chainReadingIn(c: HttpContext, days: Days = {}): ChainReading {
  const { relate, keptFacts: kept } = c.var.installation
  return { ...readingIn(c, days), home: actorIn(c).home ?? '', relate, kept }
}
