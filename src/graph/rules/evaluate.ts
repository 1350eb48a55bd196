import {
  exactly,
  isInterval,
  less,
  mayBeZero,
  negative,
  over,
  plus,
  same,
  times,
} from './interval.ts'
import type { Interval, Reason, RuleResult, RuleValue, RuleValues, Unusable } from './model.ts'
import type { Node } from './tree.ts'

const unknown = (reason: Reason): RuleResult => ({ value: null, reason })
const given = (value: RuleValue): RuleResult => ({ value, reason: null })
const decided = (truth: boolean | null): RuleResult =>
  truth === null ? unknown('too-wide') : given(truth)

/** The value of an expression; unknown with its reason where the values do not decide it. */
export function evaluate(node: Node, values: RuleValues): RuleResult {
  switch (node.is) {
    case 'number':
      return given(exactly(node.text))
    case 'text':
      return given(node.text)
    case 'truth':
      return given(node.value)
    case 'null':
      return unknown('not-known')
    case 'name': {
      const value = values.get(node.name) ?? null
      if (isUnusable(value)) return unknown(value.unusable)
      return value === null ? unknown('not-known') : given(value)
    }
    case 'list':
      return listed(node.items, values)
    case 'and':
      return joined(node.items, values, false)
    case 'or':
      return joined(node.items, values, true)
    default:
      return worked(node, values)
  }
}

const isUnusable = (value: RuleValue | Unusable): value is Unusable =>
  typeof value === 'object' && value !== null && 'unusable' in value

type Working = Extract<Node, { is: 'compare' | 'in' | 'sum' | 'if' | 'call' }>

function worked(node: Working, values: RuleValues): RuleResult {
  switch (node.is) {
    case 'compare': {
      const [one, other] = node.items
      return compared(node.sign, evaluate(one, values), evaluate(other, values))
    }
    case 'in': {
      const [first, ...choices] = node.items
      const one = evaluate(first, values)
      return anyOf(choices.map((each) => compared('=', one, evaluate(each, values))))
    }
    case 'sum':
      return summed(
        node.sign,
        node.items.map((each) => evaluate(each, values)),
      )
    case 'if': {
      const [condition, yes, no] = node.items
      const { value, reason } = evaluate(condition, values)
      if (value === null) return unknown(reason ?? 'not-known')
      return evaluate(value === true ? yes : no, values)
    }
    case 'call':
      return called(node.name, node.items, values)
  }
}

function listed(items: readonly Node[], values: RuleValues): RuleResult {
  const all = items.map((each) => evaluate(each, values).value)
  return all.every((each) => typeof each === 'string') ? given(all) : unknown('not-known')
}

/** `and` and `or` of three values: `settles` decides the whole whatever the others are. */
function joined(items: readonly Node[], values: RuleValues, settles: boolean): RuleResult {
  return settle(
    items.map((each) => evaluate(each, values)),
    settles,
  )
}

const anyOf = (results: readonly RuleResult[]): RuleResult => settle(results, true)

function settle(results: readonly RuleResult[], settles: boolean): RuleResult {
  if (results.some(({ value }) => value === settles)) return given(settles)
  return results.find(({ value }) => value === null) ?? given(!settles)
}

function compared(sign: string, one: RuleResult, other: RuleResult): RuleResult {
  const [a, b] = [one.value, other.value]
  if (a === null) return one
  if (b === null) return other
  if (isInterval(a) && isInterval(b)) return comparedNumbers(sign, a, b)
  if (typeof a !== typeof b || typeof a === 'object') return unknown('wrong-type')
  if (sign === '=') return given(a === b)
  if (sign === '!=') return given(a !== b)
  if (typeof a === 'boolean') return unknown('wrong-type')
  const ordered: Readonly<Record<string, boolean>> = {
    ...{ '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b },
  }
  return given(ordered[sign] ?? false)
}

function comparedNumbers(sign: string, a: Interval, b: Interval): RuleResult {
  switch (sign) {
    case '<':
      return decided(less(a, b, true))
    case '<=':
      return decided(less(a, b, false))
    case '>':
      return decided(less(b, a, true))
    case '>=':
      return decided(less(b, a, false))
    default: {
      const equal = same(a, b)
      return decided(equal === null || sign === '=' ? equal : !equal)
    }
  }
}

function summed(sign: string, parts: readonly RuleResult[]): RuleResult {
  const [one, other] = parts
  if (one === undefined) return unknown('wrong-type')
  if (sign === '/' && other?.value === null) return unknown('unknown-divisor')
  const missing = parts.find(({ value }) => value === null)
  if (missing !== undefined) return missing
  const [a, b] = parts.map(({ value }) => value)
  if (!isInterval(a)) return unknown('wrong-type')
  if (b === undefined) return given(sign === '-' ? negative(a) : a)
  if (!isInterval(b)) return unknown('wrong-type')
  switch (sign) {
    case '+':
      return given(plus(a, b))
    case '-':
      return given(plus(a, negative(b)))
    case '*':
      return wide(times(a, b))
    default:
      return mayBeZero(b) ? unknown('zero-divisor') : wide(over(a, b))
  }
}

const wide = (value: Interval | null): RuleResult =>
  value === null ? unknown('too-wide') : given(value)

function called(name: string, items: readonly Node[], values: RuleValues): RuleResult {
  const results = items.map((each) => evaluate(each, values))
  if (name === 'known') return given(results[0]?.value !== null)
  const missing = results.find(({ value }) => value === null)
  if (missing !== undefined) return missing
  const [one, other] = results.map(({ value }) => value)
  if (name === 'not') return typeof one === 'boolean' ? given(!one) : unknown('wrong-type')
  if (name === 'count' && Array.isArray(one)) return given(exactly(String(one.length)))
  if (typeof other !== 'string') return unknown('wrong-type')
  if (name === 'list contains' && Array.isArray(one)) return given(one.includes(other))
  if (typeof one !== 'string') return unknown('wrong-type')
  return given(name === 'contains' ? one.includes(other) : one.startsWith(other))
}
