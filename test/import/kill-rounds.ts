/** Imports that are killed at seeded random points, restarted and finished, and one that is not. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import type { StoreOptions } from '../../src/store/index.ts'
import type { ContractEngine, Place } from '../contracts/engines.ts'
import type { KillTask, Said } from './killed-import.ts'

/** After the row at which it is due, a kill waits up to so long, to fall within a transaction. */
const DELAY_MAX_MS = 80

export type Ended = Extract<Said, { what: 'end' }>

interface Child {
  /** Waits for something that is said; null when the process ended before it was. */
  until(isMeant: (said: Said) => boolean): Promise<Said | null>
  /** kill -9, and waits for its death. */
  kill(): Promise<void>
}

function start(task: KillTask): Child {
  const child = spawn(process.execPath, ['dist/children/killed-import.js', JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const heard: Said[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => heard.push(JSON.parse(line) as Said))
  const ended = once(child, 'exit').then(() => null)
  const until: Child['until'] = async (isMeant) => {
    for (;;) {
      const found = heard.find(isMeant)
      if (found !== undefined) return found
      if (child.exitCode !== null || child.signalCode !== null) return null
      await Promise.race([once(lines, 'line'), ended])
    }
  }
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  return { until, kill }
}

/** Numbers between 0 and 1 that a seed determines (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A seed that is new in every run, or the one of KILL_SEED, to see a failure again. */
export const killSeed = (): number => Number(process.env.KILL_SEED ?? Date.now() % 1_000_000)

/** Imports to the end without a kill. */
export async function importWhole(options: StoreOptions, rows: number): Promise<Ended> {
  const child = start({ options, rows, pausesWhenStaged: false })
  const end = await endOf(child)
  await child.kill()
  return end
}

async function endOf(child: Child): Promise<Ended> {
  const end = await child.until(({ what }) => what === 'end')
  if (end?.what !== 'end') throw new Error('the process ended before its import')
  return end
}

export interface KillReport {
  /** Rows that were stored when each kill was due. */
  readonly points: readonly number[]
  /** What each start found standing; anything but 0 before the end was published by half. */
  readonly standing: readonly number[]
  /** Claims that each start found stored. */
  readonly claims: readonly number[]
  readonly end: Ended
}

/** Kills one import as often as told, at random points, and finishes it. */
export async function killAndFinish(
  options: StoreOptions,
  plan: { readonly rows: number; readonly kills: number; readonly chance: () => number },
): Promise<KillReport> {
  const { rows, kills, chance } = plan
  const points = Array.from({ length: kills }, () => Math.floor(chance() * rows * 0.95)).sort(
    (one, other) => one - other,
  )
  const standing: number[] = []
  const claims: number[] = []
  for (const point of [...points, null]) {
    const child = start({ options, rows, pausesWhenStaged: false })
    const open = await child.until(({ what }) => what === 'open')
    if (open?.what !== 'open') throw new Error('the process did not open its place')
    standing.push(open.standing)
    claims.push(open.claims)
    if (point === null) {
      const end = await endOf(child)
      await child.kill()
      return { points, standing, claims, end }
    }
    await child.until((said) => said.what === 'rows' && said.rows >= point)
    await wait(chance() * DELAY_MAX_MS)
    await child.kill()
  }
  throw new Error('no last start')
}

/** Kills an import that is staged whole and not yet published, then finishes it. */
export async function killWhenStaged(options: StoreOptions, rows: number): Promise<KillReport> {
  const child = start({ options, rows, pausesWhenStaged: true })
  const staged = await child.until(({ what }) => what === 'staged')
  await child.kill()
  const seen = staged?.what === 'staged' ? staged.standing : Number.NaN
  const report = await killAndFinish(options, { rows, kills: 0, chance: () => 0 })
  return { ...report, standing: [seen, ...report.standing] }
}

/** Gives work a place of its own and removes it afterwards. */
export async function inPlace<Result>(
  engine: ContractEngine,
  work: (options: Place['options']) => Promise<Result>,
): Promise<Result> {
  const place = await engine.freshPlace()
  try {
    return await work(place.options)
  } finally {
    await place.remove()
  }
}
