/**
 * How long whoever judges names waits over the whole of the open knowledge graph: the worklist, the
 * page of a thing, a merge and its undo; and what the overview asks.
 */
import { type RunningProduct, startProduct } from '../server.ts'
import { type Bench, quantile, rounded, runsOf, timed } from './bench.ts'
import { ckgFiles, ckgRows, importFiles } from './ckg.ts'

const ROUNDS = 9
const LIMIT_MS = 300

export const names: Bench = {
  name: 'names',
  run: async (say) => {
    const files = ckgFiles(say)
    if (files === null) return null
    const product = await startProduct()
    try {
      await importFiles(product, files)
      const asked = new Asked(product)
      await asked.send('PUT', '/api/desk', { mode: 'one-person', reason: 'one person measures' })
      const { worklist = [], ...others } = await timesOf(asked)
      const medians = Object.entries(others).map(([name, times]) => [
        name,
        rounded(quantile(times, 0.5)),
      ])
      return {
        what: `each ${ROUNDS} times over HTTP, one after the other, all of ckg in PGlite; medians in ms`,
        ours: runsOf('GET /api/identity/matches', 'ms', worklist),
        peer: null,
        figures: Object.fromEntries(medians),
        targets: { median: `≤ ${LIMIT_MS} ms each` },
      }
    } finally {
      await product.stop()
    }
  },
}

/** The interface as the operator asks it; each write has a key of its own. */
class Asked {
  readonly #product: RunningProduct
  #writes = 0

  constructor(product: RunningProduct) {
    this.#product = product
  }

  async read(path: string): Promise<unknown> {
    return this.#answer(path, await this.#product.ask(path))
  }

  async send(method: string, path: string, body: object): Promise<unknown> {
    this.#writes += 1
    const headers = {
      'Content-Type': 'application/json',
      'Idempotency-Key': `bench-names-${this.#writes}`,
    }
    const init = { method, headers, body: JSON.stringify(body) }
    return this.#answer(path, await this.#product.ask(path, init))
  }

  async #answer(path: string, answer: Response): Promise<unknown> {
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
}

interface Matches {
  items: { one: { id: string }; other: { id: string } }[]
}

interface Found {
  groups: { kind: string; items: { id: string; name: string }[] }[]
}

/** The product of which most relations speak: 1,863 of them. */
async function mostNamed(asked: Asked): Promise<string> {
  const counts = new Map<string, number>()
  for (const name of ckgRows('product_product.csv').flatMap(([from = '', to = '']) => [from, to])) {
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const [first] = [...counts].sort(([, one], [, other]) => other - one)
  const most = first?.[0] ?? ''
  const path = `/api/search?q=${encodeURIComponent(most)}&limit=20`
  const { groups } = (await asked.read(path)) as Found
  const found = groups.find(({ kind }) => kind === 'product')?.items
  const id = found?.find(({ name }) => name === most)?.id
  if (id === undefined) throw new Error(`${most} is not found`)
  return id
}

async function timesOf(asked: Asked): Promise<Record<string, number[]>> {
  const { items } = (await asked.read('/api/identity/matches')) as Matches
  const [pair] = items
  if (pair === undefined) throw new Error('no two names of ckg are alike')
  const [from, into] = [pair.one.id, pair.other.id]
  const largest = await mostNamed(asked)
  const often = async (path: string): Promise<number[]> => {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) times.push(await timed(() => asked.read(path)))
    return times
  }
  const times = {
    worklist: await often('/api/identity/matches'),
    matchesOfOne: await often(`/api/identity/matches?thing=${from}`),
    decisions: await often('/api/identity/decisions'),
    thing: await often(`/api/things/${from}`),
    largestThing: await often(`/api/things/${largest}`),
    freshness: await often('/api/freshness'),
    overview: await often('/api/overview'),
  }
  const [merge, undo] = await mergeAndUndo(asked, from, into)
  const [mergeLargest, undoLargest] = await mergeAndUndo(asked, largest, into)
  return { ...times, merge, undo, mergeLargest, undoLargest }
}

/** One thing into another and back, as often as all else. */
async function mergeAndUndo(
  asked: Asked,
  from: string,
  into: string,
): Promise<[merge: number[], undo: number[]]> {
  const [merges, undos]: [number[], number[]] = [[], []]
  const reason = 'measured'
  for (let round = 0; round < ROUNDS; round++) {
    let decision = ''
    const merge = async (): Promise<void> => {
      const decided = await asked.send('POST', '/api/identity/merge', { from, into, reason })
      decision = (decided as { id: string }).id
    }
    merges.push(await timed(merge))
    const path = `/api/identity/decisions/${decision}/undo`
    undos.push(await timed(() => asked.send('POST', path, { reason })))
  }
  return [merges, undos]
}
