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

/**
 * Problems: `conflict` where a claim was decided already, or where claims that a reader doubts are
 * to be decided together with others.
 */
export function refuseUnfit(rows: readonly ProposalRow[]): void {
  if (rows.some(({ isWaiting }) => !isWaiting)) throw decidedAlready()
  if (rows.length > 1 && rows.some(({ cautions }) => cautions > 0)) throw onlySingly()
}

/** Who made a claim what it is: whoever edited it, and who brought it where two people are wanted. */
const makersOf = (policy: PublishingPolicy, rows: readonly ProposalRow[]): Uuid[] =>
  rows.flatMap(({ editedBy, sourceClass, broughtBy }) => [
    ...editedBy,
    ...(policy.classes[sourceClass]?.people === 2 ? [broughtBy] : []),
  ])

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
  refuseSameEyes(mode, makersOf(policy, rows), actor)
}

/** Would `refuseMaker` refuse? Said on screen before anybody tries. */
export const isOwnWork = (
  mode: DeskMode,
  policy: PublishingPolicy,
  rows: readonly ProposalRow[],
  actor: Uuid,
): boolean => mode === 'four-eyes' && makersOf(policy, rows).includes(actor)

interface Measured {
  readonly operator: string | null
  readonly number: string | null
  readonly unit: string | null
  readonly printed: string | null
}

/** What an acceptance would do beside what stands of the same thing at the same time. */
export type Effect = 'new' | 'renews' | 'differs'

/** `isSingular`: the thing has one value of this at a time, so that another contradicts it. */
export function effectOf(
  claim: Measured,
  standing: readonly Measured[],
  isSingular: boolean,
): Effect {
  if (isSingular && standing.some((one) => !isMeasuredAlike(claim, one))) return 'differs'
  return standing.some((one) => isMeasuredAlike(claim, one)) ? 'renews' : 'new'
}

/** Do two readings give one value? Numbers by operator, number and unit, and words by the letter. */
function isMeasuredAlike(one: Measured, other: Measured): boolean {
  if (one.number === null || other.number === null) return one.printed === other.printed
  const [a, b] = [one.number, other.number].map(Number)
  return a === b && one.operator === other.operator && one.unit === other.unit
}

/** Code points of text shown before and after a sentence. */
const AROUND = 120
/** A sentence that nobody noted is not looked for farther than this. */
const SENTENCE_MAX = 300
const SENTENCE_END = /[。！？；!?;\n]/u

/** A stretch of text in code points; the end is left out. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A span in its sentence, and the sentence in what stands around it. */
export interface Passage {
  readonly before: string
  readonly opening: string
  readonly span: string
  readonly closing: string
  readonly after: string
}

/** As much of a text as `passageOf` may need around a span or the sentence noted for it. */
export function windowAround(span: Stretch, sentence: Stretch | null): Stretch {
  const reach = SENTENCE_MAX + AROUND
  const start = Math.min(span.start, sentence?.start ?? span.start)
  const end = Math.max(span.end, sentence?.end ?? span.end)
  return { start: Math.max(0, start - reach), end: end + reach }
}

/**
 * The words around a span, cut at the ends of its sentence: the one noted, or else the one found.
 * `text` begins at code point `first` of the source.
 */
export function passageOf(
  text: string,
  first: number,
  span: Stretch,
  sentence: Stretch | null,
): Passage {
  const points = [...text]
  const [start, end] = [span.start - first, span.end - first]
  let from = sentence === null ? start : Math.min(start, sentence.start - first)
  let to = sentence === null ? end : Math.max(end, sentence.end - first)
  if (sentence === null) {
    while (from > 0 && start - from < SENTENCE_MAX && !isEnd(points[from - 1])) from -= 1
    while (to < points.length && to - end < SENTENCE_MAX && !isEnd(points[to])) to += 1
    if (to < points.length && points[to] !== '\n' && isEnd(points[to])) to += 1
  }
  const cut = (one: number, other: number): string => points.slice(Math.max(0, one), other).join('')
  return {
    before:
      cut(from - AROUND, from)
        .split('\n')
        .at(-1) ?? '',
    opening: cut(from, start),
    span: cut(start, end),
    closing: cut(end, to),
    after: cut(to, to + AROUND).split('\n')[0] ?? '',
  }
}

const isEnd = (character: string | undefined): boolean =>
  character !== undefined && SENTENCE_END.test(character)

/** What a text leaves out of the full name of a place: 甘肃 for 甘肃省. */
const PLACE_ENDS = /(?:(?:维吾尔|壮族|回族)?自治区|特别行政区|[省市县区])$/u

/** Do these words name the thing? */
export const isNamedIn = (quote: string, name: string): boolean =>
  name !== '' && (quote.includes(name) || quote.includes(name.replace(PLACE_ENDS, '') || name))
