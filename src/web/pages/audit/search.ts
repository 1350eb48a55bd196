/** The state of the audit page, as the address holds it. */
export interface AuditSearch {
  /** Absent: acts that changed nothing. */
  view?: 'entries'
  from?: string
  to?: string
  /** An act, or how the name of a command begins. */
  kind?: string
  person?: string
  organisation?: string
  object?: string
  result?: 'answered' | 'refused'
}

const LONGEST = 300
const DAY = /^\d{4}-\d\d-\d\d$/
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const TEXTS = ['kind', 'object'] as const
const IDS = ['person', 'organisation'] as const
const DAYS = ['from', 'to'] as const

export function validateAuditSearch(search: Record<string, unknown>): AuditSearch {
  const found: AuditSearch = {}
  if (search.view === 'entries') found.view = 'entries'
  for (const name of TEXTS) {
    const text = textOf(search[name])
    if (text !== '') found[name] = text
  }
  for (const name of IDS) if (ID.test(textOf(search[name]))) found[name] = textOf(search[name])
  for (const name of DAYS) if (DAY.test(textOf(search[name]))) found[name] = textOf(search[name])
  const { result } = search
  if (found.view !== 'entries' && (result === 'answered' || result === 'refused')) {
    found.result = result
  }
  return found
}

/** The filters as the interface takes them, for the view that is shown. */
export function filtersOf({ view, kind, object, ...rest }: AuditSearch) {
  const isEntries = view === 'entries'
  return {
    ...rest,
    ...(kind !== undefined && (isEntries ? { command: kind } : { act: kind })),
    ...(object !== undefined && (!isEntries || ID.test(object)) && { object }),
  }
}

const textOf = (given: unknown): string =>
  typeof given === 'string' ? given.trim().slice(0, LONGEST) : ''
