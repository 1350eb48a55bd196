/** The sample that ships: every figure is cited, every quote is found, and nothing is copied. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { codePoints, isSuspicious, parseQuantity } from '../src/base/index.ts'
import { checkStockCode } from '../src/graph/kinds/index.ts'

const PACK = 'packs/sample-integrated-circuit'
const LIST = 'list:sample-ic'
/** A run of so many characters is a sentence taken over, not a name or a title. */
const COPIED_RUN = 25
const TEXT_MIN = 400
const TEXT_MAX = 1500

type Row = Record<string, string>

const read = (path: string): string => readFileSync(join(PACK, path), 'utf8')
const rowsOf = (path: string): Row[] => parse(read(path), { columns: true })
const cell = (row: Row, column: string): string => row[column] ?? ''
const column = (rows: readonly Row[], name: string): string[] => rows.map((row) => cell(row, name))
const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(PACK, folder))
    .filter((name) => name.endsWith(ending))
    .sort()
const repeated = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.indexOf(value) !== at)
const absentFrom = (known: readonly string[], values: readonly string[]): string[] =>
  values.filter((value) => value !== '' && !known.includes(value))

const texts = filesIn('texts', '.txt')
const documents = new Map([
  ...texts.map((name) => [name, read(join('texts', name))] as const),
  ...filesIn('synthetic', '.txt').map((name) => [name, read(join('synthetic', name))] as const),
])
const tables = [
  ...filesIn('tables', '.csv').map((name) => join('tables', name)),
  ...filesIn('synthetic', '.csv').map((name) => join('synthetic', name)),
]
const stages = rowsOf('tables/stages.csv')
const allStages = column([...stages, ...rowsOf('synthetic/synthetic-stages.csv')], 'code')
// What nobody could check against a source stands in a table of its own.
const firms = [...rowsOf('tables/firms.csv'), ...rowsOf('tables/firms-unchecked.csv')]
const firmStages = [
  ...rowsOf('tables/firm-stages.csv'),
  ...rowsOf('tables/firm-stages-unchecked.csv'),
]
const statements = rowsOf('tables/statements.csv')
const links = [...rowsOf('tables/links.csv'), ...rowsOf('tables/template-links.csv')]
const quoted = [
  ...statements,
  ...rowsOf('tables/links.csv'),
  ...rowsOf('synthetic/synthetic-statements.csv'),
]

