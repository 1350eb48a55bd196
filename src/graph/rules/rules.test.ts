import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem, parseQuantity } from '../../base/index.ts'
import { checkRule, evaluate, explain, type Names, quantityValue, type RuleValue } from './index.ts'

const NAMES: Names = new Map([
  ['share', { type: 'quantity', known: false }],
  ['imports', { type: 'quantity', known: false }],
  ['firms', { type: 'quantity', known: true }],
  ['verdict', { type: 'text', known: false }],
  ['stale', { type: 'truth', known: true }],
  ['marks', { type: 'list', known: true }],
] as const)

const printed = (text: string): RuleValue => {
  const quantity = parseQuantity(text)
  return quantity === null ? null : quantityValue(quantity)
}

function outcome(rule: string, values: Record<string, RuleValue>) {
  return explain(checkRule(rule, NAMES), new Map(Object.entries(values))).outcome
}

function reasonOf(rule: string): string {
  try {
    checkRule(rule, NAMES)
    return 'accepted'
  } catch (error) {
    return error instanceof Problem ? `${error.code}: ${error.details.reasonEn}` : String(error)
  }
}

describe('comparisons with what is printed', () => {
  test.each([
    ['>95%', 'share >= 80', 'holds'],
    ['>95%', 'share > 95', 'holds'],
    ['>95%', 'share <= 95', 'fails'],
    ['>95%', 'share >= 99', 'unknown'],
    ['<40%', 'share >= 50', 'fails'],
    ['<40%', 'share < 40', 'holds'],
    ['<40%', 'share = 40', 'fails'],
    ['约80%', 'share >= 80', 'unknown'],
    ['约80%', 'share >= 50', 'holds'],
    ['45.2%', 'share between 45 and 46', 'holds'],
    ['45.2%', 'share = 45.2', 'holds'],
    ['0.3', 'share = 0.1 + 0.2', 'holds'],
    ['未明', 'share >= 80', 'unknown'],
  ])('%s: %s %s', (text, rule, expected) => {
    expect(outcome(rule, { share: printed(text) })).toBe(expected)
  })
})

describe('three values', () => {
  test.each([
    ['verdict = "weak" and share >= 80', { verdict: 'strong' }, 'fails'],
    ['verdict = "weak" or share >= 80', { verdict: 'weak' }, 'holds'],
    ['verdict = "weak" or share >= 80', { verdict: 'strong' }, 'unknown'],
    ['not(verdict = "weak")', {}, 'unknown'],
    ['verdict in ("weak", "missing")', { verdict: 'missing' }, 'holds'],
    ['verdict in ["weak"]', {}, 'unknown'],
    ['list contains(marks, "chokePoint")', { marks: ['chokePoint'] }, 'holds'],
    ['count(marks) = 0', { marks: [] }, 'holds'],
    ['known(share)', {}, 'fails'],
    ['if known(share) then share > 1 else stale', { stale: true }, 'holds'],
    ['-share < 0', { share: printed('5') }, 'holds'],
  ] as const)('%s %j', (rule, values, expected) => {
    expect(outcome(rule, values as unknown as Record<string, RuleValue>)).toBe(expected)
  })

  test('a rule that divides by what is unknown or may be zero stays unknown and says why', () => {
    const rule = checkRule('share / imports > 2', NAMES)
    const reason = (imports: RuleValue) =>
      evaluate(
        rule.tree,
        new Map([
          ['share', printed('10')],
          ['imports', imports],
        ]),
      ).reason
    expect(reason(null)).toBe('unknown-divisor')
    expect(reason(printed('0'))).toBe('zero-divisor')
    expect(reason(printed('<40'))).toBe('zero-divisor')
    expect(outcome('share / imports > 2', { share: printed('10'), imports: printed('4') })).toBe(
      'holds',
    )
  })

  test('a value that cannot be used is unknown for its own reason', () => {
    const values = new Map([['share', { unusable: 'other-unit' }]] as const)
    const found = (rule: string) => evaluate(checkRule(rule, NAMES).tree, values)
    expect(found('share >= 80')).toEqual({ value: null, reason: 'other-unit' })
    expect(found('known(share)').value).toBe(false)
  })

  test('explains each condition with the names it looked at', () => {
    const rule = checkRule('verdict = "weak" and share between 80 and 100 and firms < 1', NAMES)
    const { conditions } = explain(
      rule,
      new Map([
        ['verdict', 'weak'],
        ['share', printed('>95%')],
      ]),
    )
    expect(conditions.map(({ outcome, uses, reason }) => [outcome, uses, reason])).toEqual([
      ['holds', ['verdict'], null],
      ['unknown', ['share'], 'too-wide'],
      ['unknown', ['firms'], 'not-known'],
    ])
  })
})

describe('refused when it is loaded', () => {
  test.each([
    ['share >', 'cannot be read'],
    ['sahre > 1', 'there is no name “sahre”; known are share, imports'],
    ['if verdict = "weak" then stale else stale', 'may be unknown'],
    ['share = "weak"', 'different types'],
    ['marks = marks', 'different types'],
    ['share', 'should be true or false'],
    ['share = null', 'known(name)'],
    ['share / 0 > 1', 'divides by zero'],
    ['share ** 2 > 1', 'no place'],
    ['get value(share, "x") = 1', 'no place'],
    ['for x in marks return x', 'no place'],
    ['stale < stale', 'different types'],
  ])('%s', (rule, expected) => {
    expect(reasonOf(rule)).toMatch(/^rule-invalid: /)
    expect(reasonOf(rule)).toContain(expected)
  })
})

test('an interval decides exactly what all its numbers decide', () => {
  const end = fc.integer({ min: -6, max: 6 })
  const sign = fc.constantFrom('<', '<=', '>', '>=', '=', '!=')
  const holds = {
    '<': (a: number, b: number) => a < b,
    '<=': (a: number, b: number) => a <= b,
  } as const
  const truth = (op: string, a: number, b: number): boolean => {
    if (op === '<' || op === '<=') return holds[op](a, b)
    if (op === '>' || op === '>=') return holds[op === '>' ? '<' : '<='](b, a)
    return op === '=' ? a === b : a !== b
  }
  fc.assert(
    fc.property(end, end, end, end, sign, sign, fc.boolean(), (a, b, l, m, one, two, isAnd) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      const value = { low: String(low), high: String(high), lowOpen: false, highOpen: false }
      const rule = `share ${one} ${l} ${isAnd ? 'and' : 'or'} not(share ${two} ${m})`
      // Halves between the ends stand for every real number in the interval.
      const points = Array.from({ length: (high - low) * 2 + 1 }, (_, at) => low + at / 2)
      const each = points.map((x) => {
        const [p, q] = [truth(one, x, l), !truth(two, x, m)]
        return isAnd ? p && q : p || q
      })
      const found = outcome(rule, { share: value })
      if (found === 'holds') expect(each).not.toContain(false)
      if (found === 'fails') expect(each).not.toContain(true)
      // One comparison alone is also decided whenever all numbers agree.
      const single = outcome(`share ${one} ${l}`, { share: value })
      const all = new Set(points.map((x) => truth(one, x, l)))
      const expected = all.size === 2 ? 'unknown' : all.has(true) ? 'holds' : 'fails'
      expect(single).toBe(expected)
    }),
    { numRuns: 300 },
  )
})
