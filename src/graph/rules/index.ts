/**
 * Rules as data: expressions of FEEL over values that may be unknown or known only as an interval.
 * What is not known stays unknown and never turns false; a rule that could not be decided honestly
 * is refused when it is loaded. It knows no list, no chain and no store, and nothing is evaluated
 * as code.
 */
export { checkRule, type Rule } from './check.ts'
export { evaluate } from './evaluate.ts'
export { type Condition, conditionsOf, explain } from './explain.ts'
export { quantityValue } from './interval.ts'
export type {
  Interval,
  Names,
  NameType,
  Outcome,
  Reason,
  RuleResult,
  RuleValue,
  RuleValues,
  Unusable,
} from './model.ts'
export { REASONS } from './words.ts'
