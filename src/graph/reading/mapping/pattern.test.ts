import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPattern, MATCHED_CHARACTERS } from './pattern.ts'

const refused: [pattern: string, fault: string][] = [
  ['(a+)+$', 'pattern-nested'],
  ['(a*)*', 'pattern-nested'],
  ['(a|a)*b', 'pattern-nested'],
  ['((ab)?c)+', 'pattern-nested'],
  ['(?:\\d{1,3}){2,9}', 'pattern-nested'],
  ['(.*)\\1', 'pattern-part'],
  ['(?<a>x)\\k<a>', 'pattern-part'],
  ['.*.*.*x', 'pattern-cost'],
  ['^.*.*.*.*x', 'pattern-cost'],
  ['a{0,90}a{0,90}a{0,90}a{0,90}', 'pattern-cost'],
  ['(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b).*.*', 'pattern-cost'],
  ['^a|.*.*.*', 'pattern-cost'],
  ['a'.repeat(1_001), 'pattern-long'],
  ['(', 'pattern-syntax'],
  ['[z-a]', 'pattern-syntax'],
]

const accepted = [
  '^(\\d{6})(?:\\.(?:SH|SZ|BJ))?$',
  '^(?!.*(?:抵销|平衡项目)).*$',
  '(?:有限|股份)公司',
  '^[^()（）]+(?:[(（][^()（）]*[)）])?$',
  '\\d{4}年\\d{1,2}月',
  '[\\]a-z]+x',
  '^\\p{Script=Han}{2,}$',
  '(?<=第)\\d+(?=号)',
  '',
]

describe('patterns that may run away are refused', () => {
  test.each(refused)('%s', (pattern, fault) => {
    const checked = checkPattern(pattern)
    expect(checked.ok ? null : checked.fault).toBe(fault)
  })
})

describe('patterns that mappings need are taken', () => {
  test.each(accepted)('%s', (pattern) => {
    expect(checkPattern(pattern)).toMatchObject({ ok: true })
  })
})

test('whatever is taken ends soon on a text made to vex it', () => {
  const atom = fc.constantFrom('a', 'b', '.', '[ab]', '(a)', '(a|b)', '(?:ab)', '\\w', '(?=a)')
  const repeat = fc.constantFrom('', '*', '+', '?', '{2}', '{0,9}', '{1,}')
  const piece = fc.tuple(atom, repeat).map((parts) => parts.join(''))
  const pattern = fc
    .tuple(
      fc.constantFrom('', '^'),
      fc.array(piece, { maxLength: 5 }),
      fc.constantFrom('', '$', 'c$'),
    )
    .map(([start, pieces, end]) => start + pieces.join('') + end)
  const vexing = `${'ab'.repeat(20)}${'a'.repeat(MATCHED_CHARACTERS - 41)}!`
  fc.assert(
    fc.property(pattern, (source) => {
      const checked = checkPattern(source)
      if (!checked.ok) return
      checked.pattern.test(vexing)
    }),
    { numRuns: 400 },
  )
})
