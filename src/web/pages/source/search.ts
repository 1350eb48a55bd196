/** The state of the reader that its address holds. Pure. */

export interface SourceSearch {
  /** The claim that is selected. */
  claim?: string
  sheet?: string
  /** The row whose claims are listed; without one, all claims of the source. */
  row?: number
  /** The row in the middle of the window, when it was turned away from the claim. */
  at?: number
  /** The page of a document that was turned to, away from the claim. */
  page?: number
  /** The job that reads what the text says. */
  job?: string
}

export function validateSourceSearch(search: Record<string, unknown>): SourceSearch {
  const found: SourceSearch = {}
  if (typeof search.claim === 'string' && search.claim !== '') found.claim = search.claim
  if (typeof search.sheet === 'string' && search.sheet !== '') found.sheet = search.sheet
  const row = wholeNumber(search.row)
  if (row !== null) found.row = row
  const at = wholeNumber(search.at)
  if (at !== null) found.at = at
  const page = wholeNumber(search.page)
  if (page !== null) found.page = page
  if (typeof search.job === 'string' && search.job !== '') found.job = search.job
  return found
}

function wholeNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number >= 1 ? number : null
}
