import type { Uuid } from '../../base/index.ts'

/** Kinds of which two names may be found to mean one; the others are told by a table of codes. */
export const MERGEABLE_KINDS: readonly string[] = [
  ...['firm', 'institute', 'governmentBody', 'fund', 'park', 'platform', 'policy', 'product'],
]

export type DecisionKind = 'merge' | 'distinct' | 'split' | 'undo'
export type DecisionState = 'proposed' | 'in-force' | 'dropped'

/** One row of `identity_decision`. */
export interface DecisionRecord {
  readonly id: Uuid
  readonly kind: DecisionKind
  readonly state: DecisionState
  readonly from: Uuid | null
  readonly into: Uuid | null
  readonly target: Uuid | null
  readonly reason: string
  readonly madeBy: Uuid
  readonly madeAt: string
  readonly confirmedBy: Uuid | null
  readonly recordedAt: string | null
}

/** A code that a thing goes by, as its key or as a source says. */
export interface OwnCode {
  readonly scheme: string
  readonly code: string
}

/** Kinds of grounds for and against two things being one. */
export type ReasonCode =
  | 'same-code'
  | 'other-code'
  | 'same-name'
  | 'short-name'
  | 'former-name'
  | 'same-core'
  | 'other-form'
  | 'other-place-in-name'
  | 'same-place'
  | 'other-place'
  | 'same-address'
  | 'spoof'
  | 'no-code'
