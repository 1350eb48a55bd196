/** The state of the freshness page, as the address holds it. */
export interface FreshnessSearch {
  /** Absent: kinds of facts by their owner. */
  view?: 'stale' | 'differences'
  /** Of the stale facts: only those of one role, or of one property. */
  owner?: string
  property?: string
}

const LONGEST = 100

export function validateFreshnessSearch(search: Record<string, unknown>): FreshnessSearch {
  const found: FreshnessSearch = {}
  if (search.view === 'stale' || search.view === 'differences') found.view = search.view
  if (found.view !== 'stale') return found
  const owner = textOf(search.owner)
  const property = textOf(search.property)
  if (owner !== '') found.owner = owner
  if (property !== '') found.property = property
  return found
}

const textOf = (given: unknown): string =>
  typeof given === 'string' ? given.trim().slice(0, LONGEST) : ''
