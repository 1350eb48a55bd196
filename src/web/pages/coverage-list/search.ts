/** The state of the coverage table, as the address holds it. */
export type CoverageState = 'present' | 'absent'

export interface CoverageSearch {
  state?: CoverageState
  /** A part by its Chinese name, which the rows carry. */
  part?: string
  /** Characters of a row's id or names. */
  q?: string
}

const LONGEST = 200

export function validateCoverageSearch(search: Record<string, unknown>): CoverageSearch {
  const found: CoverageSearch = {}
  if (search.state === 'present' || search.state === 'absent') found.state = search.state
  const part = textOf(search.part)
  const q = textOf(search.q)
  if (part !== '') found.part = part
  if (q.trim() !== '') found.q = q
  return found
}

function textOf(given: unknown): string {
  return typeof given === 'string' ? given.slice(0, LONGEST) : ''
}
