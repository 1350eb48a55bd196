/** How long a search takes over the whole of the open knowledge graph, as a person types. */
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { pinyin } from 'pinyin-pro'
import { startProduct } from '../server.ts'
import { type Bench, quantile, rounded, runsOf, timed } from './bench.ts'
import { ckgFiles, ckgRows, importFiles } from './ckg.ts'

const NAMES = 100
const WARM_UP = 20

export const search: Bench = {
  name: 'search',
  run: async (say) => {
    const files = ckgFiles(say)
    if (files === null) return null
    const queries = queriesOf()
    const product = await startProduct()
    try {
      await importFiles(product, files)
      const ask = async (query: string): Promise<void> => {
        await (await product.ask(`/api/search?q=${encodeURIComponent(query)}`)).json()
      }
      const ours = await timesOf(queries, ask)
      const engine = await bareNames()
      const peer = await timesOf(queries, (query) => findBare(engine, query))
      await engine.close()
      return {
        what: `${queries.length} searches over HTTP, one after the other: names, beginnings, middles, pinyin, initials`,
        ours: runsOf('GET /api/search', 'ms', ours),
        peer: runsOf(
          'PGlite in this process, ilike with a trigram index on the same names',
          'ms',
          peer,
        ),
        figures: { p99: rounded(quantile(ours, 0.99)), p99Peer: rounded(quantile(peer, 0.99)) },
        targets: { p99: '≤ 50 ms' },
      }
    } finally {
      await product.stop()
    }
  },
}

/** Names taken at even steps through the files, so that every run asks the same. */
function queriesOf(): string[] {
  const names = [
    ...evenly(ckgRows('companies.csv').map(([, name = '']) => name)),
    ...evenly(ckgRows('products.csv').map(([name = '']) => name)),
  ]
  const shapes = [
    (name: string) => name,
    (name: string) => name.slice(0, 2),
    (name: string) => name.slice(1, 4),
    (name: string) => pinyin(name, { toneType: 'none', type: 'array' }).join(''),
    (name: string) => pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join(''),
  ]
  return names.map((name, index) => shapes[index % shapes.length]?.(name) ?? name)
}

function evenly(values: readonly string[]): string[] {
  const step = Math.floor(values.length / NAMES)
  return Array.from({ length: NAMES }, (_, index) => values[index * step] ?? '')
}

async function timesOf(
  queries: readonly string[],
  ask: (query: string) => Promise<void>,
): Promise<number[]> {
  for (const query of queries.slice(0, WARM_UP)) await ask(query)
  const times: number[] = []
  for (const query of queries) times.push(await timed(() => ask(query)))
  return times
}

async function bareNames(): Promise<PGlite> {
  const engine = await PGlite.create({ extensions: { pg_trgm } })
  await engine.exec('create extension pg_trgm; create table named (name text)')
  const names = [
    ...ckgRows('companies.csv').flatMap(([, name = '', full = '']) => [name, full]),
    ...ckgRows('products.csv').map(([name = '']) => name),
  ]
  await engine.query('insert into named select unnest($1::text[])', [names])
  await engine.exec('create index on named using gin (name gin_trgm_ops); analyze named')
  return engine
}

async function findBare(engine: PGlite, query: string): Promise<void> {
  const pattern = `%${query.replace(/[\\%_]/g, (found) => `\\${found}`)}%`
  await engine.query('select name from named where name ilike $1 order by length(name) limit 20', [
    pattern,
  ])
}
