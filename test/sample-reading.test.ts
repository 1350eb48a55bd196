/** The sample through the real reader: every row becomes claims, and each fits the vocabulary. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { JsonValue } from '../src/base/index.ts'
import { codeTables, loadVocabulary, parseCodes, parsePack } from '../src/graph/kinds/index.ts'
import {
  applyMapping,
  findQuote,
  fitsMapping,
  parseMapping,
  type ReadClaim,
  type RowReading,
  readTable,
} from '../src/graph/reading/index.ts'

/** The packs of the sample, read as one: what one says of a thing may rest on another. */
const PACKS = [
  'sample-integrated-circuit',
  'sample-in-vitro-diagnostics',
  'sample-chain-chief-templates',
]
const ROOT = 'packs'
const CORE = 'packs/core'

interface Bundle {
  documents: { file: string; source: { synthetic: boolean } }[]
  tables: { file: string; mapping: string }[]
}

const json = <Shape = JsonValue>(...path: string[]): Shape =>
  JSON.parse(readFileSync(join(...path), 'utf8'))
const namesIn = (folder: string, ending: string): string[] =>
  PACKS.filter((pack) => existsSync(join(ROOT, pack, folder))).flatMap((pack) =>
    readdirSync(join(ROOT, pack, folder))
      .filter((name) => name.endsWith(ending))
      .map((name) => `${pack}/${folder}/${name}`),
  )

const bundles = PACKS.map((pack) => ({ pack, ...json<Bundle>(ROOT, pack, 'bundle.json') }))
const bundle: Bundle = {
  documents: bundles.flatMap(({ pack, documents }) =>
    documents.map((each) => ({ ...each, file: `${pack}/${each.file}` })),
  ),
  tables: bundles.flatMap(({ pack, tables }) =>
    tables.map(({ file, mapping }) => ({
      file: `${pack}/${file}`,
      mapping: `${pack}/${mapping}`,
    })),
  ),
}
const vocabulary = loadVocabulary([
  ...['kinds', 'edges'].flatMap((folder) =>
    readdirSync(join(CORE, folder)).map((name) => json(CORE, folder, name)),
  ),
  json(CORE, 'properties.json'),
  json(CORE, 'schemes.json'),
])
const codes = codeTables(
  ['division.csv', 'country.csv'].flatMap((name) =>
    parseCodes(readFileSync(join(CORE, 'codes', name), 'utf8'), name),
  ),
)

interface Reading {
  file: string
  isSynthetic: boolean
  /** Whether the file and its titles are those that the mapping was made for. */
  fits: boolean
  rows: RowReading[]
}

async function readOne({ file, mapping: path }: Bundle['tables'][number]): Promise<Reading> {
  const mapping = parseMapping(json(ROOT, path))
  const apply = applyMapping(mapping, { vocabulary, fileName: file })
  const input = { fileName: file, bytes: readFileSync(join(ROOT, file)) }
  const header = mapping.header === undefined ? {} : { header: mapping.header }
  const reading: Reading = { file, isSynthetic: mapping.source.synthetic, fits: false, rows: [] }
  let row: ((row: Parameters<typeof apply>[0]) => RowReading) | null = null
  for await (const event of readTable({ ...input, ...header })) {
    if (event.kind === 'sheet') {
      const { head } = event
      reading.fits = fitsMapping(mapping, { fileName: file, head })
      row = (each) => apply(each, head)
    }
    if (event.kind === 'rows') reading.rows.push(...event.rows.map((each) => row!(each)))
  }
  return reading
}

const readings = await Promise.all(bundle.tables.map(readOne))
const claimsOf = (wanted: (reading: Reading) => boolean): ReadClaim[] =>
  readings.filter(wanted).flatMap(({ rows }) => rows.flatMap(({ claims }) => claims))
const claims = claimsOf(() => true)
const things = claims.flatMap(({ subject, object }) => [subject, ...(object ? [object] : [])])
const keyOf = (thing: { kind: string; scheme: string; code: string }): string =>
  `${thing.kind} ${thing.scheme} ${thing.code}`