/** Full stops end sentences; a heading or an enumeration without one is a sentence by itself. */
const sentencesOf = (text: string): string[] =>
  text
    .split('\n')
    .flatMap((line) => line.match(/[^。]*。|[^。]+$/gu) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

describe('texts', () => {
  test.each([...documents])('%s is plain text of its length', (name, text) => {
    expect(isSuspicious(text)).toBeNull()
    expect(text.endsWith('\n')).toBe(true)
    expect(codePoints(text)).toBeLessThanOrEqual(TEXT_MAX)
    if (texts.includes(name)) expect(codePoints(text)).toBeGreaterThanOrEqual(TEXT_MIN)
  })

  const cited = texts.filter((name) => name !== 'about-this-sample.txt')
  test.each(cited)('every figure in %s stands beside its citation', (name) => {
    const bare = sentencesOf(documents.get(name) ?? '').filter(
      (sentence) => /\d/u.test(sentence) && !/（[^）]*(?:\d{4}年|登记信息|未明)/u.test(sentence),
    )
    expect(bare).toEqual([])
  })
})

describe('rows', () => {
  test.each(tables)('every row of %s has a citation', (path) => {
    const uncited = rowsOf(path).filter((row) => cell(row, 'citation') === '')
    expect(uncited).toEqual([])
  })

  test('every quote stands in its document, letter for letter and once', () => {
    const lost = quoted.filter(
      (row) => documents.get(cell(row, 'document'))?.split(cell(row, 'quote')).length !== 2,
    )
    expect(lost).toEqual([])
  })

  test('every statement says its value in the words of its quote', () => {
    const unsaid = statements.filter((row) => {
      const printed = cell(row, 'quantity')
      return printed !== '' && !cell(row, 'quote').includes(printed)
    })
    expect(unsaid).toEqual([])
    const unread = column(statements, 'quantity').filter(
      (printed) => printed !== '' && parseQuantity(printed) === null,
    )
    expect(unread).toEqual([])
  })

  test('a verdict or a mark stands only where a sentence states it as a judgement', () => {
    const words = ['强', '稳', '弱', '缺', '卡点', '断点', '堵点']
    const judged = quoted.filter((row) => ['verdict', 'mark'].includes(cell(row, 'property')))
    const unstated = judged.filter((row) => {
      const [word, quote] = [cell(row, 'text'), cell(row, 'quote')]
      const isStated = words.includes(word) && quote.includes(`“${word}”`)
      return !isStated || !/样例编写者/u.test(quote)
    })
    expect(judged.length).toBeGreaterThan(0)
    expect(unstated).toEqual([])
  })
})

describe('chain', () => {
  test('codes of stages are unique, and so are their names', () => {
    expect(repeated(allStages)).toEqual([])
    expect(repeated(column(stages, 'name'))).toEqual([])
  })

  test('every parent exists and stands in the same column', () => {
    expect(absentFrom(allStages, column(stages, 'parent'))).toEqual([])
    const places = new Map(
      stages.map((row) => [cell(row, 'code'), `${cell(row, 'position')} ${cell(row, 'column')}`]),
    )
    const strays = stages.filter(
      (row) =>
        cell(row, 'parent') !== '' &&
        places.get(cell(row, 'parent')) !== places.get(cell(row, 'code')),
    )
    expect(strays).toEqual([])
  })

  test('most of it is not known, and says so by saying nothing', () => {
    const judged = statements.filter((row) => cell(row, 'property') === 'verdict')
    const countOf = (word: string): number =>
      judged.filter((row) => cell(row, 'text') === word).length
    expect(stages).toHaveLength(37)
    expect(repeated(column(judged, 'subjectCode'))).toEqual([])
    expect(['强', '稳', '弱', '缺'].map(countOf)).toEqual([1, 2, 4, 1])
  })

  test('every link runs between two stages, once', () => {
    expect(absentFrom(allStages, [...column(links, 'from'), ...column(links, 'to')])).toEqual([])
    expect(repeated(links.map((row) => `${cell(row, 'from')} ${cell(row, 'to')}`))).toEqual([])
  })

  test('a link without a quote says that it has no source', () => {
    const bare = rowsOf('tables/template-links.csv').filter((row) => cell(row, 'sourceNote') === '')
    expect(bare).toEqual([])
  })

  test('every subject and object of a statement is told of somewhere', () => {
    const named = statements.filter((row) => cell(row, 'property') === 'name')
    const listed = [
      ...allStages,
      ...column(rowsOf('tables/chain.csv'), 'code'),
      ...column(firms, 'name'),
      ...['institutes', 'platforms', 'funds'].flatMap((table) =>
        column(rowsOf(`tables/${table}.csv`), 'name'),
      ),
      ...column(named, 'subjectCode'),
    ]
    const numbers = column(rowsOf('tables/policies.csv'), 'number')
    const things = quoted.flatMap((row) => [
      { scheme: cell(row, 'subjectScheme'), code: cell(row, 'subjectCode') },
      { scheme: cell(row, 'objectScheme'), code: cell(row, 'objectCode') },
    ])
    const inScheme = (scheme: string) =>
      things.filter((thing) => thing.scheme === scheme).map(({ code }) => code)
    expect(absentFrom(listed, inScheme(LIST))).toEqual([])
    expect(absentFrom(numbers, inScheme('document-number'))).toEqual([])
  })
})

describe('firms', () => {
  test('names and stock codes are unique, and codes are well formed', () => {
    expect(repeated(column(firms, 'name'))).toEqual([])
    const codes = column(firms, 'stockCode').filter((code) => code !== '')
    expect(repeated(codes)).toEqual([])
    expect(codes.filter((code) => !checkStockCode(code).ok)).toEqual([])
  })

  test('every firm has a stage and every stage of a firm exists', () => {
    expect(absentFrom(allStages, column(firmStages, 'stage'))).toEqual([])
    expect(absentFrom(column(firmStages, 'firm'), column(firms, 'name'))).toEqual([])
    expect(absentFrom(column(firms, 'name'), column(firmStages, 'firm'))).toEqual([])
    const pairs = firmStages.map((row) => `${cell(row, 'firm')} ${cell(row, 'stage')}`)
    expect(repeated(pairs)).toEqual([])
  })

  test('a firm has the same stock code in both tables', () => {
    const codes = new Map(firms.map((row) => [cell(row, 'name'), cell(row, 'stockCode')]))
    const wrong = firmStages.filter(
      (row) => codes.get(cell(row, 'firm')) !== cell(row, 'stockCode'),
    )
    expect(wrong).toEqual([])
  })

  test('the stages of institutes and platforms exist', () => {
    expect(absentFrom(allStages, column(rowsOf('tables/platforms.csv'), 'stage'))).toEqual([])
  })
})

describe('synthetic part', () => {
  test('it shares no firm with the real part, and its names say 例', () => {
    const invented = rowsOf('synthetic/synthetic-firms.csv')
    const inventedStages = column(rowsOf('synthetic/synthetic-stages.csv'), 'code')
    expect(column(stages, 'code').filter((code) => inventedStages.includes(code))).toEqual([])
    expect(absentFrom(allStages, column(invented, 'stage'))).toEqual([])
    expect(column(invented, 'name').filter((name) => !/^例.*（合成）$/u.test(name))).toEqual([])
    expect(column(firms, 'name').filter((name) => name.startsWith('例'))).toEqual([])
    const unlabelled = invented.filter((row) => !/合成/u.test(cell(row, 'business')))
    expect(unlabelled).toEqual([])
  })

  test('it leaves what nobody here makes without a maker', () => {
    const made = column(rowsOf('synthetic/synthetic-firms.csv'), 'stage')
    expect(made).not.toContain('euv-lithography')
  })

  test('no real statement and no real link speaks of it', () => {
    const inventedStages = column(rowsOf('synthetic/synthetic-stages.csv'), 'code')
    const spoken = [...column(statements, 'subjectCode'), ...column(links, 'from')]
    expect(spoken.filter((code) => inventedStages.includes(code))).toEqual([])
  })
})

const SHARED = process.env.LIANSHU_SHARED ?? '../shared'
const hasShared = existsSync(join(SHARED, 'fixtures.json'))
if (!hasShared) {
  process.stdout.write(`sample: no ${SHARED}, so figures and copying are not compared\n`)
}

/** Printed figure of one subject and property, newest last. */
const figureOf = (subject: string, property: string): string =>
  column(
    statements.filter(
      (row) => cell(row, 'subjectCode') === subject && cell(row, 'property') === property,
    ),
    'quantity',
  ).at(-1) ?? ''

describe.skipIf(!hasShared)('beside the inventory', () => {
  test('figures of dependence agree with the fixtures', () => {
    const fixtures: { dependency: { item: string; value: string }[] } = JSON.parse(
      readFileSync(join(SHARED, 'fixtures.json'), 'utf8'),
    )
    const stated = (item: string): string =>
      fixtures.dependency.find((entry) => entry.item === item)?.value ?? ''
    const numbers = (text: string): string[] => text.match(/\d+(?:\.\d+)?/gu) ?? []
    const same = (item: string, ...printed: string[]): void => {
      expect(stated(item), item).not.toBe('')
      expect(printed.flatMap(numbers)).toEqual(numbers(stated(item)).slice(0, printed.length))
    }
    same('集成电路进口', figureOf('integrated-circuit-product', 'importShare'))
    same('14 of 19 IC materials', figureOf('materials', 'concentration'))
    same('EDA', '3', figureOf('eda', 'concentration'))
    same('操作系统', '3', figureOf('operating-system', 'concentration'))
    same('高端数据中心国外商家', figureOf('data-centre', 'importDependence'))
    same('EUV光刻机', figureOf('euv-scanner', 'price').replace('亿', ''))
    expect(stated('EUV光刻机')).toContain('ASML')
    const materials = statements.find((row) => cell(row, 'subjectCode') === 'materials')
    expect(cell(materials ?? {}, 'quote')).toMatch(/19种.*14种/u)
  })

  test('figures of the region agree with the inventory', () => {
    const row = readFileSync(join(SHARED, 'systems.md'), 'utf8').match(/^\| S4-01 \|.*$/mu)?.[0]
    for (const [subject, property, said] of [
      ['integrated-circuit', 'marketSize', '7235 亿元'],
      ['integrated-circuit', 'nationalShare', '60%'],
      ['design', 'nationalShare', '设计 57%'],
      ['fabrication', 'nationalShare', '制造 51%'],
      ['packaging-test', 'nationalShare', '封测 78%'],
    ] as const) {
      expect(row).toContain(said)
      expect(figureOf(subject, property).replace('以上', '')).toBe(said.replace(/^\D+ | /gu, ''))
    }
  })

  test('nothing of it is taken over from the digests', () => {
    const bare = (text: string): string[] => [...text.replace(/\s+/gu, '')]
    const runs = new Set<string>()
    for (const name of readdirSync(join(SHARED, 'seeds'))) {
      const seed = bare(readFileSync(join(SHARED, 'seeds', name), 'utf8'))
      for (let at = 0; at + COPIED_RUN <= seed.length; at += 1) {
        runs.add(seed.slice(at, at + COPIED_RUN).join(''))
      }
    }
    expect(runs.size).toBeGreaterThan(0)
    const copied = [...documents].flatMap(([name, text]) => {
      const own = bare(text)
      const starts = [...own.keys()].slice(0, Math.max(0, own.length - COPIED_RUN + 1))
      const windows = starts.map((at) => own.slice(at, at + COPIED_RUN).join(''))
      return windows.filter((run) => runs.has(run)).map((run) => `${name}: ${run}`)
    })
    expect(copied).toEqual([])
  })
})
