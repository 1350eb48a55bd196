import { describe, expect, test } from 'vitest'
import { Problem, problemText } from '../../../base/index.ts'
import { detectHead } from '../table/index.ts'
import { fitsMapping, neededLookups } from './fit.ts'
import { parseBundle, parseMapping } from './parse.ts'
import type { MappingDraft } from './schema.ts'

const good: MappingDraft = {
  id: 'firms-2024',
  version: 1,
  title: { zh: '企业', en: 'Firms' },
  source: { class: 'authoritative-table', publisher: '某局' },
  match: { file: '^firms.*\\.csv$', columns: ['企业 名称', 'code'] },
  lookups: { places: { 皖: '安徽' }, other: { file: 'a.csv', key: 'k', value: 'v' } },
  fields: {
    code: { column: 'code', steps: [{ trim: true }], required: true },
    name: { column: ['企业名称', 'name'] },
    place: {
      column: 'place',
      steps: [{ lookup: { table: 'places' } }, { lookup: { table: 'division' } }],
    },
    group: { column: 'group', steps: [{ lookup: { table: 'other' } }, { split: { on: '、' } }] },
    output: { column: { index: 4 }, steps: [{ number: { unit: '万元' } }] },
  },
  claims: [
    {
      subject: { kind: 'firm', scheme: 'stock-code', code: '{code}' },
      property: 'name',
      text: '{name}',
    },
  ],
}

/** The good mapping with one part replaced, by its path. */
function bad(path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(good)
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let inner = copy as Record<string, unknown>
  for (const key of keys) inner = inner[key] as Record<string, unknown>
  inner[last] = value
  return copy
}

test('a good mapping is taken, with its defaults', () => {
  const mapping = parseMapping(good)
  expect(mapping.source).toMatchObject({ label: 'public', synthetic: false })
  expect(mapping.checks).toEqual([])
})

describe('a faulty mapping is refused with the path of the fault, in both languages', () => {
  const subject = { kind: 'firm', scheme: 's', code: '{code}' }
  const reason = { zh: '不可', en: 'no' }
  const cases: [path: string, value: unknown, at: string, says: RegExp][] = [
    ['id', 'Not Kebab', 'id', /./],
    ['title', { zh: '企业' }, 'title.en', /./],
    ['source.class', 'hearsay', 'source.class', /./],
    ['surprise', 1, '', /surprise/],
    ['fields.code.steps', [{ trimm: true }], 'fields.code.steps.0', /trimm/],
    ['fields.code.steps', [{ trim: true, fold: true }], 'fields.code.steps.0', /恰有一项/],
    [
      'fields.code.steps',
      [{ part: { pattern: '(a+)+' } }],
      'fields.code.steps.0.part.pattern',
      /重复/,
    ],
    [
      'fields.code.steps',
      [{ part: { pattern: 'a', group: 2 } }],
      'fields.code.steps.0.part.pattern',
      /第 2 组/,
    ],
    ['fields.code.steps', [{ number: {} }, { trim: true }], 'fields.code.steps.0', /最后一步/],
    ['fields.name', { steps: [{ trim: true }] }, 'fields.name', /列/],
    [
      'fields.output.steps',
      [{ number: { times: '1e9' } }],
      'fields.output.steps.0.number.times',
      /./,
    ],
    ['match.file', '(', 'match.file', /正则/],
    ['claims', [], 'claims', /./],
    ['claims.0.text', '{nobody}', 'claims.0.text', /nobody/],
    ['claims.0.subject.code', '{nobody}', 'claims.0.subject.code', /nobody/],
    ['claims.0.object', subject, 'claims.0', /只须给出一种/],
    ['claims.0.text', undefined, 'claims.0', /只须给出一种/],
    ['claims.0.quantity', '{output}', 'claims.0', /只须给出一种/],
    [
      'claims',
      [{ subject, property: 'p', quantity: '{name}' }],
      'claims.0.quantity',
      /不是数字字段/,
    ],
    ['claims.0.when', { field: 'name' }, 'claims.0.when', /恰有一项/],
    ['checks', [{ field: 'name', must: {}, else: 'hold', reason }], 'checks.0.must', /至少/],
    [
      'checks',
      [{ field: 'name', must: { min: '1' }, else: 'hold', reason }],
      'checks.0.must',
      /不是数字字段/,
    ],
    [
      'checks',
      [{ field: 'group', must: { present: true }, else: 'hold', reason }],
      'checks.0.field',
      /拆分/,
    ],
    [
      'checks',
      [{ field: 'name', must: { notBefore: '2024-13-01' }, else: 'hold', reason }],
      'checks.0.must.notBefore',
      /./,
    ],
    ['evidence', { document: '{file}', quote: '{nobody}' }, 'evidence.quote', /nobody/],
  ]
  test.each(cases)('%s = %j', (path, value, at, says) => {
    try {
      parseMapping(bad(path, value))
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(Problem)
      const problem = error as Problem
      expect([problem.code, problem.details.path]).toEqual(['mapping-invalid', at])
      expect(problemText(problem, 'zh').why).toMatch(says)
      expect(problemText(problem, 'zh').why).toMatch(/\p{Script=Han}/u)
      expect(String(problem.details.reasonEn)).not.toMatch(/\p{Script=Han}/u)
    }
  })
})

test('a mapping knows the files and sheets it was made for', () => {
  const mapping = parseMapping(good)
  const head = (titles: string[]) =>
    detectHead([{ row: 1, cells: titles }], { sheet: null, widest: false })
  const fit = head(['CODE', '企业名称', 'x'])
  expect(fitsMapping(mapping, { fileName: 'in/firms-2024.csv', head: fit })).toBe(true)
  expect(fitsMapping(mapping, { fileName: 'other.csv', head: fit })).toBe(false)
  expect(fitsMapping(mapping, { fileName: 'firms.csv', head: head(['code', 'x']) })).toBe(false)
})

test('a mapping says which tables it needs from outside', () => {
  expect(neededLookups(parseMapping(good))).toEqual([
    { name: 'division', from: null },
    { name: 'other', from: { file: 'a.csv', key: 'k', value: 'v' } },
  ])
})

test('a bundle lists files and mappings', () => {
  const words = { zh: '一', en: 'one' }
  const bundle = {
    id: 'b',
    version: 1,
    title: words,
    licence: words,
    files: [{ file: 'a.csv', mapping: 'a.json' }],
  }
  expect(parseBundle(bundle).files).toHaveLength(1)
  expect(() => parseBundle({ ...bundle, files: [] })).toThrow(Problem)
})
