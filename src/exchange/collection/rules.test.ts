import { describe, expect, test } from 'vitest'
import { coreVocabulary } from '../../graph/reading/applying/vocabulary.case.ts'
import type { GridSheet } from '../../graph/reading/index.ts'
import { formOf, readAnswer } from './answer.ts'
import { followingOf, meterOf } from './follow.ts'
import { judgeReturn } from './judge.ts'
import type { Sheet } from './model.ts'
import { cellKey, departmentOf, isWithin, planCells, type ScopedThing } from './plan.ts'
import { workbookIn } from './recognise.ts'
import { roundCode, rowKey } from './sheet.ts'

const vocabulary = coreVocabulary()
const property = (id: string) => vocabulary.properties.get(id) ?? expect.fail(id)
const FIRM = { kind: 'firm', scheme: 'credit-code', code: '914403001922038216' }

describe('what is asked', () => {
  const thing = (id: string, place: string | null = null): ScopedThing => ({
    ...{ id, name: id, code: id, place },
  })
  const plan = (more: Partial<Parameters<typeof planCells>[0]>) =>
    planCells({
      ...{ things: [thing('a')], properties: [{ id: 'revenue', maximumAgeMonths: 18 }] },
      ...{ standing: new Map(), elsewhere: new Map(), today: '2026-11-20', again: null },
      ...{ recipientOf: () => 1, ...more },
    })
  const key = cellKey('a', 'revenue')
  const standing = (publishedOn: string | null) =>
    new Map([[key, { claim: 'c', printed: '1', validFrom: null, publishedOn }]])
  const elsewhere = (open: boolean, answeredOn: string | null) =>
    new Map([[key, { open, answeredOn }]])

  test.each([
    ['nothing stands', {}, 'missing', { known: 0 }],
    ['what stands is old', { standing: standing('2025-01-01') }, 'stale', { known: 0 }],
    ['what stands is fresh', { standing: standing('2026-01-01') }, null, { known: 1 }],
    ['what stands bears no date', { standing: standing(null) }, null, { known: 1 }],
    ['another round asks', { elsewhere: elsewhere(true, null) }, null, { elsewhere: 1 }],
    ['an answer waits', { elsewhere: elsewhere(false, '2026-01-01') }, null, { answered: 1 }],
    ['an answer waited too long', { elsewhere: elsewhere(false, '2025-01-01') }, 'missing', {}],
  ])('%s', (_name, more, why, saved) => {
    const found = plan(more)
    expect(found.asked.map((cell) => cell.why)).toEqual(why === null ? [] : [why])
    expect(found.saved).toMatchObject(saved)
  })

  test('is asked again for a reason, which is kept with the cell and only there', () => {
    const again = plan({ elsewhere: elsewhere(true, null), again: '核对' }).asked
    expect(again.map((cell) => cell.again)).toEqual(['核对'])
    expect(plan({ again: '核对' }).asked.map((cell) => cell.again)).toEqual([null])
    expect(plan({ standing: standing('2026-01-01'), again: '核对' }).asked).toEqual([])
  })

  test('belongs to the first department that answers for its property and place', () => {
    const of = (properties: string[] | null, region: string | null) => ({
      ...{ organisation: 'o', properties, region },
    })
    const departments = [of(['tier'], null), of(null, '440300'), of(['revenue'], '440000')]
    expect(departmentOf(departments, thing('a', '440305'), 'tier')).toBe(1)
    expect(departmentOf(departments, thing('a', '440305'), 'revenue')).toBe(2)
    expect(departmentOf(departments, thing('a', '440100'), 'revenue')).toBe(3)
    expect(departmentOf(departments, thing('a', null), 'revenue')).toBeNull()
    expect([isWithin('440305', '440000'), isWithin('450000', '440000')]).toEqual([true, false])
  })
})

