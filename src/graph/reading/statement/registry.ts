import { analyse } from './analysis.ts'
import { indicator } from './kinds/indicator/index.ts'
import { organisation } from './kinds/organisation/index.ts'
import { policy } from './kinds/policy/index.ts'
import { target } from './kinds/target/index.ts'
import type { Analysis, KindReader, Statement } from './model.ts'
import type { Rules } from './rules.ts'

/** Every kind that can be read; a further one is a folder and a line here. */
export const STATEMENT_KINDS: readonly KindReader[] = [policy, organisation, indicator, target]

/** All statements of an analysed text in the order of their places. */
function statementsOf(analysis: Analysis, kinds: readonly string[]): Statement[] {
  return STATEMENT_KINDS.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .flatMap((reader) => reader.read(analysis))
    .sort((left, right) => left.start - right.start || left.end - right.end)
}

/** Reads a stored text; all kinds where none is named. */
export function readStatements(
  rules: Rules,
  text: string,
  kinds: readonly string[] = [],
): Statement[] {
  return statementsOf(analyse(rules, text), kinds)
}
