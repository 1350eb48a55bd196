import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isStale, parseFigureId, periodOf, recomputableId, snapshotHash } from './figure.ts'
import { columnIndex, quoteOfCells } from './quote.ts'

const CLAIM = '0190b3a0-0000-8000-8000-000000000001'

describe('figure ids', () => {
  test('a recomputable id gives back its algorithm and every parameter', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string()), (parameters) => {
        expect(parseFigureId(recomputableId('stage-firms', parameters))).toEqual({
          kind: 'query',
          algorithm: 'stage-firms',
          parameters,
        })
      }),
    )
  })

  test.each([
    [`c.${CLAIM}`, 'claim'],
    [`d.${CLAIM}`, 'derivation'],
    ['c.1', undefined],
    ['', undefined],
    ['q.stage-firms', undefined],
    ['q.stage-firms.bm90IGpzb24', undefined],
    ['q.Stage.e30', undefined],
    [`x.${CLAIM}`, undefined],
  ])('%s is read as %s', (id, kind) => {
    expect(parseFigureId(id)?.kind).toBe(kind)
  })

  test('a snapshot does not depend on the order or the number of mentions', () => {
    expect(snapshotHash(['b', 'a', 'b'])).toBe(snapshotHash(['a', 'b']))
  })
})

describe('periods and age', () => {
  test.each([
    [null, null, null],
    ['2022-01-01', '2023-01-01', '2022'],
    ['2022-01-01', '2022-12-31', '2022'],
    ['2022-01-01', null, '2022-01-01'],
    ['2021-06-01', '2021-07-01', '2021-06-01'],
  ])('%s to %s is shown as %s', (from, to, shown) => {
    expect(periodOf(from, to)).toBe(shown)
  })

  test.each([
    ['2021-06-30', null, 24, '2023-06-30', false],
    ['2021-06-30', null, 24, '2023-07-01', true],
    [null, '2021-06-30', 24, '2024-01-31', true],
    ['2021-06-30', null, null, '2099-01-01', false],
    [null, null, 24, '2099-01-01', false],
  ])(
    'published %s, from %s, at most %s months, on %s: %s',
    (publishedOn, validFrom, months, today, stale) => {
      expect(isStale({ publishedOn, validFrom }, months, today)).toBe(stale)
    },
  )
})

describe('quotes of cells', () => {
  test.each([
    ['A', 0],
    ['Z', 25],
    ['AA', 26],
    ['AZ', 51],
    ['BA', 52],
  ])('column %s is %s', (letters, index) => expect(columnIndex(letters)).toBe(index))

  test.each([
    ['B7', '乙'],
    ['A7:C7', '甲\t乙\t丙'],
    ['A7,C7', '甲\t丙'],
    ['D7', null],
    ['7', null],
  ])('%s', (cells, quote) => expect(quoteOfCells(cells, ['甲', '乙', '丙'])).toBe(quote))
})
