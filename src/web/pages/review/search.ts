/** The state of the review desk, as the address holds it. */
import type { ReviewGroup } from '../../api/index.ts'

/** In the order in which they are worked. */
export const GROUPS: readonly ReviewGroup[] = [
  'quarantine',
  'contradiction',
  'second-eyes',
  'alike',
  'single',
]

/** `reject-batch`: all of its batch with it; `names`: whether its thing is one with another. */
export const DOINGS = ['edit', 'reject', 'reject-batch', 'names'] as const
export type Doing = (typeof DOINGS)[number]

export interface ReviewSearch {
  /** The claim that is looked at; the first of the queue where it is left out. */
  claim?: string
  group?: ReviewGroup
  source?: string
  /** Characters that a claim, its thing or its source holds. */
  q?: string
  /** What is being done with the claim. */
  doing?: Doing
  /** Places of claims that are taken out of their batch, apart by points. */
  without?: string
}

/** A state to go to: what is undefined leaves the address. */
export type ReviewNext = { [Name in keyof ReviewSearch]?: ReviewSearch[Name] | undefined }

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const PLACES = /^\d{1,3}(\.\d{1,3})*$/
const QUERY_MAX = 200

export function validateReviewSearch(search: Record<string, unknown>): ReviewSearch {
  const { claim, group, source, q, doing, without } = search
  return {
    ...(isText(claim) && ID.test(claim) && { claim }),
    ...(GROUPS.includes(group as ReviewGroup) && { group: group as ReviewGroup }),
    ...(isText(source) && ID.test(source) && { source }),
    ...(isText(q) && q.trim() !== '' && { q: q.slice(0, QUERY_MAX) }),
    ...(DOINGS.includes(doing as Doing) && { doing: doing as Doing }),
    ...(without !== undefined && PLACES.test(String(without)) && { without: String(without) }),
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** The places taken out of a batch. */
export const placesOut = ({ without }: ReviewSearch): ReadonlySet<number> =>
  new Set(without === undefined ? [] : without.split('.').map(Number))

/** The address with one place more or less taken out of the batch. */
export function togglePlace(search: ReviewSearch, place: number): ReviewNext {
  const out = new Set(placesOut(search))
  if (!out.delete(place)) out.add(place)
  const places = [...out].sort((one, other) => one - other)
  return { ...search, without: places.length === 0 ? undefined : places.join('.') }
}
