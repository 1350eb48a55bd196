import type { Quantity, Uuid } from '../../base/index.ts'
import type { Thing } from '../evidence/index.ts'

/** Why a claim stands where it does in the queue. */
export type ReviewGroup = 'quarantine' | 'contradiction' | 'second-eyes' | 'alike' | 'single'

/** One line of the queue: a claim, or several that are alike. */
export interface QueueItem {
  readonly group: ReviewGroup
  /** The first claims of the line, in the order of the source; `count` tells how many there are. */
  readonly claims: readonly Uuid[]
  readonly count: number
}

/** What a person puts in place of a reading; what is absent stays as it was read. */
export interface ProposalEdit {
  readonly subject?: Thing
  readonly property?: string
  /** The other end of a relation. */
  readonly object?: Thing
  readonly text?: string | null
  readonly quantity?: Quantity | null
  readonly validFrom?: string | null
  readonly validTo?: string | null
}

/** What the rules of a decision look at. */
export interface ProposalRow {
  readonly id: Uuid
  readonly label: number
  readonly isWaiting: boolean
  /** How many doubts its reader had. */
  readonly cautions: number
  readonly sourceClass: string
  readonly broughtBy: Uuid
  /** Everyone who edited it. */
  readonly editedBy: readonly Uuid[]
}

/** A decision of the desk that can be taken back. */
export interface LastDecision {
  readonly id: Uuid
  readonly kind: 'accept' | 'reject' | 'edit'
  readonly claims: number
  /** One of its claims, by which a person knows it again. */
  readonly claim: Uuid
}

/** What a reader doubts of a claim. */
export interface Caution {
  readonly code: string
  readonly detail: string
}
