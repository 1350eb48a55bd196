import { analyse } from './analysis.ts'
import { indicator } from './kinds/indicator/index.ts'
import { organisation } from './kinds/organisation/index.ts'
import { policy } from './kinds/policy/index.ts'
import { target } from './kinds/target/index.ts'
import type { Analysis, KindReader, Statement } from './model.ts'
import { assertQuotes } from './statement.ts'

/** Every kind that can be read; a further one is a folder and a line here. */
export const STATEMENT_KINDS: readonly KindReader[] = [policy, organisation, indicator, target]

/** Raise this when a rule changes, so that a reading is known by the rules that made it. */
export const READER_VERSION = 1

/** All statements of an analysed text in the order of their places. */
export function statementsOf(analysis: Analysis, kinds: readonly string[] = []): Statement[] {
  const found = STATEMENT_KINDS.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .flatMap((reader) => reader.read(analysis))
    .sort((left, right) => left.start - right.start || left.end - right.end)
  return found
}

/** Reads a stored text; `pages` holds the first code point of each page. */
export function readStatements(
  text: string,
  options: { pages?: readonly number[]; kinds?: readonly string[] } = {},
): Statement[] {
  const statements = statementsOf(analyse(text, options.pages), options.kinds)
  assertQuotes(text, statements.slice(0, 50))
  return statements
}
