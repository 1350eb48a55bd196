/** Many people at once, each of whom waits for the answer, thinks, and asks the next. */
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { quantile, rounded } from '../../../tools/bench/bench.ts'
import { type Chance, chanceOf } from '../chance.ts'
import { ACTS, actOf } from './acts.ts'
import type { Matters } from './matters.ts'
import type { Person } from './person.ts'

export interface Plan {
  readonly forMs: number
  /** Mean of the pauses, which are exponential. */
  readonly thinkMs: number
  readonly seed: number
  /** Process whose memory is looked at. */
  readonly process: number | undefined
  /** What to say of each minute. */
  readonly say: (line: string) => void
}

export interface Tally {
  /** Milliseconds of each answer, by the name of the act. */
  readonly took: Map<string, number[]>
  readonly faults: string[]
  /** Memory of the server's process and when it was seen. */
  readonly memory: { readonly atMs: number; readonly mb: number }[]
}

const SAMPLE_MS = 10_000
const MINUTE_MS = 60_000

export async function drive(
  people: readonly Person[],
  matters: Matters,
  plan: Plan,
): Promise<Tally> {
  const tally: Tally = { took: new Map(), faults: [], memory: [] }
  const begun = performance.now()
  const endsAt = begun + plan.forMs
  const watching = watch(tally, begun, endsAt, plan)
  await Promise.all(
    people.map((person, at) => {
      const chance = chanceOf(plan.seed + at * 7919)
      return live({ person, matters, chance, endsAt, tally, thinkMs: plan.thinkMs })
    }),
  )
  await watching
  return tally
}

interface Life {
  readonly person: Person
  readonly matters: Matters
  readonly chance: Chance
  readonly endsAt: number
  readonly tally: Tally
  readonly thinkMs: number
}

async function live({ person, matters, chance, endsAt, tally, thinkMs }: Life): Promise<void> {
  const pause = () => -Math.log(1 - chance.next()) * thinkMs
  await wait(Math.min(pause(), endsAt - performance.now()))
  while (performance.now() < endsAt) {
    const act = actOf(person, chance)
    const begun = performance.now()
    try {
      await act.run(person, matters, chance)
      const took = tally.took.get(act.name) ?? []
      took.push(performance.now() - begun)
      tally.took.set(act.name, took)
    } catch (error) {
      tally.faults.push(`${person.role}, ${act.name}: ${error}`)
    }
    await wait(Math.max(0, Math.min(pause(), endsAt - performance.now())))
  }
}

async function watch(tally: Tally, begun: number, endsAt: number, plan: Plan): Promise<void> {
  let told = 0
  while (performance.now() < endsAt) {
    const atMs = performance.now() - begun
    const mb = memoryMb(plan.process)
    if (mb !== null) tally.memory.push({ atMs, mb })
    if (Math.floor(atMs / MINUTE_MS) > told) {
      told = Math.floor(atMs / MINUTE_MS)
      const { acts, medianMs, p99Ms } = summary(tally)
      plan.say(
        `${told} min: ${acts} acts, ${medianMs} / ${p99Ms} ms, ${mb} MB, ${tally.faults.length} faults`,
      )
    }
    await wait(Math.max(1, Math.min(SAMPLE_MS, endsAt - performance.now())))
  }
}

/** Resident memory in MB; null where the system does not tell. */
function memoryMb(process: number | undefined): number | null {
  if (process === undefined) return null
  try {
    const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${process}/status`, 'utf8'))
    return found === null ? null : Math.round(Number(found[1]) / 1024)
  } catch {
    return null
  }
}

/** Figures over all acts, and of each. */
export function summary(tally: Tally) {
  const all = [...tally.took.values()].flat()
  const ofKind = (kind: string) =>
    ACTS.filter((act) => act.kind === kind).flatMap(({ name }) => tally.took.get(name) ?? [])
  const told = (took: readonly number[]) => ({
    acts: took.length,
    medianMs: rounded(quantile(took, 0.5)),
    p99Ms: rounded(quantile(took, 0.99)),
  })
  return {
    ...told(all),
    kinds: Object.fromEntries(
      ['read', 'search', 'write', 'export'].map((kind) => [kind, told(ofKind(kind))]),
    ),
    each: Object.fromEntries([...tally.took].map(([name, took]) => [name, told(took)])),
    faults: tally.faults.length,
  }
}

/**
 * How many MB a minute memory grows, by least squares, once the first third is over: until then code
 * is compiled, and caches and pools fill.
 */
export function growthMbPerMinute({ memory }: Tally): number | null {
  const late = memory.slice(Math.floor(memory.length / 3))
  if (late.length < 3) return null
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
  const [x, y] = [mean(late.map(({ atMs }) => atMs)), mean(late.map(({ mb }) => mb))]
  const above = late.reduce((sum, { atMs, mb }) => sum + (atMs - x) * (mb - y), 0)
  const below = late.reduce((sum, { atMs }) => sum + (atMs - x) ** 2, 0)
  return rounded((above / below) * MINUTE_MS)
}
