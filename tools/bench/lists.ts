/** How long lists take over a chain of ten thousand things within the open knowledge graph. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningProduct, startProduct } from '../server.ts'
import { type Bench, quantile, rounded, runsOf, timed } from './bench.ts'
import { importTables, type Table, table } from './big-chain.ts'
import { ckgFiles, ckgRows, importFiles } from './ckg.ts'

const ROUNDS = 5
const PRODUCTS = 6_000
/** How often another reader asks while a list is drawn up. */
const ASK_EVERY_MS = 50

export const lists: Bench = {
  name: 'lists',
  run: async (say) => {
    const files = ckgFiles(say)
    if (files === null) return null
    const directory = mkdtempSync(join(tmpdir(), 'lianshu-lists-'))
    writePack(directory)
    const product = await startProduct({ directory })
    try {
      await importFiles(product, files)
      await importTables(product, tables())
      return await measureLists(product)
    } finally {
      await product.stop()
      rmSync(directory, { recursive: true, force: true })
    }
  },
}

/** Two lists: of all firms that are listed, and of those of one exchange. */
export function writePack(directory: string): void {
  const folder = join(directory, 'packs', 'bench', 'lists')
  mkdirSync(folder, { recursive: true })
  const words = (zh: string) => ({ zh, en: zh })
  const pack = { id: 'bench', version: 1, words: words('测量'), requires: ['core'] }
  const about = { ...pack, licence: 'Apache-2.0', synthetic: true }
  writeFileSync(join(directory, 'packs', 'bench', 'pack.json'), JSON.stringify(about))
  const list = (id: string, order: number, rule: string) => ({
    ...{ id, version: 1, order, words: words(id), about: words('测量'), curated: true },
    ...{ holds: ['firm', 'product'], scope: 'members', leaves: words('-'), fill: words('-') },
    enters: [{ rule, words: words(rule) }],
    columns: [
      { id: 'stages', words: words('环节'), from: ['stages'] },
      { id: 'exchange', words: words('交易所'), from: ['exchange'] },
      { id: 'listedOn', words: words('上市日期'), from: ['listedOn'] },
      { id: 'stockCode', words: words('证券代码'), from: ['stockCode'] },
    ],
    sort: [{ by: 'listedOn' }],
  })
  for (const each of [
    list('listed', 31, 'known(listedOn)'),
    list('beijing', 32, 'exchange = "bse" or stages >= 3'),
  ]) {
    writeFileSync(join(folder, `${each.id}.json`), JSON.stringify(each))
  }
}

/** A chain over the graph: its stages are classes of the second level, firms hang on theirs. */
export function tables(): Table[] {
  const classes = ckgRows('industries.csv').filter(([code = '']) => /^\d{4}00$/u.test(code))
  const firms = ckgRows('company_industry.csv').map(([code = '', industry = '']) => [
    code.slice(0, 6),
    `${industry.slice(0, 4)}00`,
  ])
  const chain = { kind: 'chain', scheme: 'list:bench', code: 'ckg' }
  const stage = (code: string) => ({ kind: 'stage', scheme: 'list:bench', code })
  const firm = { kind: 'firm', scheme: 'stock-code', code: '{code}' }
  const product = { kind: 'product', scheme: 'list:ckg', code: '{code}' }
  return [
    table(
      'chain',
      ['code', 'name'],
      [['ckg', '全图']],
      [{ subject: chain, property: 'name', text: '{name}' }],
    ),
    table(
      'stages',
      ['code', 'name'],
      classes.map(([code = '', name = '']) => [code, name]),
      [
        { subject: stage('{code}'), property: 'name', text: '{name}' },
        { subject: stage('{code}'), property: 'belongsToChain', object: chain, at: ['code'] },
      ],
    ),
    table('firms', ['code', 'stage'], firms, [
      { subject: firm, property: 'belongsToStage', object: stage('{stage}') },
    ]),
    table(
      'products',
      ['code'],
      ckgRows('products.csv')
        .slice(0, PRODUCTS)
        .map(([name = '']) => [name])
        .filter(([name = '']) => !/[",]/u.test(name)),
      [{ subject: product, property: 'belongsToChain', object: chain, at: ['code'] }],
    ),
  ]
}

/** Times every act over lists that stand in the product. */
export async function measureLists(product: RunningProduct) {
  const get = async (path: string) => {
    const answer = await product.ask(path)
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  const post = async (path: string, body: object) => {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }
    const answer = await product.ask(path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  const { items } = await (await get('/api/chains')).json()
  const chain: string = items[0].id
  const draws: number[] = []
  const waits: number[] = []
  const drawUp = async (list: string): Promise<void> => {
    const stop = { now: false }
    const other = (async () => {
      while (!stop.now) {
        waits.push(await timed(async () => (await get('/api/chains')).text()))
        await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
      }
    })()
    draws.push(await timed(() => post(`/api/lists/${list}/versions`, { chain })))
    stop.now = true
    await other
  }
  for (let round = 0; round < ROUNDS; round++) await drawUp('listed')
  await post('/api/desk', { mode: 'one-person', reason: '测量' }).catch(() => null)
  const version = '/api/lists/listed/versions/1'
  const page = `/api/lists/listed?chain=${chain}`
  const { rows, version: head } = await (await get(page)).json()
  const thing = rows[0].thing
  const medianOf = async (act: () => Promise<Response>): Promise<number> => {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      times.push(await timed(async () => (await act()).arrayBuffer()))
    }
    return rounded(quantile(times, 0.5))
  }
  const figures = {
    rows: head.rows,
    candidates: head.candidates,
    longestWaitMs: rounded(Math.max(...waits)),
    firstPageMs: await medianOf(() => get(page)),
    countsMs: await medianOf(() => get(`/api/lists/listed/counts?chain=${chain}`)),
    whyMs: await medianOf(() =>
      get(`/api/lists/listed/why?chain=${chain}&number=1&thing=${thing}`),
    ),
    gapsMs: await medianOf(() => get(`/api/lists/beijing/gaps?chain=${chain}`)),
    overviewMs: await medianOf(() => get(`/api/lists?chain=${chain}`)),
    xlsxMs: await medianOf(() =>
      post(`${version}/export`, { chain, audience: 'internal', format: 'xlsx' }),
    ),
    peakMemoryMb: product.peakMemoryMb(),
  }
  return {
    what: `drawing up a list over ${head.candidates} things of ckg, and reading it`,
    ours: runsOf('POST /api/lists/listed/versions', 'ms', draws),
    peer: null,
    figures,
    targets: { median: '≤ 10000 ms', firstPageMs: '≤ 300 ms', longestWaitMs: '≤ 1000 ms' },
  }
}
