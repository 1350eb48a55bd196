// How much a thread that reads a file may take: a hostile file ends its thread and nothing else.
import type { Limits } from '../config.ts'

/** Limits of one reading; `mostMs` is what this kind of reading may take at most. */
export function readingLimits(
  { readingMs, readingMemoryMb }: Limits,
  mostMs = Number.POSITIVE_INFINITY,
): { timeLimitMs: number; memoryLimitMb: number } {
  return { timeLimitMs: Math.min(readingMs, mostMs), memoryLimitMb: readingMemoryMb }
}
