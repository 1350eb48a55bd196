import type { Words } from './language.ts'

/** What a problem says and how it leaves the house; sentences may hold `{places}` for details. */
export interface ProblemEntry {
  /** HTTP status. */
  status: number
  /** Exit code of the command line: 1 our fault, 2 bad use, 3 bad input, 4 verification false. */
  exit: 1 | 2 | 3 | 4
  what: Words
  why: Words
  next: Words
}

export function entry(
  status: number,
  exit: ProblemEntry['exit'],
  sentences: Pick<ProblemEntry, 'what' | 'why' | 'next'>,
): ProblemEntry {
  return { status, exit, ...sentences }
}
