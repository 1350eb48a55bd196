import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuantity } from '../../../base/index.ts'
import type { MappingStep } from '../mapping/index.ts'
import { compileSteps } from './steps.ts'

const tables: Record<string, Record<string, string | null>> = {
  places: { 皖: '安徽', 双: null },
}

function run(steps: MappingStep[], cell: string): unknown {
  const compiled = compileSteps({ column: 'a', steps }, (name) => (key) => tables[name]?.[key])
  const value = compiled.read(cell)
  if (value === null || typeof value === 'string' || Array.isArray(value)) return value
  return 'code' in value ? `fault ${value.code}` : value
}

describe('steps', () => {
  const cases: [steps: MappingStep[], cell: string, value: unknown][] = [
    [[], ' a ', ' a '],
    [[{ trim: true }], '　 甲\t', '甲'],
    [[{ trim: true }], '  ', null],
    [[{ trim: true }], '全介质自\n承式光缆\n', '全介质自承式光缆'],
    [[{ trim: true }], 'two\r\n words', 'two words'],
    [[{ fold: true }], '３００８１８．ＳＺ', '300818.SZ'],
    [[{ fold: true }], '𬭎铝业', '𬭎铝业'],
    [[{ part: { pattern: '^(\\d{6})', group: 1 } }], '300818.SZ', '300818'],
    [[{ part: { pattern: '\\d+' } }], 'no 12', '12'],
    [[{ part: { pattern: '^(\\d{6})$' } }], '12', 'fault no-match'],
    [[{ part: { pattern: 'x' } }], 'y'.repeat(500), 'fault text-long'],
    [[{ part: { pattern: 'a(b)?', group: 1 } }], 'a', null],
    [[{ empty: ['-', '无'] }], '-', null],
    [[{ empty: ['-', '无'] }], '--', '--'],
    [[{ lookup: { table: 'places' } }], '皖', '安徽'],
    [[{ lookup: { table: 'places' } }], '无', 'fault not-listed'],
    [[{ lookup: { table: 'places' } }], '双', 'fault listed-twice'],
    [[{ lookup: { table: 'places', else: 'keep' } }], '无', '无'],
    [[{ lookup: { table: 'places', else: 'empty' } }], '无', null],
    [[{ trim: true }], `a${' '.repeat(300_000)}b\n`, `a${' '.repeat(300_000)}b`],
    [[{ date: true }], '2021年3月5日', '2021-03-05'],
    [[{ date: true }], '2'.repeat(500), 'fault text-long'],
    [[{ number: {} }], '9'.repeat(500_000), 'fault text-long'],
    [[{ date: true }], '2021-02-30', 'fault not-date'],
    [[{ constant: 'x' }], '', 'x'],
    [[{ constant: 'x' }, { prefix: 'p-' }], 'whatever', 'p-x'],
    [[{ pad: { length: 6 } }], '301', '000301'],
    [[{ pad: { length: 3, with: '甲' } }], '1', '甲甲1'],
    [[{ case: { to: 'upper' } }], 'sz', 'SZ'],
    [[{ split: { on: '|' } }], 'a| b ||c', ['a', 'b', 'c']],
    [[{ split: { on: '、' } }, { prefix: '甲' }], '1、2', ['甲1', '甲2']],
    [[{ split: { on: '|' } }], '|', null],
    [[{ number: {} }], '', null],
    [[{ number: {} }], 'many', 'fault not-number'],
    [[{ number: { unit: '%' } }], '3万元', 'fault not-number'],
  ]
  test.each(cases)('%j of %j', (steps, cell, value) => {
    expect(run(steps, cell)).toEqual(value)
  })
})

describe('numbers', () => {
  const cases: [
    step: NonNullable<MappingStep['number']>,
    cell: string,
    number: string,
    unit: string,
  ][] = [
    [{}, '12', '12', ''],
    [{ unit: '万元' }, '12.5', '125000', '元'],
    [{ unit: '%', times: '100' }, '0.510725', '51.0725', '%'],
    [{ unit: '%', times: '100' }, '57%', '57', '%'],
    [{ unit: '%', times: '100' }, '-0.05', '-5', '%'],
    [{ unit: '万元' }, '约1.2亿元', '120000000', '元'],
    [{ unit: '次' }, '4', '4', '次'],
    [{ unit: '万元' }, '１，２００', '12000000', '元'],
  ]
  test.each(cases)('%j of %s', (step, cell, number, unit) => {
    expect(run([{ number: step }], cell)).toMatchObject({ number, unit, printed: cell })
  })

  test('a range is multiplied at both ends', () => {
    const range = run([{ number: { unit: '%', times: '100' } }], '0.2-0.3')
    expect(range).toMatchObject({ operator: '~', number: '25', low: '20', high: '30' })
  })

  test('the short way and the careful way read plain digits alike', () => {
    const plain = fc
      .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat(9_999))
      .map(([whole, part]) => (part === 0 ? `${whole}` : `${whole}.${part}`))
    fc.assert(
      fc.property(
        plain,
        fc.constantFrom('', '%', '元', '万元', '亿', '家', '颗星'),
        (text, unit) => {
          const step = unit === '' ? {} : { unit }
          expect(run([{ number: step }], text)).toEqual(parseQuantity(text, step))
        },
      ),
    )
  })
})
