// What a problem says on a terminal, and with which code the program then ends.
import { type Language, PROBLEMS, Problem, problemText } from '../../base/index.ts'
import { RefusedByServer } from './api.ts'
import { EXIT } from './verb.ts'

/** The sentences and the exit code of a problem; null for what is no problem but our own fault. */
export function sayProblem(
  error: unknown,
  language: Language,
): { text: string; exit: number } | null {
  if (error instanceof Problem) {
    const { title, why, next } = problemText(error, language)
    return { text: `${title}\n${why}\n${next}`, exit: PROBLEMS[error.code].exit }
  }
  if (error instanceof RefusedByServer) {
    const { title, detail, next, status } = error
    return { text: `${title}\n${detail}\n${next}`, exit: exitOfStatus(status) }
  }
  return null
}

function exitOfStatus(status: number): number {
  if (status >= 500) return EXIT.ourFault
  return status === 401 || status === 403 ? EXIT.badUse : EXIT.badInput
}
