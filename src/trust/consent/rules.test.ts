import { expect, test } from 'vitest'
import { isInForce, isTerm, needsConsent } from './rules.ts'

test.each([
  ['2026-01-01', null, false, '2026-01-01', true],
  ['2026-01-01', null, false, '2025-12-31', false],
  ['2026-01-01', '2026-12-31', false, '2026-12-31', true],
  ['2026-01-01', '2026-12-31', false, '2027-01-01', false],
  ['2026-01-01', null, true, '2026-06-01', false],
])(
  'given %s, ends %s, withdrawn %s, on %s: in force %s',
  (givenOn, endsOn, withdrawn, on, expected) => {
    expect(isInForce({ givenOn, endsOn, withdrawn }, on)).toBe(expected)
  },
)

test.each([
  ['2026-01-01', null, true],
  ['2026-01-01', '2026-01-01', true],
  ['2026-01-02', '2026-01-01', false],
  ['2026-02-30', null, false],
  ['2026-01-01', '2026-13-01', false],
  ['', null, false],
])('a term from %s to %s: %s', (givenOn, endsOn, expected) => {
  expect(isTerm({ givenOn, endsOn })).toBe(expected)
})

test('a firm and an institute are asked, a government body is not', () => {
  expect((['government', 'firm', 'institute'] as const).map(needsConsent)).toEqual([
    false,
    true,
    true,
  ])
})
