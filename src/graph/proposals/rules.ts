import type { Uuid } from '../../base/index.ts'
import { type DeskMode, refuseSameEyes } from '../../trust/desk/index.ts'
import type { PublishingPolicy } from '../evidence/index.ts'
import type { ProposalRow, ReviewGroup } from './model.ts'
import { decidedAlready, onlySingly } from './words.ts'

/** In the order in which they are worked: what may mislead comes before what is merely much. */
export const REVIEW_GROUPS: readonly ReviewGroup[] = [
  'quarantine',
  'contradiction',
  'second-eyes',
  'alike',
  'single',
]

const CONTEXT_LENGTH = 120
const SENTENCE_END = /[。！？；!?;\n]/u

/**
 * Problems: `conflict` where a claim was decided already, or where claims that a reader doubts are
 * to be decided together with others.
 */
export function refuseUnfit(rows: readonly ProposalRow[]): void {
  if (rows.some(({ pending }) => !pending)) throw decidedAlready()
  if (rows.length > 1 && rows.some(({ cautions }) => cautions > 0)) throw onlySingly()
}

/**
 * Whoever edited a claim does not let it stand alone, and where the policy of the source's class
 * wants two people, nor does whoever brought the source. Problem: `four-eyes`.
 */
export function refuseMaker(
  mode: DeskMode,
  policy: PublishingPolicy,
  rows: readonly ProposalRow[],
  actor: Uuid,
): void {
  const makers = rows.flatMap(({ editedBy, sourceClass, broughtBy }) => [
    ...editedBy.split(','),
    ...(policy.classes[sourceClass]?.people === 2 ? [broughtBy] : []),
  ])
  refuseSameEyes(mode, makers, actor)
}

interface Measured {
  readonly operator: string | null
  readonly number: string | null
  readonly unit: string | null
  readonly printed: string | null
}

/** What an acceptance would do beside what stands of the same thing at the same time. */
export type Effect = 'new' | 'renews' | 'differs'

export function effectOf(claim: Measured, standing: readonly Measured[]): Effect {
  if (standing.some((one) => !isMeasuredAlike(claim, one))) return 'differs'
  return standing.length === 0 ? 'new' : 'renews'
}

/** Do two readings give one value? Numbers by operator, number and unit, and words by the letter. */
function isMeasuredAlike(one: Measured, other: Measured): boolean {
  if (one.number === null || other.number === null) return one.printed === other.printed
  return one.number === other.number && one.operator === other.operator && one.unit === other.unit
}

/** A span in its sentence, and the sentence in what stands around it. Counted in code points. */
export interface Passage {
  readonly before: string
  readonly opening: string
  readonly span: string
  readonly closing: string
  readonly after: string
}

/** The words around a span, cut at the ends of sentences; `text` is a list of characters. */
export function passageOf(text: readonly string[], start: number, end: number): Passage {
  let first = start
  while (first > 0 && start - first < CONTEXT_LENGTH && !isEnd(text[first - 1])) first -= 1
  let last = end
  while (last < text.length && last - end < CONTEXT_LENGTH && !isEnd(text[last - 1])) last += 1
  const cut = (from: number, to: number): string => text.slice(Math.max(0, from), to).join('')
  return {
    before: cut(first - CONTEXT_LENGTH, first),
    opening: cut(first, start),
    span: cut(start, end),
    closing: cut(end, last),
    after: cut(last, last + CONTEXT_LENGTH),
  }
}

const isEnd = (character: string | undefined): boolean =>
  character !== undefined && SENTENCE_END.test(character)
