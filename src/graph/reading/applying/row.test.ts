import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MappingDraft, parseMapping } from '../mapping/index.ts'
import { detectHead, type SheetHead } from '../table/index.ts'
import type { SheetRow } from '../workbook/index.ts'
import { LookupCollector } from './lookup.ts'
import type { RowReading } from './model.ts'
import { type ApplyOptions, applyMapping, compileMapping } from './row.ts'
import { coreVocabulary } from './vocabulary.case.ts'

const vocabulary = coreVocabulary()
const firm = { kind: 'firm', scheme: 'stock-code', code: '{code}' }
const reason = { zh: '不可', en: 'no' }
const base: MappingDraft = {
  id: 'firms',
  version: 1,
  title: { zh: '企业', en: 'Firms' },
  source: { class: 'authoritative-table', publisher: '某局' },
  fields: {
    code: { column: 'code', steps: [{ trim: true }], required: true },
    name: { column: '名称', steps: [{ trim: true }] },
    output: { column: '产值', steps: [{ empty: ['-'] }, { number: { unit: '万元' } }] },
    product: { column: '产品', steps: [{ split: { on: '、' } }] },
  },
  claims: [
    { subject: firm, property: 'name', text: '{name}' },
    { subject: firm, property: 'output', quantity: '{output}', validFrom: '2023-01-01' },
    {
      subject: firm,
      property: 'makes',
      object: { kind: 'product', scheme: 'list:own', code: '{product}' },
      at: ['名称', 'product'],
    },
  ],
}
const TITLES = ['code', '名称', '产值', '产品']
const headOf = (titles: string[], sheet: string | null = null): SheetHead =>
  detectHead([{ row: 1, cells: titles }], { sheet, widest: false })

/** Reads one row under the titles, its mapping changed where asked. */
function read(
  cells: string[],
  change: Partial<MappingDraft> = {},
  more: Partial<SheetRow> & { options?: ApplyOptions; titles?: string[] } = {},
): RowReading {
  const { options = { vocabulary }, titles = TITLES, ...rest } = more
  const mapping = parseMapping({ ...base, ...change })
  return compileMapping(mapping, headOf(titles), options)({ row: 7, cells, ...rest })
}
const said = ({ outcome, reasons }: RowReading): [string, ...string[]] => [
  outcome,
  ...reasons.map(({ field, cells, code }) => `${field} ${cells} ${code}`),
]

