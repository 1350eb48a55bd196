import { fillText, type Language } from './language.ts'
import { ACCESS_PROBLEMS } from './problem-access.ts'
import { CLAIM_PROBLEMS } from './problem-claim.ts'
import { COLLECTION_PROBLEMS } from './problem-collection.ts'
import { DOCUMENT_PROBLEMS } from './problem-document.ts'
import type { ProblemEntry } from './problem-entry.ts'
import { FILE_PROBLEMS } from './problem-file.ts'
import { STORE_PROBLEMS } from './problem-store.ts'

/** The closed list of everything that may go wrong for a user; each theme has its own table. */
const LIST = {
  ...ACCESS_PROBLEMS,
  ...STORE_PROBLEMS,
  ...FILE_PROBLEMS,
  ...DOCUMENT_PROBLEMS,
  ...CLAIM_PROBLEMS,
  ...COLLECTION_PROBLEMS,
}

export type ProblemCode = keyof typeof LIST

export const PROBLEMS: Readonly<Record<ProblemCode, ProblemEntry>> = LIST

/** Values for the places of the sentences. */
export type ProblemDetails = Readonly<Record<string, string | number>>

/** What a user may meet. Our own mistakes are assertions instead, and end as `internal`. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly details: ProblemDetails

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(`${code} ${JSON.stringify(details)}`)
    this.code = code
    this.details = details
  }
}

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEMS, text)
}

/**
 * The three sentences of a problem: what happened, why, what to do next. A detail may exist in two
 * languages: `reasonEn` goes before `reason` in English.
 */
export function problemText(
  problem: Pick<Problem, 'code' | 'details'>,
  language: Language,
): { title: string; why: string; next: string } {
  const { what, why, next } = PROBLEMS[problem.code]
  const values = language === 'en' ? englishDetails(problem.details) : problem.details
  return {
    title: fillText(what[language], values),
    why: fillText(why[language], values),
    next: fillText(next[language], values),
  }
}

function englishDetails(details: ProblemDetails): ProblemDetails {
  const english: Record<string, string | number> = { ...details }
  for (const [name, value] of Object.entries(details)) {
    if (name.endsWith('En')) english[name.slice(0, -2)] = value
  }
  return english
}
