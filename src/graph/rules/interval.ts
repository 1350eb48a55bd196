import { decimal, decimalText } from '../../base/index.ts'
import type { Interval } from './model.ts'

/** What is needed of a printed quantity. */
interface Measured {
  readonly operator: string | null
  readonly number: string | null
  readonly low: string | null
  readonly high: string | null
}

/** The interval of a printed quantity; null where it carries no number. */
export function quantityValue(measured: Measured): Interval | null {
  const { operator, number, low, high } = measured
  if (number === null) return null
  if (low === null && high === null) return exactly(number)
  return { low, high, lowOpen: operator === '>', highOpen: operator === '<' }
}

export const exactly = (number: string): Interval => ({
  low: number,
  high: number,
  lowOpen: false,
  highOpen: false,
})

export const isInterval = (value: unknown): value is Interval =>
  typeof value === 'object' && value !== null && 'lowOpen' in value

/** Is every number of `one` below every number of `other`? `strict` forbids equal ends. */
function wholly(one: Interval, other: Interval, strict: boolean): boolean {
  if (one.high === null || other.low === null) return false
  const order = decimal(one.high).comparedTo(decimal(other.low))
  return order < 0 || (order === 0 && (!strict || one.highOpen || other.lowOpen))
}

/** one < other, or one <= other where not `strict`; null where the intervals do not decide. */
export function less(one: Interval, other: Interval, strict: boolean): boolean | null {
  if (wholly(one, other, strict)) return true
  return wholly(other, one, !strict) ? false : null
}

/** one = other; null where the intervals overlap without both being one number. */
export function same(one: Interval, other: Interval): boolean | null {
  if (wholly(one, other, true) || wholly(other, one, true)) return false
  return isPoint(one) && isPoint(other) ? true : null
}

const isPoint = ({ low, high }: Interval): boolean =>
  low !== null && high !== null && decimal(low).equals(decimal(high))

export function negative({ low, high, lowOpen, highOpen }: Interval): Interval {
  const turn = (end: string | null) => (end === null ? null : decimalText(decimal(end).negated()))
  return { low: turn(high), high: turn(low), lowOpen: highOpen, highOpen: lowOpen }
}

export function plus(one: Interval, other: Interval): Interval {
  const add = (a: string | null, b: string | null) =>
    a === null || b === null ? null : decimalText(decimal(a).plus(decimal(b)))
  return {
    low: add(one.low, other.low),
    high: add(one.high, other.high),
    lowOpen: one.lowOpen || other.lowOpen,
    highOpen: one.highOpen || other.highOpen,
  }
}

type Combine = (a: string, b: string) => string

/** Ends over all pairs of ends; null where an end is open, since the product may then be anything. */
function byEnds(one: Interval, other: Interval, combine: Combine): Interval | null {
  const { low: a, high: b } = one
  const { low: c, high: d } = other
  if (a === null || b === null || c === null || d === null) return null
  const ends = [combine(a, c), combine(a, d), combine(b, c), combine(b, d)]
  const sorted = ends.toSorted((x, y) => decimal(x).comparedTo(decimal(y)))
  // Ends that are left open are taken in: that can only make an answer less certain.
  return { low: sorted[0] as string, high: sorted[3] as string, lowOpen: false, highOpen: false }
}

export const times = (one: Interval, other: Interval): Interval | null =>
  byEnds(one, other, (a, b) => decimalText(decimal(a).times(decimal(b))))

/** Null where an end is open; whether the divisor holds zero is asked before. */
export const over = (one: Interval, other: Interval): Interval | null =>
  byEnds(one, other, (a, b) => decimalText(decimal(a).dividedBy(decimal(b))))

/** Could the number be zero? */
export function mayBeZero({ low, high, lowOpen, highOpen }: Interval): boolean {
  const zero = decimal('0')
  const above = low !== null && (decimal(low).greaterThan(zero) || (lowOpen && zero.equals(low)))
  const below = high !== null && (decimal(high).lessThan(zero) || (highOpen && zero.equals(high)))
  return !above && !below
}
