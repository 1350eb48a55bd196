/** The other packs of the sample: every figure is cited, every quote stands, nothing is copied. */
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
const tables = [
  ...namesIn(join(IVD, 'tables')),
  ...namesIn(join(IVD, 'synthetic')),
  ...namesIn(join(TEMPLATES, 'tables')),
]
const repeated = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.indexOf(value) !== at)

test.each(texts)('every figure in %s stands beside its citation', (path) => {
  const text = readFileSync(path, 'utf8')
  expect(isSuspicious(text)).toBeNull()
  const sentences = text.split('\n').flatMap((line) => line.match(/[^。]*。/gu) ?? [])
  expect(sentences.length).toBeGreaterThan(8)
  const bare = sentences.filter(
    (said) => /\d/u.test(said) && !/（[^）]*\d{4}(?:年|财年)/u.test(said),
  )
  expect(bare).toEqual([])
})

test.each(tables)('every row of %s has a citation', (path) => {
  const rows = rowsOf(path)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter(({ citation }) => citation === '')).toEqual([])
})

describe('sources', () => {
  const PACKS = ['packs/sample-integrated-circuit', IVD, TEMPLATES]
  const inPacks = (...folders: string[]): string[] =>
    PACKS.flatMap((pack) => folders.map((folder) => join(pack, folder)))
      .filter((folder) => existsSync(folder))
      .flatMap(namesIn)
  const cited = {
    rows: inPacks('tables', 'synthetic')
      .filter((path) => path.endsWith('.csv'))
      .flatMap((path) => rowsOf(path).map(({ citation = '' }) => citation)),
    texts: inPacks('texts').flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/（([^（）]*(?:\d{4}年|未明)[^（）]*)）/gu)]
        .map(([, citation = '']) => citation)
        // The years in the title of a plan are no citation.
        .filter((citation) => !/^\d{4}—\d{4}年$/u.test(citation)),
    ),
  }
  const page = readFileSync('docs/sample-sources.md', 'utf8')
  /** The citations under each heading of the page: `From the inventory` and so on. */
  const listed = new Map(
    page.split('\n## ').map((part) => {
      const [heading = ''] = part.split('\n')
      return [heading, [...part.matchAll(/^\| `([^`]*)` \|/gmu)].map(([, said = '']) => said)]
    }),
  )
  const all = [...listed.values()].flat()

  test('a citation stands on the page of sources, and the page lists no other', () => {
    const unlisted = [...cited.rows, ...cited.texts].filter((citation) => !all.includes(citation))
    expect([...new Set(unlisted)]).toEqual([])
    const unused = all.filter((citation) => ![...cited.rows, ...cited.texts].includes(citation))
    expect(unused).toEqual([])
    expect(repeated(all)).toEqual([])
  })

  test('the page counts what is checked, and what is not', () => {
    for (const [kind, name] of [
      ['inventory', 'From the inventory'],
      ['elsewhere', 'Looked up elsewhere'],
      ['unchecked', 'Not checked'],
      ['authored', 'Written by the authors'],
    ] as const) {
      const own = [...listed].find(([heading]) => heading.endsWith(name))?.[1] ?? []
      const count = (said: readonly string[]) => said.filter((each) => own.includes(each)).length
      const [rows, texts] = [count(cited.rows), count(cited.texts)]
      expect(page).toMatch(new RegExp(`${kind} \\| ${rows} \\| ${texts} \\|`, 'u'))
    }
    expect(page).toContain(`total | ${cited.rows.length} | ${cited.texts.length} |`)
  })

  test('what nobody could check stands apart, and nothing else does', () => {
    for (const path of inPacks('tables')) {
      const marks = rowsOf(path).map(({ citation }) => citation === '样例编写者整理，未核对原件')
      expect({ path, marks: [...new Set(marks)] }).toEqual({
        path,
        marks: [path.endsWith('-unchecked.csv')],
      })
    }
    const apart = inPacks('mappings').filter((path) => path.endsWith('-unchecked.json'))
    expect(apart.length).toBeGreaterThan(0)
    for (const path of apart) {
      const { source, title } = JSON.parse(readFileSync(path, 'utf8'))
      expect({ path, kind: source.class, origin: source.origin }).toEqual({
        path,
        kind: 'template',
        origin: '样例编写者整理，未核对原件',
      })
      expect(title.zh).toContain('未核对原件')
    }
  })
})

describe('in-vitro diagnostics', () => {
  const rows = rowsOf(join(IVD, 'tables/ivd-stages.csv'))
  const stages = rows.filter(({ row }) => row === 'stage')
  const codes = stages.map(({ code = '' }) => code)
  const statements = rowsOf(join(IVD, 'tables/ivd-statements.csv'))
  const firms = rowsOf(join(IVD, 'tables/ivd-firms.csv'))
  const unchecked = rowsOf(join(IVD, 'tables/ivd-firm-stages-unchecked.csv'))
  const invented = rowsOf(join(IVD, 'synthetic/ivd-synthetic-firms.csv'))
  const stagesOf = (firm: Row): string[] =>
    (firm.stages ?? '').split(';').filter((each) => each !== '')

  test('every quote stands in its text once, and says its value', () => {
    for (const { document, quote = '', quantity, text, property } of statements) {
      const whole = readFileSync(join(IVD, 'texts', document ?? ''), 'utf8')
      expect(whole.split(quote)).toHaveLength(2)
      if (quantity) {
        expect(quote).toContain(quantity)
        expect(parseQuantity(quantity)).not.toBeNull()
      }
      if (text && property !== 'name')
        expect([...text].filter((c) => !quote.includes(c))).toEqual([])
    }
  })

  test('a verdict is stated as a judgement of the authors', () => {
    const judged = statements.filter(({ property }) => property === 'verdict')
    expect(judged.map(({ subjectCode }) => subjectCode).sort()).toEqual([
      'bio-materials',
      'reagents',
    ])
    for (const { quote, text } of judged)
      expect(quote).toMatch(new RegExp(`样例编写者.*“${text}”`, 'u'))
  })

  test('one chain, and its stages once each under a parent that there is', () => {
    expect(rows.filter(({ row }) => row === 'chain')).toHaveLength(1)
    expect(repeated(codes)).toEqual([])
    expect(repeated(stages.map(({ name = '' }) => name))).toEqual([])
    const places = new Map(stages.map((each) => [each.code, `${each.position} ${each.column}`]))
    for (const { code, parent, position } of stages.filter((each) => each.parent !== '')) {
      expect({ code, at: places.get(parent ?? '')?.split(' ')[0] }).toEqual({ code, at: position })
    }
  })

  test('links and firms name stages that there are', () => {
    const links = statements.filter(({ property }) => property === 'supplies')
    const named = [
      ...links.flatMap(({ subjectCode = '', objectCode = '' }) => [subjectCode, objectCode]),
      ...[...firms, ...invented].flatMap(stagesOf),
      ...unchecked.map(({ stage = '' }) => stage),
    ]
    expect(named.filter((code) => !codes.includes(code))).toEqual([])
    expect(repeated(links.map((link) => `${link.subjectCode} ${link.objectCode}`))).toEqual([])
    // The one firm without a stage sold that business, and the text says so.
    const placed = new Set(unchecked.map(({ firm }) => firm))
    const without = firms.filter((firm) => stagesOf(firm).length === 0 && !placed.has(firm.name))
    expect(without.map(({ name }) => name)).toEqual(['强生公司'])
    expect(unchecked.filter(({ firm }) => !firms.some(({ name }) => name === firm))).toEqual([])
  })

  test('stock codes are codes, each once, and so are names', () => {
    const stock = firms.flatMap(({ stockCode = '' }) => (stockCode === '' ? [] : [stockCode]))
    expect(stock.filter((code) => !checkStockCode(code).ok)).toEqual([])
    expect(repeated(stock)).toEqual([])
    expect(repeated(firms.map(({ name = '' }) => name))).toEqual([])
  })

  test('what is invented says so in its name, and no stage of makers is without a maker', () => {
    expect(invented.filter(({ name }) => !/^例.*（合成）$/u.test(name ?? ''))).toEqual([])
    expect(firms.filter(({ name }) => /^例|合成/u.test(name ?? ''))).toEqual([])
    const made = new Set([...firms, ...invented].flatMap(stagesOf))
    const parents = new Set(stages.map(({ parent }) => parent))
    const empty = codes.filter((code) => !made.has(code) && !parents.has(code))
    // Public bodies use what is made; they are no firms.
    expect(empty.sort()).toEqual(['blood-station', 'epidemic-station', 'hospital'])
  })
})

describe('chain-chief templates', () => {
  const rows = rowsOf(join(TEMPLATES, 'tables/chain-chief-templates.csv'))

  test('every row names the row of the inventory that it rests on', () => {
    expect(rows.filter(({ citation }) => !/（底稿 S\d-\d\d/u.test(citation ?? ''))).toEqual([])
  })

  test('a template counts its slots, which are numbered from one', () => {
    const templates = rows.filter(({ row }) => row === 'template')
    expect(repeated(templates.map(({ template = '' }) => template))).toEqual([])
    for (const { template, slots } of templates) {
      const own = rows.filter((each) => each.row === 'slot' && each.template === template)
      expect({ template, slots }).toEqual({
        template,
        slots: own.length === 0 ? '' : `${own.length}项`,
      })
      expect(own.map(({ number }) => Number(number))).toEqual([...own.keys()].map((at) => at + 1))
    }
  })
})

const SHARED = process.env.LIANSHU_SHARED ?? '../shared'
const hasShared = existsSync(join(SHARED, 'fixtures.json'))
if (!hasShared) process.stdout.write(`sample packs: no ${SHARED}, so figures are not compared\n`)

interface Fixtures {
  n_one_packs: Record<string, string[]>
  shandong_n_lists: { lists: string[] }
  chain_chief_assignment: Record<string, Record<string, number | string>>
  ivd: {
    share_2020_pct: Record<string, number>
    market_亿美元: Record<string, number>
    segments_2018_pct: Record<string, number>
    tiers: Record<string, string[]>
  }
  policy_table_ivd: { rows: [string, string, string][] }
}

/** What the fixtures call a template, and what the table does. */
const CALLED: Record<string, string> = {
  湖北七个一: '湖北“七个一”',
  江苏八个一: '江苏“八个一”',
  浙江九个一: '浙江“九个一”',
  广东五个一: '广东“五个一”',
  '江西五个一(表2)': '江西“五个一”',
  '江西四个一(经验)': '江西“四个一”',
  佛山四个一: '佛山“四个一”',
  深圳: '深圳“三个一加全链联网”',
  河北: '河北“三个一”',
  河南: '河南“1+10”',
}

describe.skipIf(!hasShared)('beside the inventory', () => {
  const fixtures = (): Fixtures => JSON.parse(readFileSync(join(SHARED, 'fixtures.json'), 'utf8'))

  const rows = rowsOf(join(TEMPLATES, 'tables/chain-chief-templates.csv'))
  const slotsOf = (template: string): string[] =>
    rows
      .filter((each) => each.row === 'slot' && each.template === template)
      .map(({ slot = '' }) => slot)
  const templateOf = (template: string): Row =>
    rows.find((each) => each.row === 'template' && each.template === template) ?? {}

  test('the slots of every template are those of its province, in order', () => {
    for (const [name, slots] of Object.entries(fixtures().n_one_packs)) {
      expect({ name, slots: slotsOf(CALLED[name] ?? '') }).toEqual({ name, slots })
    }
    const { lists } = fixtures().shandong_n_lists
    expect(slotsOf('山东“1个图谱+N张清单”').slice(1)).toEqual(lists)
  })

  test('chiefs, chains, offices and staff are those of the inventory', () => {
    const assigned = fixtures().chain_chief_assignment
    expect(templateOf('长沙产业链推进办公室')).toMatchObject({
      establishedOn: assigned.长沙?.date,
      offices: `${assigned.长沙?.offices}个`,
      chiefs: `${assigned.长沙?.chiefs}人`,
      staff: `${assigned.长沙?.staff}人`,
    })
    for (const [name, place] of [
      ['南京链长分工', '南京'],
      ['江西链长分工', '江西'],
    ] as const) {
      const { leaders, chains } = assigned[place] ?? {}
      expect(templateOf(name)).toMatchObject({ chiefs: `${leaders}人`, chains: `${chains}条` })
    }
    for (const [name, place] of [
      ['广西群长与链长', '广西'],
      ['山东“1个图谱+N张清单”', '山东'],
      ['河南“1+10”', '河南'],
      ['江苏“531”递进培育', '江苏'],
    ] as const) {
      expect(templateOf(name).chains).toBe(`${assigned[place]?.chains}条`)
    }
  })

  test('shares, segments, tiers and sizes of the market agree', () => {
    const { ivd } = fixtures()
    const statements = rowsOf(join(IVD, 'tables/ivd-statements.csv'))
    const said = (property: string): Row[] => statements.filter((row) => row.property === property)
    const shares = Object.values(ivd.share_2020_pct).map((share) => `${share}%`)
    expect(said('holdsShare').map(({ quantity }) => quantity)).toEqual(shares)
    const sizes = ['2013', '2019'].map((year) => `${ivd.market_亿美元[year]}亿美元`)
    expect(said('globalMarketSize').map(({ quantity }) => quantity)).toEqual(sizes)
    const notes = said('note').map(({ text }) => text)
    for (const [name, share] of Object.entries(ivd.segments_2018_pct)) {
      expect(notes).toContain(`${name}占${share.toFixed(2)}%`)
    }
    const tiers = ['第一梯队', '第二梯队', '第三梯队'].map(
      (tier) => said('marketTier').filter(({ text }) => text === tier).length,
    )
    expect(tiers).toEqual(['1', '2', '3'].map((tier) => ivd.tiers[tier]?.length))
  })

  test('the policies are those of the inventory on the same days, and newer ones', () => {
    const days = rowsOf(join(IVD, 'tables/ivd-policies.csv')).map(({ date }) => date)
    const known = fixtures().policy_table_ivd.rows.map(([, day]) =>
      day.replace(/\/(\d)(?!\d)/gu, '/0$1').replaceAll('/', '-'),
    )
    expect(days.slice(0, known.length)).toEqual(known)
    // A day that was not seen is left out, never guessed.
    const newer = days.slice(known.length).filter((day) => day !== '')
    expect(newer.every((day) => (day ?? '') > '2018-01-01')).toBe(true)
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
