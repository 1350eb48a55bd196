/** The smaller packs of the sample: every figure is cited, every quote stands, nothing is copied. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { isSuspicious, parseQuantity } from '../src/base/index.ts'
import { checkStockCode } from '../src/graph/kinds/index.ts'

type Row = Record<string, string>

const IVD = 'packs/sample-in-vitro-diagnostics'
const TEMPLATES = 'packs/sample-chain-chief-templates'
/** A run of so many characters is a sentence taken over, not a name or a list of names. */
const COPIED_RUN = 25

const rowsOf = (path: string): Row[] => parse(readFileSync(path, 'utf8'), { columns: true })
const namesIn = (folder: string): string[] => readdirSync(folder).map((name) => join(folder, name))
const texts = [...namesIn(join(IVD, 'texts')), ...namesIn(join(TEMPLATES, 'texts'))]
const tables = [...namesIn(join(IVD, 'tables')), ...namesIn(join(TEMPLATES, 'tables'))]

test.each(texts)('every figure in %s stands beside its citation', (path) => {
  const text = readFileSync(path, 'utf8')
  expect(isSuspicious(text)).toBeNull()
  const sentences = text.split('\n').flatMap((line) => line.match(/[^。]*。/gu) ?? [])
  expect(sentences.length).toBeGreaterThan(8)
  const bare = sentences.filter((said) => /\d/u.test(said) && !/（[^）]*\d{4}年/u.test(said))
  expect(bare).toEqual([])
})

test.each(tables)('every row of %s has a citation', (path) => {
  const rows = rowsOf(path)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter(({ citation }) => citation === '')).toEqual([])
})

describe('in-vitro diagnostics', () => {
  const stages = rowsOf(join(IVD, 'tables/ivd-stages.csv'))
  const codes = stages.map(({ code }) => code)
  const statements = rowsOf(join(IVD, 'tables/ivd-statements.csv'))
  const links = rowsOf(join(IVD, 'tables/ivd-links.csv'))
  const firms = rowsOf(join(IVD, 'tables/ivd-firms.csv'))

  test('every quote stands in its text once, and says its value', () => {
    for (const { document, quote = '', quantity, text } of [...statements, ...links]) {
      const whole = readFileSync(join(IVD, 'texts', document ?? ''), 'utf8')
      expect(whole.split(quote)).toHaveLength(2)
      if (quantity) {
        expect(quote).toContain(quantity)
        expect(parseQuantity(quantity)).not.toBeNull()
      }
      if (text && text !== '体外诊断产品') expect(quote).toContain(text)
    }
  })

  test('links and firms name stages that there are, and every stage of a firm', () => {
    const firmStages = rowsOf(join(IVD, 'tables/ivd-firm-stages.csv'))
    const named = [
      ...links.flatMap(({ from, to }) => [from, to]),
      ...firmStages.map(({ stage }) => stage),
      ...stages.flatMap(({ parent }) => (parent === '' ? [] : [parent])),
    ]
    expect(named.filter((code) => !codes.includes(code))).toEqual([])
    const placed = new Set(firmStages.map(({ firm }) => firm))
    expect(firms.filter(({ name }) => !placed.has(name))).toEqual([])
  })

  test('stock codes are codes, each once', () => {
    const stock = firms.flatMap(({ stockCode = '' }) => (stockCode === '' ? [] : [stockCode]))
    expect(stock.filter((code) => !checkStockCode(code).ok)).toEqual([])
    expect(new Set(stock).size).toBe(stock.length)
  })
})

const SHARED = process.env.LIANSHU_SHARED ?? '../shared'
const hasShared = existsSync(join(SHARED, 'fixtures.json'))
if (!hasShared) process.stdout.write(`sample packs: no ${SHARED}, so figures are not compared\n`)

interface Fixtures {
  n_one_packs: Record<string, string[]>
  ivd: { share_2020_pct: Record<string, number>; market_亿美元: Record<string, number> }
}

describe.skipIf(!hasShared)('beside the inventory', () => {
  const fixtures = (): Fixtures => JSON.parse(readFileSync(join(SHARED, 'fixtures.json'), 'utf8'))

  test('the slots of every template are those of its province, in order', () => {
    const slots = new Map<string, string[]>()
    for (const { template = '', slot = '' } of rowsOf(
      join(TEMPLATES, 'tables/chain-chief-slots.csv'),
    )) {
      slots.set(template, [...(slots.get(template) ?? []), slot])
    }
    expect([...slots.values()]).toEqual(Object.values(fixtures().n_one_packs))
  })

  test('shares and sizes of the market agree', () => {
    const { ivd } = fixtures()
    const statements = rowsOf(join(IVD, 'tables/ivd-statements.csv'))
    const printed = (property: string): string[] =>
      statements.filter((row) => row.property === property).map(({ quantity = '' }) => quantity)
    const shares = Object.values(ivd.share_2020_pct).map((share) => `${share}%`)
    expect(printed('holdsShare')).toEqual(shares)
    const sizes = ['2013', '2019'].map((year) => `${ivd.market_亿美元[year]}亿美元`)
    expect(printed('globalMarketSize')).toEqual(sizes)
  })

  test('no sentence is taken over from the digests', () => {
    const bare = (text: string): string[] => [...text.replace(/\s+/gu, '')]
    const runs = new Set<string>()
    for (const path of namesIn(join(SHARED, 'seeds'))) {
      const seed = bare(readFileSync(path, 'utf8'))
      for (let at = 0; at + COPIED_RUN <= seed.length; at += 1) {
        runs.add(seed.slice(at, at + COPIED_RUN).join(''))
      }
    }
    const copied = texts.flatMap((path) => {
      const own = bare(readFileSync(path, 'utf8'))
      return [...own.keys()]
        .map((at) => own.slice(at, at + COPIED_RUN).join(''))
        .filter((run) => runs.has(run))
    })
    expect(runs.size).toBeGreaterThan(0)
    expect(copied).toEqual([])
  })
})