describe('an answer', () => {
  test.each([
    ['revenue', '1200', '12000000'],
    ['revenue', '1.2亿元', '120000000'],
    ['employees', '1,234', '1234'],
    ['globalShare', '5.5', '5.5'],
  ])('%s %s is a quantity', (id, printed, number) => {
    expect(readAnswer(vocabulary, FIRM, property(id), printed)).toMatchObject({
      ...{ kind: 'value', quantity: { number, printed } },
    })
  })

  test.each([
    ['revenue', '12吨', 'value-unit'],
    ['employees', '很多', 'value-quantity'],
    ['capacity', '1200', 'unit-missing'],
    ['tier', '大巨人', 'value-choice'],
    ['establishedOn', '去年', 'value-date'],
    ['creditCode', '123', 'code-length'],
    ['address', '#REF!', 'cell-error'],
    ['address', '同上', 'ditto'],
    ['address', '长'.repeat(1_001), 'text-long'],
  ])('%s %s is refused as %s', (id, printed, code) => {
    expect(readAnswer(vocabulary, FIRM, property(id), printed)).toMatchObject({
      ...{ kind: 'fault', code },
    })
  })

  test('may be that nobody can tell, and each form is said beforehand', () => {
    expect(readAnswer(vocabulary, FIRM, property('revenue'), ' 无法提供 ').kind).toBe('declined')
    expect(formOf(property('revenue')).zh).toBe('数字，单位：万元')
    expect(formOf(property('capacity')).zh).toContain('数字和单位')
    expect(formOf(property('tier')).zh).toContain('制造业单项冠军')
  })
})

