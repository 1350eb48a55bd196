import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { coreVocabulary, PACKS, placeLookups, readJson } from './applying/vocabulary.case.ts'
import {
  compileMapping,
  fitsMapping,
  LookupCollector,
  type Lookups,
  type Mapping,
  neededLookups,
  parseBundle,
  parseMapping,
  type ReadClaim,
  type RowReader,
  type RowReading,
  readTable,
} from './index.ts'

const SHARED = process.env.LIANSHU_SHARED ?? '../shared'
const FOLDERS = ['ckg', 'demo-slice'] as const
const isThere = FOLDERS.every((folder) => existsSync(join(SHARED, 'data', folder)))
if (!isThere) console.log(`跳过 skipped: open data, no folder ${join(SHARED, 'data')}`)

const folderOf = (bundle: string): string => join(PACKS, 'mappings', bundle)
const vocabulary = coreVocabulary()

interface Outcomes {
  ok: number
  held: number
  refused: number
  claims: number
}

/** Reads one file of a bundle through its mapping, as an importer does. */
async function readThrough(
  bundle: string,
  file: string,
  mapping: Mapping,
  onRow: (reading: RowReading, cells: readonly string[]) => void,
): Promise<void> {
  const path = (name: string): string => join(SHARED, 'data', bundle, name)
  const lookups: Record<string, Lookups[string]> = { ...placeLookups() }
  for (const { name, from } of neededLookups(mapping)) {
    if (from === null) continue
    let collector: LookupCollector | null = null
    for await (const event of readTable({
      fileName: from.file,
      stream: createReadStream(path(from.file)),
    })) {
      if (event.kind === 'sheet') collector = new LookupCollector(from, event.head)
      if (event.kind === 'rows') for (const row of event.rows) collector?.add(row)
    }
    lookups[name] = collector?.entries ?? new Map()
  }
  let read: RowReader | null = null
  for await (const event of readTable({ fileName: file, stream: createReadStream(path(file)) })) {
    if (event.kind === 'sheet') {
      expect(fitsMapping(mapping, { fileName: file, head: event.head })).toBe(true)
      expect(event.head.firstDataRow).toBe(2)
      read = compileMapping(mapping, event.head, { fileName: file, lookups, vocabulary })
    }
    if (event.kind === 'rows')
      for (const row of event.rows) onRow((read as RowReader)(row), row.cells)
  }
}

async function outcomesOf(
  bundle: string,
  onRow: (mapping: Mapping, reading: RowReading, cells: readonly string[]) => void = () => {},
): Promise<Record<string, Outcomes>> {
  const outcomes: Record<string, Outcomes> = {}
  for (const { file, mapping } of parseBundle(readJson(join(folderOf(bundle), 'bundle.json')))
    .files) {
    const parsed = parseMapping(readJson(join(folderOf(bundle), mapping)))
    const counts = { ok: 0, held: 0, refused: 0, claims: 0 }
    await readThrough(bundle, file, parsed, (reading, cells) => {
      counts[reading.outcome] += 1
      counts.claims += reading.claims.length
      onRow(parsed, reading, cells)
    })
    outcomes[file] = counts
  }
  return outcomes
}

describe('the mappings that ship', () => {
  test.each(FOLDERS)('%s: every mapping is valid, is listed, and bears its folder', (bundle) => {
    const { files } = parseBundle(readJson(join(folderOf(bundle), 'bundle.json')))
    const beside = readdirSync(folderOf(bundle)).filter((name) => name !== 'bundle.json')
    expect(files.map(({ mapping }) => mapping).sort()).toEqual(beside.sort())
    for (const { mapping } of files) {
      const { id } = parseMapping(readJson(join(folderOf(bundle), mapping)))
      expect(`${id}.json`).toBe(`${bundle}-${mapping}`)
    }
  })
})

