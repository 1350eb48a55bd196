import type { Uuid } from '../../base/index.ts'
import type { SuiteName } from '../log/index.ts'

/** `never` cosigned, `late` for more days than agreed, or `current`. */
export type WitnessState = 'never' | 'late' | 'current'

/** Who looks at the log from outside, and how far that is. */
export interface WitnessView {
  /** Eight hex digits of the key. */
  readonly id: string
  readonly name: string
  /** The public key as one word. */
  readonly key: string
  /** The organisation that keeps the key, as it is named here. */
  readonly organisation: string
  readonly registeredAt: string
  readonly retiredAt: string | null
  /** The largest tree that it cosigned. */
  readonly size: number | null
  /** When it signed that, by its own clock. */
  readonly signedAt: string | null
  readonly state: WitnessState
}

/** Two states of one size, both signed by this log: it was told differently to different people. */
export interface Fork {
  readonly size: number
  /** The checkpoint that does not agree with the kept one, as its signed note. */
  readonly note: string
  readonly reportedAt: string
}

/** What witnesses say of the log. */
export interface Witnessing {
  /** How many have to cosign a state before it counts as witnessed; 0 asks for none. */
  readonly needed: number
  readonly witnesses: readonly WitnessView[]
  /** The largest tree that so many witnesses cosigned, or one that contains it; null for none. */
  readonly witnessedSize: number | null
  readonly forks: readonly Fork[]
}

export interface WitnessRow {
  readonly id: string
  readonly name: string
  readonly suite: SuiteName
  readonly publicKey: Uint8Array
  readonly organisation: Uuid
  readonly registeredAt: string
}
