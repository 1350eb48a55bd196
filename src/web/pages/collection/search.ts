/** The state of the collection screens, as the address holds it. */
export interface RoundSearch {
  /** Absent: the recipients. */
  view?: 'answers' | 'cells'
  /** A recipient by its ordinal: its returns are open, or its cells alone are shown. */
  of?: string
}

/** What is being composed. */
export interface ComposeSearch {
  chain?: string
  kind?: string
  /** Properties, with commas between. */
  properties?: string
  region?: string
  list?: string
  /** Absent: each firm answers for itself. */
  by?: 'department'
  /** Ids of organisations, with commas between. */
  departments?: string
  again?: string
  title?: string
  period?: string
  due?: string
}

const ORDINAL = /^[1-9]\d{0,4}$/u
const FIELDS = ['chain', 'kind', 'properties', 'region', 'list'] as const
const MORE = ['departments', 'again', 'title', 'period', 'due'] as const
const LONGEST = 2_000

export function validateRoundSearch(search: Record<string, unknown>): RoundSearch {
  const found: RoundSearch = {}
  if (search.view === 'answers' || search.view === 'cells') found.view = search.view
  if (typeof search.of === 'string' && ORDINAL.test(search.of)) found.of = search.of
  return found
}

export function validateComposeSearch(search: Record<string, unknown>): ComposeSearch {
  const found: ComposeSearch = search.by === 'department' ? { by: 'department' } : {}
  for (const name of [...FIELDS, ...MORE]) {
    const value = search[name]
    if (typeof value === 'string' && value.trim() !== '') found[name] = value.slice(0, LONGEST)
  }
  return found
}

/** Parts of a value that holds several, with commas between. */
export const partsOf = (value: string | undefined): string[] =>
  (value ?? '').split(',').filter((part) => part !== '')
