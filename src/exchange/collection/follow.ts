// Following a round: how much was asked, what became of it, who is late.
import { daysBetween, stableCompare } from '../../base/index.ts'
import type { CellState } from './model.ts'

/** How many cells of one recipient stand in one state. */
export interface CellCount {
  readonly recipient: number
  readonly state: CellState
  readonly cells: number
  /** Those that were asked again for a reason. */
  readonly again: number
}

/** The meter of a round, of one recipient, or of all rounds. */
export interface Meter {
  /** Fields asked. */
  readonly asked: number
  /** Fields answered, whether the answers were accepted or still wait. */
  readonly answered: number
  readonly waiting: number
  readonly accepted: number
  readonly refused: number
  readonly declined: number
  /** Fields asked although another round had asked them. */
  readonly twice: number
}

/** Sums counts up. */
export function meterOf(counts: readonly Omit<CellCount, 'recipient'>[]): Meter {
  const of = (state: CellState): number =>
    counts.reduce((sum, each) => sum + (each.state === state ? each.cells : 0), 0)
  const [waiting, accepted, refused, declined] = [
    of('waiting'),
    of('accepted'),
    of('refused'),
    of('declined'),
  ]
  return {
    asked: counts.reduce((sum, { cells }) => sum + cells, 0),
    ...{ answered: waiting + accepted, waiting, accepted, refused, declined },
    twice: counts.reduce((sum, { again }) => sum + again, 0),
  }
}

/** `late`: the deadline has passed and something is open. `partly`: something came, and not all. */
export type Following = 'answered' | 'partly' | 'awaited' | 'late'

/** How far a recipient is on a day (ISO); what was refused is open again. */
export function followingOf(
  { asked, answered, declined }: Meter,
  {
    returns,
    due,
    today,
  }: { readonly returns: number; readonly due: string; readonly today: string },
): Following {
  if (answered + declined >= asked) return 'answered'
  if (today > due) return 'late'
  return returns > 0 ? 'partly' : 'awaited'
}

/** Days until the deadline; negative once it has passed. */
export const daysLeft = (due: string, today: string): number => daysBetween(today, due)

const ORDER: readonly Following[] = ['late', 'awaited', 'partly', 'answered']

/** Whoever has to be reminded comes first. */
export const byUrgency = (
  one: { readonly following: Following; readonly name: string },
  other: { readonly following: Following; readonly name: string },
): number =>
  ORDER.indexOf(one.following) - ORDER.indexOf(other.following) ||
  stableCompare(one.name, other.name)