describe('a return', () => {
  const code = roundCode(() => Uint8Array.from([0, 1, 2, 3, 4, 250]))
  const workbook = `${code}-001`
  const row = (thing: string, name: string) => ({
    ...{ key: rowKey(workbook, thing), thing, code: `CODE${name}`, name },
    cells: [{ state: 'asked', text: '' } as const, { state: 'known', text: '5亿元' } as const],
  })
  const sheet: Sheet = { columns: ['employees', 'revenue'], rows: [row('a', '甲'), row('b', '乙')] }
  const titles = { code: '代码', name: '名称', of: (id: string) => `题${id}` }
  const head = [`LIANSHU:${workbook}`, '#code', '#name', '#employees', '#revenue']
  const seen = ['#head', '代码', '名称', '题employees', '题revenue']
  const line = (at: number, employees: string, revenue = '5亿元') => {
    const { key, code: own, name } = sheet.rows[at] ?? expect.fail('row')
    return [key, own, name, employees, revenue]
  }
  const grid = (...rows: string[][]): GridSheet[] => [
    { name: 's', rows: rows.map((cells, at) => ({ row: at + 1, cells })) },
  ]
  const judge = (sheets: GridSheet[]) =>
    judgeReturn(sheets, {
      ...{ workbook, sheet, titles },
      read: (_row, _property, printed) => ({ kind: 'value', text: printed, quantity: null }),
    })
  const outcome = (...rows: string[][]) => {
    const { answers, problems, unanswered } = judge(grid(...rows))
    const taken = answers.map(({ thing, text, cell }) => `${thing}=${text}@${cell}`)
    return { taken, problems: problems.map((each) => each.code), unanswered }
  }

  test('is known by its signs, and not by a word that somebody quotes', () => {
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
    expect(workbookIn(grid(head, line(0, '')))).toBe(workbook)
    expect(workbookIn(grid(['', `见 ABCDEF-001`], line(0, '')))).toBe(workbook)
    expect(workbookIn(grid(['企业', '2026-001']))).toBeNull()
  })

  test.each([
    [
      'sorted and with its columns moved',
      [head.toReversed(), line(1, '2').toReversed(), line(0, '1').toReversed()],
      ['a=1@B3', 'b=2@B2'],
      [],
    ],
    [
      'with the hidden row of names cut',
      [seen, line(0, '1'), line(1, '2')],
      ['a=1@D2', 'b=2@D3'],
      [],
    ],
    ['with a row cut', [head, line(0, '1')], ['a=1@D2'], ['row-missing']],
    [
      'with the hidden column emptied',
      [head, ['', ...line(0, '1').slice(1)], line(1, '')],
      ['a=1@D2'],
      ['key-lost'],
    ],
    [
      'with a code typed over',
      [head, line(0, '1').with(1, 'X'), line(1, '')],
      ['a=1@D2'],
      ['code-typed-over'],
    ],
    [
      'with code and name of another',
      [head, line(0, '1').with(1, 'CODE乙').with(2, '乙'), line(1, '')],
      ['b=1@D2'],
      ['row-moved', 'row-missing'],
    ],
    [
      'with code and name of nobody',
      [head, line(0, '1').with(1, 'X').with(2, 'Y'), line(1, '')],
      [],
      ['row-unsure', 'row-missing'],
    ],
    [
      'with a known cell typed over',
      [head, line(0, '1', '9亿元'), line(1, '')],
      ['a=1@D2'],
      ['known-typed-over'],
    ],
    [
      'with a row twice that disagrees',
      [head, line(0, '1'), line(0, '3'), line(1, '')],
      [],
      ['said-twice', 'said-twice'],
    ],
    [
      'with a row twice that agrees',
      [head, line(0, '1'), line(0, '1'), line(1, '')],
      ['a=1@D2'],
      [],
    ],
    [
      'with a row of another workbook',
      [head, line(0, '1').with(0, `${code}-002-12345678`), line(1, '')],
      [],
      ['row-foreign', 'row-missing'],
    ],
    [
      'with a row that nobody sent',
      [head, line(0, '1'), line(1, ''), ['', 'N', '丙', '7', '']],
      ['a=1@D2'],
      ['row-unknown'],
    ],
  ])('%s', (_name, rows, taken, problems) => {
    expect(outcome(...rows)).toMatchObject({ taken, problems, unanswered: 2 - taken.length })
  })

  test('tells a column that is gone, and refuses where no head is left', () => {
    const narrow = (cells: string[]) => [...cells.slice(0, 3), ...cells.slice(4)]
    expect(outcome(narrow(head), narrow(line(0, '1')), narrow(line(1, '2')))).toEqual({
      ...{ taken: [], problems: ['column-gone'], unanswered: 2 },
    })
    expect(() => judge(grid(line(0, '1'), line(1, '2')))).toThrow('collection-head')
  })

  test('does not take a formula for a value', () => {
    const [only] = grid(head, line(0, '1'), line(1, ''))
    const rows =
      only?.rows.map((each) => (each.row === 2 ? { ...each, formulas: [3] } : each)) ?? []
    const { answers, problems } = judge([{ name: 's', rows }])
    expect([answers, problems.map((each) => [each.code, each.given])]).toEqual([
      [],
      [['formula', '1']],
    ])
  })
})

test('a recipient is followed by what is open and by the day', () => {
  const meter = meterOf([
    { state: 'accepted', cells: 2, again: 0 },
    { state: 'waiting', cells: 1, again: 1 },
    { state: 'refused', cells: 1, again: 0 },
    { state: 'declined', cells: 1, again: 0 },
  ])
  expect(meter).toMatchObject({ asked: 5, answered: 3, twice: 1, refused: 1, declined: 1 })
  const on = (today: string, returns = 1) =>
    followingOf(meter, { returns, due: '2026-12-01', today })
  expect([on('2026-12-01'), on('2026-12-01', 0), on('2026-12-02')]).toEqual([
    ...['partly', 'awaited', 'late'],
  ])
  const done = meterOf([{ state: 'accepted', cells: 2, again: 0 }])
  expect(followingOf(done, { returns: 1, due: '2026-01-01', today: '2026-12-01' })).toBe('answered')
})
