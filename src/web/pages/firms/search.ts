/** The state of the list of firms, as the address holds it. */
export interface FirmsSearch {
  /** Characters, pinyin or initials of a name; absent: all firms, by name. */
  q?: string
}

const LONGEST = 200

export function validateFirmsSearch({ q }: Record<string, unknown>): FirmsSearch {
  const text = typeof q === 'string' ? q.slice(0, LONGEST) : ''
  return text.trim() === '' ? {} : { q: text }
}
