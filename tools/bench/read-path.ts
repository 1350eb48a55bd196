/**
 * One authorised read of one claim over HTTP, beside a hand-written Fastify route with `pg` and beside
 * PostGraphile 4, which read the same row of the same database. Peers are installed into a temporary
 * folder, since they would bring some two hundred packages into the project for one measurement.
 */
import { execFile, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { freePort } from '../free-port.ts'
import { type RunningProduct, startProduct } from '../server.ts'
import { type Bench, type BenchResult, quantile, rounded } from './bench.ts'
import { firstSession, servedDatabase } from './office.ts'
import { PEERS, peerPrograms } from './read-path-peers.ts'

const run = promisify(execFile)

const ROUNDS = 5
const ROUND_SECONDS = 6
const CONNECTIONS = 50
const INSTALL_LIMIT_MS = 300_000
const READY_LIMIT_MS = 60_000
const STARTED_MS = 250

/** Where one contender is asked, and how. */
interface Contender {
  readonly name: string
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** One round as autocannon tells it. */
interface Round {
  readonly perSecond: number
  readonly p99Ms: number
  readonly errors: number
}

export const readPath: Bench = {
  name: 'read-path',
  run: async (say) => {
    const folder = mkdtempSync(join(tmpdir(), 'lianshu-peers-'))
    try {
      if (!installPeers(folder, say)) return null
      const database = await servedDatabase(say)
      if (database === null) return null
      const settings = {
        ...{ LIANSHU_DATABASE_OWNER_URL: database.ownerUrl, LIANSHU_NOTES: 'info' },
      }
      const product = await startProduct({ databaseUrl: database.url, sample: true, settings })
      try {
        return await race(folder, product, database.url, say)
      } finally {
        await product.stop()
        await database.stop()
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** False, having said why, where the registry is not reached. */
function installPeers(folder: string, say: (line: string) => void): boolean {
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}')
  const packages = Object.entries(PEERS).map(([name, version]) => `${name}@${version}`)
  say(`临时安装 installing for this run alone: ${packages.join(' ')}`)
  // Started by npm this process has the project's own settings around it, which are not the peers'.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_')),
  )
  const words = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages]
  try {
    execFileSync('npm', words, { cwd: folder, env, stdio: 'ignore', timeout: INSTALL_LIMIT_MS })
    return true
  } catch {
    say('跳过 skipped: 够不到软件仓库，装不了同类 the registry was not reached, there are no peers')
    return false
  }
}

async function race(
  folder: string,
  product: RunningProduct,
  databaseUrl: string,
  say: (line: string) => void,
): Promise<BenchResult> {
  const claim = await someClaim(databaseUrl)
  const programs = peerPrograms(databaseUrl, claim)
  const fastify = await startPeer(folder, 'fastify.mjs', programs.fastify)
  const graphile = await startPeer(folder, 'postgraphile.mjs', programs.postgraphile)
  try {
    const cookie = await firstSession(product)
    const contenders: Contender[] = [
      {
        ...{ name: 'GET /api/claims/{id}', url: `${product.url}/api/claims/${claim}` },
        ...{ method: 'GET', headers: { cookie } },
      },
      {
        ...{ name: 'Fastify 5 + pg', url: `${fastify.url}/claims/${claim}` },
        ...{ method: 'GET', headers: {} },
      },
      {
        ...{ name: 'PostGraphile 4', url: `${graphile.url}/graphql`, method: 'POST' },
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: programs.query }),
      },
    ]
    for (const contender of contenders) await proveAnswer(contender, claim)
    const rounds = contenders.map((): Round[] => [])
    for (let round = 0; round < ROUNDS; round++) {
      for (const [at, contender] of contenders.entries()) {
        const done = await fire(folder, contender)
        rounds[at]?.push(done)
        say(`${contender.name}: ${done.perSecond} /s, p99 ${done.p99Ms} ms, ${done.errors}`)
      }
    }
    return resultOf(contenders, rounds)
  } finally {
    fastify.stop()
    graphile.stop()
  }
}

/** A claim that is published and public, so that everybody may read it. */
async function someClaim(databaseUrl: string): Promise<string> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  await client.query("set app.tenant = '1'")
  const { rows } = await client.query(
    'select id from claim where tenant = 1 and not held order by label, id limit 1',
  )
  await client.end()
  return String(rows[0]?.id)
}

async function startPeer(folder: string, file: string, program: string) {
  writeFileSync(join(folder, file), program)
  const port = await freePort()
  const child = spawn(process.execPath, [file, String(port)], { cwd: folder, stdio: 'inherit' })
  const url = `http://127.0.0.1:${port}`
  for (let waited = 0; waited < READY_LIMIT_MS; waited += STARTED_MS) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      break
    await new Promise((resolve) => setTimeout(resolve, STARTED_MS))
  }
  return { url, stop: () => child.kill() }
}

/** A contender that answers something else, or an error quickly, would win. */
async function proveAnswer({ name, url, method, headers, body }: Contender, claim: string) {
  const answer = await fetch(url, { method, headers, ...(body !== undefined && { body }) })
  const text = await answer.text()
  if (!answer.ok || !text.includes(claim) || !text.includes('property')) {
    throw new Error(`${name} answers ${answer.status}: ${text.slice(0, 300)}`)
  }
}

/** Autocannon in a process of its own. This one goes on reading what the server notes meanwhile. */
async function fire(folder: string, { url, method, headers, body }: Contender): Promise<Round> {
  const options = { url, method, headers, body, connections: CONNECTIONS, duration: ROUND_SECONDS }
  const program = `
    import autocannon from 'autocannon'
    const { requests, latency, errors, timeouts, non2xx } = await autocannon(${JSON.stringify(options)})
    console.log(JSON.stringify({ perSecond: requests.average, p99Ms: latency.p99,
      errors: errors + timeouts + non2xx }))`
  writeFileSync(join(folder, 'fire.mjs'), program)
  const { stdout } = await run(process.execPath, ['fire.mjs'], { cwd: folder })
  return JSON.parse(stdout) as Round
}

function resultOf(contenders: readonly Contender[], rounds: readonly Round[][]): BenchResult {
  const told = contenders.map(({ name }, at) => {
    const all = rounds[at] ?? []
    const runs = all.map(({ perSecond }) => rounded(perSecond))
    const p99 = quantile(
      all.map(({ p99Ms }) => p99Ms),
      0.5,
    )
    const errors = all.reduce((sum, round) => sum + round.errors, 0)
    return { name, unit: '1/s', runs, median: rounded(quantile(runs, 0.5)), p99, errors } as const
  })
  const [ours, fastify, graphile] = told
  if (ours === undefined || fastify === undefined || graphile === undefined) {
    throw new Error('three contenders, three results')
  }
  return {
    what: `one claim over HTTP, ${CONNECTIONS} connections, ${ROUNDS} rounds of ${ROUND_SECONDS} s each in turn, requests a second`,
    ours,
    peer: fastify,
    figures: {
      shareOfFastify: rounded(ours.median / fastify.median),
      timesPostGraphile: rounded(ours.median / graphile.median),
      postGraphile: JSON.stringify(graphile.runs),
      p99Ms: ours.p99,
      p99FastifyMs: fastify.p99,
      p99PostGraphileMs: graphile.p99,
      errors: ours.errors + fastify.errors + graphile.errors,
      load: readFileSync('/proc/loadavg', 'utf8').trim(),
    },
    targets: { shareOfFastify: '≥ 0.6', timesPostGraphile: '≥ 1.5', p99Ms: '≤ 50 ms' },
  }
}
