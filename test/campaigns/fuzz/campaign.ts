/** The campaign: every route asked with cases of all sorts, each answer judged, each refusal traceless. */
import fc from 'fast-check'
import type { Seer } from '../isolation/world.ts'
import { type Answer, type Asked, asCurl, ask, requestOf } from './ask.ts'
import { type Case, casesOf, type Ground, namesOf, Raw } from './cases.ts'
import { isWrite, type Route } from './document.ts'
import { fingerprint, glance } from './effects.ts'
import { faultsOf, isHeld } from './judge.ts'
import { type FuzzWorld, TENANTS } from './world.ts'

export interface Choice {
  readonly seed: number
  readonly cases: number
  /** Cases of a route before the next route has its turn. */
  readonly turn: number
  readonly limitMs?: number
  /** Only routes whose name this matches, to see a failure again. */
  readonly only?: RegExp
}

export interface Findings {
  readonly seed: number
  cases: number
  faults: number
  /** The first faults, each with the request that shows it. */
  readonly told: string[]
  readonly statuses: Record<string, number>
  /** Route to the statuses that somebody with the permission was answered. */
  readonly routes: Map<string, Map<number, number>>
  /** Refused writes after which the log was counted, and those with all tables compared. */
  refused: number
  compared: number
}

export const newFindings = (seed: number): Findings => ({
  ...{ seed, cases: 0, faults: 0, told: [], statuses: {}, routes: new Map() },
  ...{ refused: 0, compared: 0 },
})

/** One refused write in so many has all tables compared, not the log alone. */
const COMPARED_EVERY = 25
const TOLD_MAX = 200

/** Asks so many cases of a world, and adds what was found. */
export async function runFuzz(world: FuzzWorld, choice: Choice, found: Findings): Promise<void> {
  const ground: Ground = {
    ...{ routes: world.interface.routes, resolve: world.interface.resolve },
    names: namesOf(world.interface),
    algorithms: Object.keys(world.open.installation.algorithms),
  }
  const { only, seed, turn, cases, limitMs = Number.POSITIVE_INFINITY } = choice
  const routes = ground.routes.filter(({ name }) => only?.test(name) ?? true)
  const arbitraries = routes.map((route) => casesOf(ground, route))
  const begun = performance.now()
  const run = new Run(world, found)
  await run.begin()
  for (let round = 0, asked = 0; asked < cases; round += 1) {
    for (const [at, route] of routes.entries()) {
      const arbitrary = arbitraries[at]
      if (arbitrary === undefined || asked >= cases) break
      if (performance.now() - begun > limitMs) return
      const drawn = fc.sample(arbitrary, { seed: seed + round * 7919 + at * 31, numRuns: turn })
      for (const made of drawn) await run.one(route, made)
      asked += drawn.length
    }
  }
}

class Run {
  readonly #world: FuzzWorld
  readonly #found: Findings
  /** The log and the jobs, as the last look found them. */
  #seen = { entries: 0, isBusy: true }

  constructor(world: FuzzWorld, found: Findings) {
    this.#world = world
    this.#found = found
  }

  get #store() {
    return this.#world.open.installation.store
  }

  async begin(): Promise<void> {
    this.#seen = await glance(this.#store, TENANTS)
  }

  async one(route: Route, given: Case): Promise<void> {
    const { seers, workbooks } = this.#world
    const made = this.#withWorkbook(route, given, workbooks)
    const holders = seers.filter((seer) => isHeld(route, seer))
    const able = made.byHolder && holders.length > 0 ? holders : seers
    const seer = able[Math.floor(made.who * able.length)] as Seer
    const asked = requestOf(this.#world, route, made, this.#found.cases)
    const isCompared = isWrite(route) && this.#found.refused % COMPARED_EVERY === 0
    const before = isCompared && !this.#seen.isBusy ? await fingerprint(this.#store, TENANTS) : null
    const answer = await ask(this.#world, seer, asked)
    this.#count(route, seer, answer)
    const faults = faultsOf(this.#world, { route, made, seer, asked }, answer)
    if (isWrite(route)) faults.push(...(await this.#effects(answer, before)))
    for (const fault of faults) this.#tell(route, seer, asked, answer, fault)
    if (answer.status < 400) await this.#after(route, seer, answer)
  }

  /** Now and then what is brought back is a workbook that was really handed out. */
  #withWorkbook(route: Route, made: Case, workbooks: readonly Uint8Array[]): Case {
    const book = workbooks[Math.floor(made.who * workbooks.length)]
    const isMeant = route.path.endsWith('/returns') && made.sort === 'valid' && made.who < 0.7
    return isMeant && book !== undefined ? { ...made, body: new Raw(book) } : made
  }

  #count({ name }: Route, seer: Seer, { status }: Answer): void {
    const found = this.#found
    found.cases += 1
    found.statuses[status] = (found.statuses[status] ?? 0) + 1
    const counts = found.routes.get(name) ?? new Map<number, number>()
    found.routes.set(name, counts)
    const told = seer.person === null && status === 401 ? 0 : status
    counts.set(told, (counts.get(told) ?? 0) + 1)
  }

  /** What a write that was refused has left behind: nothing. Jobs that are under way write too. */
  async #effects({ status }: Answer, before: string | null): Promise<string[]> {
    const last = this.#seen
    this.#seen = await glance(this.#store, TENANTS)
    if (status < 400) return []
    this.#found.refused += 1
    if (last.isBusy || this.#seen.isBusy) return []
    const grown = this.#seen.entries - last.entries
    const faults = grown === 0 ? [] : [`refused, and ${grown} entries in the log`]
    if (before === null) return faults
    this.#found.compared += 1
    const after = await fingerprint(this.#store, TENANTS)
    const isSame = after === before
    return isSame ? faults : [...faults, `refused, and changed ${difference(before, after)}`]
  }

  #tell(route: Route, seer: Seer, asked: Asked, answer: Answer, fault: string): void {
    const found = this.#found
    found.faults += 1
    if (found.told.length >= TOLD_MAX) return
    const text = Buffer.from(answer.bytes).toString().slice(0, 300)
    found.told.push(
      `${route.name}: ${fault}\n  ${asCurl(asked, seer.name)}\n  → ${answer.status} ${text}`,
    )
  }

  /** Learns from an answer, and mends what it did to the session of whoever asked. */
  async #after(route: Route, seer: Seer, answer: Answer): Promise<void> {
    const { name } = route
    if (/json/.test(answer.type)) {
      this.#world.pools.learn(route, JSON.parse(Buffer.from(answer.bytes).toString()))
    }
    if (name === 'post /api/session/role') await seer.session(true)
    if (
      name.endsWith('/workbooks') &&
      answer.bytes.length > 0 &&
      this.#world.workbooks.length < 6
    ) {
      this.#world.workbooks.push(answer.bytes)
    }
  }
}

function difference(before: string, after: string): string {
  const known = new Set(before.split('\n'))
  return after
    .split('\n')
    .filter((line) => !known.has(line))
    .join(', ')
}