describe.skipIf(!isThere)('ckg, whole', () => {
  let outcomes: Record<string, Outcomes> = {}
  const names = new Map<string, Map<string, RowReading>>()
  const makes: ReadClaim[] = []
  const links = new Map<string, [cells: readonly string[], claim: ReadClaim]>()

  beforeAll(async () => {
    outcomes = await outcomesOf('ckg', (mapping, reading, cells) => {
      if (mapping.id === 'ckg-companies') {
        const code = (cells[0] ?? '').slice(0, 6)
        const known = names.get(code) ?? new Map<string, RowReading>()
        names.set(code, known.set(cells[2] ?? '', reading))
      }
      if (mapping.id === 'ckg-company-products') makes.push(...reading.claims)
      const [claim] = reading.claims
      if (mapping.id === 'ckg-product-links' && claim !== undefined) {
        links.set(cells[2] ?? '', [cells, claim])
      }
    })
  })

  test('every row has its outcome', () => {
    expect(outcomes).toEqual({
      'industries.csv': { ok: 511, held: 0, refused: 0, claims: 511 },
      'industry_parent.csv': { ok: 480, held: 0, refused: 0, claims: 480 },
      'companies.csv': { ok: 4_549, held: 82, refused: 23, claims: 18_437 },
      'company_industry.csv': { ok: 4_430, held: 0, refused: 0, claims: 4_430 },
      'products.csv': { ok: 95_485, held: 5, refused: 69, claims: 95_485 },
      'company_product.csv': { ok: 51_704, held: 78, refused: 2_003, claims: 51_779 },
      'product_product.csv': { ok: 110_040, held: 4, refused: 109, claims: 110_040 },
      'industry_up.csv': { ok: 5_171, held: 85, refused: 0, claims: 5_171 },
    })
    const rows = Object.values(outcomes).reduce(
      (sum, { ok, held, refused }) => sum + ok + held + refused,
      0,
    )
    expect(rows).toBe(274_828)
  })

  const MIXED = ['300818', '688078', '688080', '688096']

  test('the 22 wrong legal names are refused, and the one of 688086 with them', () => {
    const refused = [...names].flatMap(([code, known]) =>
      [...known].filter(([, { outcome }]) => outcome === 'refused').map(([name]) => [code, name]),
    )
    expect(refused).toHaveLength(23)
    expect(refused.filter(([code]) => MIXED.includes(code ?? ''))).toHaveLength(22)
    expect(refused).toContainEqual(['688086', '辽宁禾丰牧业股份有限公司'])
    expect(names.get('688096')?.get('江苏京源环保股份有限公司')?.outcome).toBe('ok')
  })

  test('both names of the 49 codes that were renamed come through', () => {
    const renamed = [...names].filter(([code, known]) => known.size > 1 && !MIXED.includes(code))
    expect(renamed).toHaveLength(49)
    for (const [, known] of renamed) {
      for (const [name, { claims }] of known) {
        const naming = claims.find(({ property }) => property === 'name')
        expect([naming?.text, naming?.held]).toEqual([name, false])
      }
    }
  })

  test('shifted columns: the date that is an exchange is set aside, the exchange that is a date holds the row', () => {
    const all = [...names.values()].flatMap((known) => [...known.values()])
    const aside = all.filter(
      ({ outcome, claims }) => outcome === 'held' && claims.every(({ held }) => !held),
    )
    expect(aside).toHaveLength(81)
    expect(
      aside.flatMap(({ claims }) => claims).some(({ property }) => property === 'listedOn'),
    ).toBe(false)
    const shifted = names.get('300054')?.get('湖北鼎龙控股股份有限公司')
    expect(shifted?.claims.map(({ held }) => held)).toEqual([true, true, true])
  })

  test('codes with and without suffix are one scheme', () => {
    expect(
      [...names.values()]
        .flatMap((known) => [...known.values()].flatMap(({ claims }) => claims))
        .every(({ subject }) => subject.scheme === 'stock-code' && /^\d{6}$/.test(subject.code)),
    ).toBe(true)
  })

  test('no accounting line, no negative share and none above 100% is published', () => {
    const published = makes.filter(({ held }) => !held)
    expect(
      published.some(({ object }) =>
        /抵[销銷减]|平衡项目|调整项目|合计$|小计$/.test(object?.code ?? ''),
      ),
    ).toBe(false)
    const shares = published.map(({ quantity }) => Number(quantity?.number ?? 0))
    expect(Math.min(...shares)).toBe(0)
    expect(Math.max(...shares)).toBe(100)
    expect(published.filter(({ quantity }) => quantity === null)).toHaveLength(14_714)
    expect(makes.find(({ object }) => object?.code === '特种气体')?.quantity).toMatchObject({
      printed: '0.510725',
      number: '51.0725',
      unit: '%',
    })
  })

  test('inputs, uses and kinds point the way that the source means', () => {
    const read = (relation: string): string[] => {
      const [cells = [], claim] = links.get(relation) ?? []
      return [
        cells[0] ?? '',
        cells[1] ?? '',
        claim?.subject.code ?? '',
        claim?.property ?? '',
        claim?.object?.code ?? '',
      ]
    }
    const [a, b] = read('上游材料')
    expect(read('上游材料')).toEqual([a, b, a, 'consumes', b])
    const [c, d] = read('下游产品')
    expect(read('下游产品')).toEqual([c, d, d, 'consumes', c])
    const [e, f] = read('产品小类')
    expect(read('产品小类')).toEqual([e, f, f, 'kindOf', e])
  })
})

describe.skipIf(!isThere)('demo-slice, whole', () => {
  test('every row has its outcome, and the three chains are named', async () => {
    const chains = new Map<string, string>()
    const places = new Set<string>()
    const outcomes = await outcomesOf('demo-slice', (_, { claims }) => {
      for (const { subject, property, text, object } of claims) {
        if (subject.kind === 'chain' && property === 'name') chains.set(subject.code, text ?? '')
        if (property === 'locatedIn') places.add(object?.code ?? '')
      }
    })
    expect(Object.fromEntries(chains)).toEqual({
      IC: '集成电路',
      IVD: '体外诊断与生物医药',
      LIB: '锂电池与新能源汽车',
    })
    expect(outcomes).toEqual({
      'stages.csv': { ok: 52, held: 0, refused: 0, claims: 370 },
      'stage_links.csv': { ok: 66, held: 0, refused: 0, claims: 66 },
      'industries.csv': { ok: 134, held: 0, refused: 0, claims: 255 },
      'industry_links.csv': { ok: 410, held: 0, refused: 0, claims: 720 },
      'companies.csv': { ok: 573, held: 6, refused: 0, claims: 5_172 },
      'company_aliases.csv': { ok: 1_302, held: 0, refused: 0, claims: 1_302 },
      'products.csv': { ok: 4_557, held: 0, refused: 1, claims: 5_892 },
      'product_links.csv': { ok: 770, held: 19, refused: 0, claims: 789 },
      'company_products.csv': { ok: 4_322, held: 3, refused: 1, claims: 4_325 },
      'company_stages.csv': { ok: 808, held: 0, refused: 0, claims: 808 },
    })
    expect(places.size).toBe(30)
    expect([places.has('440300'), places.has('150000')]).toEqual([true, true])
  })
})
