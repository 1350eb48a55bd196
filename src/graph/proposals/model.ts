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
  readonly pending: boolean
  readonly cautions: number
  readonly sourceClass: string
  readonly broughtBy: Uuid
  /** Everyone who edited it, separated by commas; empty where nobody did. */
  readonly editedBy: string
}
