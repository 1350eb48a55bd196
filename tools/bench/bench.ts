/** What a bench is, and the arithmetic that all of them share. */
import { cpus, release, totalmem } from 'node:os'

/** Runs of one contender, in the order in which they were made. */
export interface Runs {
  name: string
  unit: 'ms' | 's' | '1/s'
  runs: readonly number[]
  median: number
}

export interface BenchResult {
  /** What was measured, in words. */
  what: string
  ours: Runs
  /** Measured in the same run on the same data; null where nothing does the same. */
  peer: Runs | null
  /** Further figures: counts, percentiles, memory. */
  figures: Readonly<Record<string, number | string | null>>
  /** The targets that the figures are held against. */
  targets: Readonly<Record<string, string>>
}

export interface Bench {
  name: string
  /** Returns null, having said why, where the machine lacks what it needs. */
  run(say: (line: string) => void): Promise<BenchResult | null>
}

export function runsOf(name: string, unit: 'ms' | 's', runs: readonly number[]): Runs {
  return { name, unit, runs: runs.map(rounded), median: rounded(quantile(runs, 0.5)) }
}

/** Nearest-rank quantile: a value that was really seen. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const rank = Math.max(1, Math.ceil(share * sorted.length))
  return sorted[rank - 1] ?? Number.NaN
}

export const rounded = (value: number): number => Math.round(value * 100) / 100

export interface Machine {
  cpu: string
  cores: number
  memoryGb: number
  system: string
  node: string
}

export function machine(): Machine {
  const cores = cpus()
  return {
    cpu: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()} ${process.arch}`,
    node: process.version,
  }
}

/** Runs work and returns what it took, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