describe('a row becomes claims', () => {
  test('each at its cells, with their words, and one a value that was split', () => {
    const { outcome, reasons, claims } = read(['300818.SZ', '甲公司', '12.5', '铜箔、隔膜'])
    expect([outcome, reasons]).toEqual(['ok', []])
    const place = { sheet: null, page: null, row: 7, start: null, end: null }
    const subject = { kind: 'firm', scheme: 'stock-code', code: '300818' }
    const plain = {
      subject,
      object: null,
      text: null,
      quantity: null,
      validFrom: null,
      validTo: null,
      held: false,
      document: null,
    }
    expect(claims.slice(0, 3)).toEqual([
      {
        ...plain,
        property: 'name',
        text: '甲公司',
        locator: { ...place, cells: 'B7' },
        quote: '甲公司',
      },
      {
        ...plain,
        property: 'output',
        validFrom: '2023-01-01',
        quantity: {
          printed: '12.5',
          operator: '=',
          number: '125000',
          unit: '元',
          low: '125000',
          high: '125000',
        },
        locator: { ...place, cells: 'C7' },
        quote: '12.5',
      },
      {
        ...plain,
        property: 'makes',
        object: { kind: 'product', scheme: 'list:own', code: '铜箔' },
        locator: { ...place, cells: 'B7:D7' },
        quote: '甲公司\t12.5\t铜箔、隔膜',
      },
    ])
    expect(claims[3]?.object?.code).toBe('隔膜')
  })

  test('what is empty is not said', () => {
    expect(read(['300818', '甲', '-', '']).claims.map(({ property }) => property)).toEqual(['name'])
  })

  test('an edge stands without its quantity', () => {
    const claims: MappingDraft['claims'] = [
      {
        subject: firm,
        property: 'makes',
        object: { kind: 'product', scheme: 'list:own', code: '{name}' },
        quantity: '{output}',
      },
    ]
    const fields = {
      ...base.fields,
      output: { column: '产值', steps: [{ empty: ['-'] }, { number: { unit: '%' } }] },
    }
    expect(read(['300818', '铜', '-'], { claims, fields }).claims).toMatchObject([
      { quantity: null },
    ])
    expect(read(['300818', '铜', '3'], { claims, fields }).claims).toMatchObject([
      { quantity: { number: '3' }, locator: { cells: 'B7:C7' } },
    ])
  })

  test('a row may quote a document, and the quote is handed on', () => {
    const fields = { ...base.fields, file: { column: '产值' }, quote: { column: '产品' } }
    const change = {
      fields,
      claims: base.claims.slice(0, 1),
      evidence: { document: '{file}', quote: '{quote}' },
    }
    expect(read(['300818', '甲', 'a.txt', '甲在安徽。'], change).claims).toMatchObject([
      { document: 'a.txt', quote: '甲在安徽。', locator: { cells: 'B7' } },
    ])
  })

  test('fields are shown when asked for', () => {
    const { fields } = read(['300818', '甲', '12', 'a、b'], {}, { options: { withFields: true } })
    expect(fields).toEqual({ code: '300818', name: '甲', output: '12', product: 'a | b' })
  })

  test('the number of the row, the sheet and the file are known', () => {
    const fields = {
      ...base.fields,
      order: { column: { row: true as const }, steps: [{ number: {} }] },
    }
    const claims = [{ subject: firm, property: 'note', text: '{file} {sheet} {row} {order}' }]
    const {
      claims: [claim],
    } = read(['300818'], { fields, claims }, { options: { fileName: 'a.csv' } })
    expect(claim).toMatchObject({ text: 'a.csv  7 7', locator: { cells: null }, quote: '300818' })
  })
})

