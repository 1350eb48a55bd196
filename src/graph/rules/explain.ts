import type { Rule } from './check.ts'
import { evaluate } from './evaluate.ts'
import type { Outcome, Reason, RuleValues } from './model.ts'
import type { Node } from './tree.ts'

/** One condition of a rule with what became of it. */
export interface Condition {
  /** As the rule writes it. */
  readonly text: string
  readonly outcome: Outcome
  /** Why it is unknown; null where it is not. */
  readonly reason: Reason | null
  /** Names that it looks at. */
  readonly uses: readonly string[]
}

/** The conditions that a rule joins by `and`, in its order. */
export function conditionsOf(node: Node): Node[] {
  return node.is === 'and' && !isBetween(node) ? node.items.flatMap(conditionsOf) : [node]
}

/** `between` became two comparisons of the same part; a reader sees one condition. */
const isBetween = (node: Extract<Node, { is: 'and' | 'or' }>): boolean =>
  node.items.every((each) => each.part === node.part)

function namesIn(node: Node): string[] {
  if (node.is === 'name') return [node.name]
  return 'items' in node ? node.items.flatMap(namesIn) : []
}

const outcomeOf = (value: unknown): Outcome =>
  value === true ? 'holds' : value === false ? 'fails' : 'unknown'

/** What became of a rule as a whole and of each of its conditions. */
export function explain(
  rule: Rule,
  values: RuleValues,
): { readonly outcome: Outcome; readonly conditions: readonly Condition[] } {
  const conditions = conditionsOf(rule.tree).map((node) => {
    const { value, reason } = evaluate(node, values)
    const uses = [...new Set(namesIn(node))]
    return { text: node.part, outcome: outcomeOf(value), reason, uses }
  })
  return { outcome: outcomeOf(evaluate(rule.tree, values).value), conditions }
}
