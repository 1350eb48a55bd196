import { describe, expect, test } from 'vitest'
import { dueDay, foldReadings, kindsKept, type Reading } from './rules.ts'

const KINDS = kindsKept([
  { id: 'revenue', owner: 'office', maximumAgeMonths: 18 },
  { id: 'website', owner: 'dataSteward' },
  { id: 'verdict', owner: 'taskForce', maximumAgeMonths: 12 },
])

const reading = (claim: string, some: Partial<Reading> = {}): Reading => ({
  claim,
  subject: `of ${claim}`,
  property: 'revenue',
  validFrom: null,
  publishedOn: null,
  ...some,
})

describe('kinds of facts', () => {
  test('are kept only where they age', () => {
    expect(KINDS.map(({ property }) => property)).toEqual(['revenue', 'verdict'])
  })

  test('count what is held, stale and undated, with the oldest ground', () => {
    const { kinds, stale } = foldReadings(
      KINDS,
      [
        reading('old', { publishedOn: '2024-01-31' }),
        reading('older', { validFrom: '2020-01-01' }),
        reading('fresh', { publishedOn: '2026-03-01', validFrom: '2020-01-01' }),
        reading('undated'),
        reading('judged', { property: 'verdict', publishedOn: '2025-11-20' }),
      ],
      '2026-11-20',
    )
    expect(kinds).toMatchObject([
      { property: 'revenue', facts: 4, stale: 2, undated: 1, oldest: '2020-01-01' },
      { property: 'verdict', facts: 1, stale: 0, undated: 0, oldest: null },
    ])
    expect(stale.map(({ claim }) => claim)).toEqual(['older', 'old'])
  })

  test('are stale from the day after their last day', () => {
    const judged = reading('judged', { property: 'verdict', publishedOn: '2025-11-20' })
    expect(dueDay(judged, 12)).toBe('2026-11-20')
    expect(foldReadings(KINDS, [judged], '2026-11-20').stale).toEqual([])
    expect(foldReadings(KINDS, [judged], '2026-11-21').stale).toEqual([judged])
  })
})