describe('what cannot be taken is held or refused, and says so', () => {
  const only = (must: object, verdict: string, when?: object): Partial<MappingDraft> =>
    ({
      checks: [{ field: 'name', must, else: verdict, reason, ...(when && { when }) }],
    }) as Partial<MappingDraft>
  const cases: [what: string, cells: string[], change: Partial<MappingDraft>, says: string[]][] = [
    ['no key', ['', '甲'], {}, ['refused', 'code A7 column-empty']],
    ['a wrong key', ['12', '甲'], {}, ['refused', 'code A7 code-form']],
    ['a suffix of another exchange', ['300818.SH', '甲'], {}, ['refused', 'code A7 code-exchange']],
    [
      'a text where a number belongs',
      ['300818', '甲', 'many'],
      {},
      ['held', 'output C7 not-number'],
    ],
    ['zero width', ['300818', '甲\u200b公司'], {}, ['held', 'name B7 text-suspicious']],
    ['reversed order', ['300818', '甲\u202e公司'], {}, ['held', 'name B7 text-suspicious']],
    ['a control character', ['300818', '甲\u0008'], {}, ['held', 'name B7 text-suspicious']],
    ['an error of a formula', ['300818', '#N/A', '1'], {}, ['held', 'name B7 cell-error']],
    ['the row above', ['300818', '同上'], {}, ['held', 'name B7 ditto']],
    ['a total', ['合计', '', '12'], {}, ['refused', 'null null row-total']],
    ['a remark', ['注：不含个体户'], {}, ['refused', 'null null row-note']],
    ['the header again', TITLES, {}, ['refused', 'null null row-header']],
    ['nothing', ['300818'], {}, ['refused', 'null null row-silent']],
    ['a demand', ['300818', '甲'], only({ in: ['乙'] }, 'refuse'), ['refused', 'name B7 check']],
    [
      'a demand, held',
      ['300818', '甲'],
      only({ notIn: ['甲'] }, 'hold'),
      ['held', 'name B7 check'],
    ],
    ['a pattern', ['300818', '甲'], only({ pattern: '^乙' }, 'hold'), ['held', 'name B7 check']],
    [
      'no such pattern',
      ['300818', '甲'],
      only({ notPattern: '甲' }, 'hold'),
      ['held', 'name B7 check'],
    ],
    ['a length', ['300818', '𬭎𬭎'], only({ maxLength: 1 }, 'hold'), ['held', 'name B7 check']],
    ['a length that fits', ['300818', '𬭎𬭎'], only({ maxLength: 2 }, 'hold'), ['ok']],
    [
      'the same twice',
      ['300818', '300818'],
      only({ distinctFrom: { field: 'code' } }, 'hold'),
      ['held', 'name B7 check'],
    ],
    [
      'a day too early',
      ['300818', '2009-01-01'],
      only({ notBefore: '2009-10-30' }, 'hold'),
      ['held', 'name B7 check'],
    ],
    ['a day in time', ['300818', '2009-10-30'], only({ notBefore: '2009-10-30' }, 'hold'), ['ok']],
    [
      'a day too late',
      ['300818', '2031-01-01'],
      only({ notAfter: '2030-01-01' }, 'hold'),
      ['held', 'name B7 check'],
    ],
    ['absence', ['300818', '', '1'], only({ present: true }, 'hold'), ['held', 'name B7 check']],
    ['an empty cell meets the rest', ['300818', '', '1'], only({ in: ['乙'] }, 'hold'), ['ok']],
    [
      'a demand that is not asked',
      ['300818', '甲'],
      only({ in: ['乙'] }, 'hold', { field: 'code', startsWith: '688' }),
      ['ok'],
    ],
    [
      'a demand that is asked',
      ['688001', '甲'],
      only({ in: ['乙'] }, 'hold', { field: 'code', startsWith: ['689', '688'] }),
      ['held', 'name B7 check'],
    ],
  ]
  test.each(cases)('%s', (_, cells, change, says) => {
    const reading = read(cells, change)
    expect(said(reading)).toEqual(says)
    for (const { words } of reading.reasons) {
      expect(words.zh).not.toMatch(/[{}]/)
      expect(words.en).not.toMatch(/[{}]/)
    }
    if (reading.outcome === 'refused') expect(reading.claims).toEqual([])
  })

  test('a number below or above', () => {
    const checks = [
      { field: 'output', must: { min: '0', max: '1000000' }, else: 'hold' as const, reason },
    ]
    expect(read(['300818', '', '-1'], { checks }).outcome).toBe('held')
    expect(read(['300818', '', '100'], { checks }).outcome).toBe('ok')
    expect(read(['300818', '', '101'], { checks }).outcome).toBe('held')
  })

  test('a held row holds all its claims; a cell set aside only those that rest on it', () => {
    const on = (verdict: 'hold' | 'hold-cell'): Partial<MappingDraft> => ({
      checks: [{ field: 'output', must: { min: '0' }, else: verdict, reason }],
    })
    const held = (change: Partial<MappingDraft>): boolean[] =>
      read(['300818', '甲', '-1'], change).claims.map((claim) => claim.held)
    expect(held(on('hold'))).toEqual([true, true])
    expect(held(on('hold-cell'))).toEqual([false, true])
  })

  test('rows that do not fit their header are held whole', () => {
    const reading = read(['300818', '甲', '1', 'a', 'b'], {}, { ragged: 'long' })
    expect(said(reading)).toEqual(['held', 'null null row-ragged'])
    expect(reading.claims).toEqual([])
  })

  test('a value that is none of the choices is left out, and the rest is taken', () => {
    const claims = [
      ...base.claims.slice(0, 1),
      { subject: firm, property: 'exchange', text: '{product}' },
    ]
    const fields = { ...base.fields, product: { column: '产品' } }
    const reading = read(['300818', '甲', '', '2010-02-11'], { claims, fields })
    expect(said(reading)).toEqual(['held', 'product D7 value-choice'])
    expect(reading.claims.map(({ property, held }) => [property, held])).toEqual([['name', false]])
  })
})

