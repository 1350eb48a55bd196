/** How long it takes until all of the open knowledge graph is imported, published and found. */
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { startProduct } from '../server.ts'
import { type Bench, runsOf, timed } from './bench.ts'
import { ckgFiles, ckgRows, importFiles } from './ckg.ts'

const ROUNDS = 3
/** A firm of the last rows of companies.csv: found only when everything is in. */
const PROBE = '中成股份'

export const importCkg: Bench = {
  name: 'import-ckg',
  run: async (say) => {
    const files = ckgFiles(say)
    if (files === null) return null
    const ours: number[] = []
    const peer: number[] = []
    const peaks: number[] = []
    let counts: Record<string, number> = {}
    for (let round = 0; round < ROUNDS; round++) {
      const product = await startProduct()
      try {
        ours.push(await timed(() => importFiles(product, files)))
        counts = await countsOf(product.ask)
        peaks.push(product.peakMemoryMb() ?? Number.NaN)
      } finally {
        await product.stop()
      }
      peer.push(await timed(copyBare))
      say(`  ${round + 1}/${ROUNDS}: ${Math.round((ours.at(-1) ?? 0) / 1000)} s`)
    }
    return {
      what: 'ckg imported, published and searchable, by the command line into PGlite',
      ours: runsOf('lianshu import --publish', 's', ours.map(toSeconds)),
      peer: runsOf(
        'bare COPY of the same rows into PGlite, names indexed',
        's',
        peer.map(toSeconds),
      ),
      figures: { ...counts, peakMemoryMb: Math.max(...peaks) },
      targets: { median: '≤ 90 s', peakMemoryMb: '≤ 1536 MB' },
    }
  },
}

const toSeconds = (ms: number): number => ms / 1000

async function countsOf(ask: (path: string) => Promise<Response>): Promise<Record<string, number>> {
  const found = await (await ask(`/api/search?q=${encodeURIComponent(PROBE)}`)).json()
  if (found.groups.length === 0) throw new Error(`${PROBE} is not found after the import`)
  const { sources, claims, entities, held } = await (await ask('/api/overview')).json()
  const numberOf = (count: unknown): number =>
    typeof count === 'number' ? count : Number((count as { number: string }).number)
  return Object.fromEntries(
    Object.entries({ sources, claims, entities, held }).map(([name, count]) => [
      name,
      numberOf(count),
    ]),
  )
}

/** What any loader must do at least: every row into a table of text, and names that can be found. */
async function copyBare(): Promise<void> {
  const engine = await PGlite.create({ extensions: { pg_trgm } })
  await engine.exec('create extension pg_trgm')
  const tables = {
    company: ckgRows('companies.csv'),
    product: ckgRows('products.csv'),
    made: ckgRows('company_product.csv'),
    linked: ckgRows('product_product.csv'),
    classified: ckgRows('company_industry.csv'),
  }
  for (const [name, rows] of Object.entries(tables)) {
    const columns = (rows[0] ?? []).map((_, index) => `c${index} text`).join(', ')
    await engine.exec(`create table ${name} (${columns})`)
    const blob = new Blob([rows.map((row) => `${row.map(escaped).join('\t')}\n`).join('')])
    await engine.query(`copy ${name} from '/dev/blob'`, [], { blob })
  }
  await engine.exec('create index on company using gin (c1 gin_trgm_ops)')
  await engine.exec('create index on product using gin (c0 gin_trgm_ops)')
  await engine.close()
}

const escaped = (cell: string): string => cell.replace(/[\\\t\n\r]/g, (found) => `\\${found}`)
