/** The state of the identity page, as the address holds it. */
export interface IdentitySearch {
  /** What was decided, instead of what waits. */
  view?: 'decided'
  /** The two things that are compared; absent: the first pair. */
  one?: string
  other?: string
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function validateIdentitySearch(search: Record<string, unknown>): IdentitySearch {
  const { view, one, other } = search
  if (view === 'decided') return { view }
  if (typeof one !== 'string' || typeof other !== 'string') return {}
  return ID.test(one) && ID.test(other) ? { one, other } : {}
}