describe('a mapping that does not fit', () => {
  test('a missing column is a problem, unless it may be absent', () => {
    const problem = { code: 'column-missing', details: { column: '产值' } }
    expect(() => read([], {}, { titles: ['code', '名称', '产品'] })).toThrow(
      expect.objectContaining(problem),
    )
    const output = { column: '产值', optional: true, steps: [{ number: { unit: '万元' } }] }
    const fields = { ...base.fields, output }
    const reading = read(['300818', '甲'], { fields }, { titles: ['code', '名称', '产品'] })
    expect(reading.claims.map(({ property }) => property)).toEqual(['name'])
  })

  test('titles are found whatever their blanks and width, and by the last part of a joined one', () => {
    const titles = ['企业/ＣＯＤＥ', ' 名 称', '指标/产值', '产品']
    expect(read(['300818', '甲', '1'], {}, { titles }).claims).toHaveLength(2)
  })

  test('what the vocabulary does not know is refused with the claim', () => {
    const claims = [{ subject: firm, property: 'colour', text: '{name}' }]
    expect(() => read([], { claims })).toThrow(expect.objectContaining({ code: 'mapping-invalid' }))
    expect(read(['300818', '红'], { claims }, { options: {} }).outcome).toBe('ok')
  })

  test('a table that nobody handed in', () => {
    const fields = {
      ...base.fields,
      name: { column: '名称', steps: [{ lookup: { table: 'absent' } }] },
    }
    expect(() => read([], { fields })).toThrow(expect.objectContaining({ code: 'mapping-invalid' }))
  })
})

test('a table gathered from another file; a key with two values leads nowhere', () => {
  const collector = new LookupCollector({ key: '名称', value: 'code' }, headOf(TITLES))
  for (const [code, name] of [
    ['1', '甲'],
    ['2', '乙'],
    ['3', '乙'],
    ['', '丙'],
  ] as const) {
    collector.add({ row: 2, cells: [code, name] })
  }
  expect([...collector.entries]).toEqual([
    ['甲', '1'],
    ['乙', null],
  ])
  const fields = {
    ...base.fields,
    name: { column: '名称', steps: [{ lookup: { table: 'names' } }] },
  }
  const options = { lookups: { names: collector.entries } }
  expect(read(['300818', '甲'], { fields }, { options }).claims).toMatchObject([{ text: '1' }])
  expect(said(read(['300818', '乙'], { fields }, { options }))).toContain('name B7 listed-twice')
})

test('one applied mapping serves sheets of different order', () => {
  const apply = applyMapping(parseMapping(base))
  const [one, other] = [headOf(TITLES, 'a'), headOf(['名称', 'code', '产值', '产品'], 'b')]
  const first = apply({ row: 2, cells: ['300818', '甲'] }, one)
  const second = apply({ row: 2, cells: ['甲', '300818'] }, other)
  expect(second.claims[0]).toMatchObject({
    ...first.claims[0],
    locator: { sheet: 'b', cells: 'A2' },
  })
})

test('whatever the cells hold, a row is read without a crash, and twice alike', () => {
  const odd = fc.constantFrom(
    '合计',
    '#REF!',
    '同上',
    '\u200b',
    '\u202e',
    '1e400',
    '３',
    '"',
    '{code}',
    '𬭎',
    '\ud800',
  )
  const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), odd, fc.constant('300818'))
  const apply = compileMapping(parseMapping(base), headOf(TITLES), { vocabulary })
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 6 }), (cells) => {
      const reading = apply({ row: 3, cells })
      expect(apply({ row: 3, cells })).toEqual(reading)
      expect(reading.outcome === 'ok' ? reading.reasons : ['said']).toHaveLength(
        reading.outcome === 'ok' ? 0 : 1,
      )
    }),
    { numRuns: 1_000 },
  )
})
