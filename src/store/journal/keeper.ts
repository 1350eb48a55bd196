import type { Keeper } from '../engine/index.ts'
import type { Journal } from './journal.ts'
import { encodeChanges } from './replay.ts'

/** The journal as the keeper of what is about to be committed. */
export function keeperOf(journal: Journal): Keeper {
  return {
    keep: (set) => journal.append(encodeChanges(set)),
    settled: (number) => journal.settled(number),
    fail: (error) => journal.fail(error),
  }
}