describe('bundle', () => {
  test('each pack says what it is, and its bundle names every file once', () => {
    const ids = PACKS.map((pack) => parsePack(json(ROOT, pack, 'pack.json')).id)
    expect(ids).toEqual(PACKS)
    const named = [
      ...bundle.documents.map(({ file }) => file),
      ...bundle.tables.flatMap(({ file, mapping }) => [file, mapping]),
    ]
    const present = [
      ...namesIn('texts', '.txt'),
      ...namesIn('tables', '.csv'),
      ...namesIn('mappings', '.json'),
      ...namesIn('synthetic', ''),
    ]
    expect([...named].sort()).toEqual([...present].sort())
  })

  test('no two files share a name, since the name is what a quote finds its document by', () => {
    const bases = [...bundle.documents, ...bundle.tables].map(({ file }) => file.split('/').at(-1))
    expect(bases.filter((base, at) => bases.indexOf(base) !== at)).toEqual([])
  })

  test('what is invented is called so, and nothing else is', () => {
    const marks = [
      ...bundle.documents.map(({ file, source }) => [file, source.synthetic] as const),
      ...readings.map(({ file, isSynthetic }) => [file, isSynthetic] as const),
    ]
    const wrong = marks.filter(([file, mark]) => file.includes('/synthetic/') !== mark)
    expect(wrong).toEqual([])
  })
})

describe('reading', () => {
  test.each(readings)('$file fits its mapping, and no row is held or refused', (reading) => {
    expect(reading.fits).toBe(true)
    const stopped = reading.rows.flatMap(({ outcome, reasons }, at) =>
      outcome === 'ok' ? [] : [{ row: at + 2, outcome, reasons }],
    )
    expect(stopped).toEqual([])
    expect(reading.rows.length).toBeGreaterThan(0)
    expect(reading.rows.every((row) => row.claims.every(({ held }) => !held))).toBe(true)
  })

  test('every row of statements gives exactly the one claim that it quotes', () => {
    const rows = readings
      .filter(({ file }) => file.includes('statements'))
      .flatMap((reading) => reading.rows)
    expect(rows.map((row) => row.claims.length)).toEqual(rows.map(() => 1))
    expect(rows.filter((row) => row.claims[0]?.document === null)).toEqual([])
  })

  test('every quote is found in its document', () => {
    const texts = new Map(
      bundle.documents.map(({ file }) => [
        file.split('/').at(-1),
        readFileSync(join(ROOT, file), 'utf8'),
      ]),
    )
    const places = claims
      .filter(({ document }) => document !== null)
      .map(({ document, quote }) => findQuote(texts.get(document ?? '') ?? '', quote))
    expect(places.length).toBeGreaterThan(0)
    expect(places.filter((place) => typeof place === 'string')).toEqual([])
  })

  test('every thing that is spoken of has a name, or a code that the core knows', () => {
    const named = new Set(
      claims.filter(({ property }) => property === 'name').map(({ subject }) => keyOf(subject)),
    )
    const nameless = things.filter((thing) => {
      if (['division', 'country'].includes(thing.scheme)) {
        return codes.get(thing.scheme)?.find(thing.code) === null
      }
      return !named.has(keyOf(thing))
    })
    expect([...new Set(nameless.map(keyOf))]).toEqual([])
  })

  test('the real part states nothing of an invented thing', () => {
    const invented = new Set(
      claimsOf(({ isSynthetic }) => isSynthetic).map((claim) => keyOf(claim.subject)),
    )
    const real = claimsOf(({ isSynthetic }) => !isSynthetic)
    const mixed = real.filter(
      ({ subject, object }) =>
        invented.has(keyOf(subject)) || (object !== null && invented.has(keyOf(object))),
    )
    expect(invented.size).toBeGreaterThan(0)
    expect(mixed).toEqual([])
  })
})
