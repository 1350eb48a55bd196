/** Shapes of the collection screens. See types.ts. */
import type { Figure, ThingRef, Words } from './types.ts'

export interface CollectionMeter {
  asked: number
  answered: number
  waiting: number
  accepted: number
  refused: number
  declined: number
  twice: number
}

export interface CollectionSaved {
  known: number
  elsewhere: number
  answered: number
}

interface Head {
  id: string
  code: string
  title: string
  state: 'draft' | 'sent' | 'closed'
  kind: string
  kindWords: Words
  chain: { id: string; name: string }
  region: Words | null
  list: Words | null
  answeredBy: 'department' | 'firm'
  properties: { id: string; words: Words }[]
  validFrom: string
  validTo: string | null
  period: Words
  due: string
  /** Until the deadline; negative once it has passed. */
  days: number
  createdAt: string
  sentAt: string | null
  closedAt: string | null
  saved: CollectionSaved
  meter: CollectionMeter
  answered: number
  late: number
}

export interface CollectionHead extends Head {
  recipients: number
}

export interface CollectionProblem {
  code: string
  /** What stands there was taken all the same. */
  taken: boolean
  sheet: string | null
  row: number | null
  cell: string | null
  thing: string | null
  name: string
  given: string
  words: Words
}

export interface CollectionReturn {
  number: number
  source: string
  fileName: string
  returnedBy: string
  returnedAt: string
  counts: { answers: number; repeated: number; declined: number; unanswered: number }
  problems: CollectionProblem[]
}

export interface CollectionRecipient {
  ordinal: number
  name: string
  code: string | null
  workbook: string
  hasAccount: boolean
  things: number
  meter: CollectionMeter
  following: 'answered' | 'partly' | 'awaited' | 'late'
  reminder: Words | null
  returns: CollectionReturn[]
}

export interface CollectionView extends Head {
  recipients: CollectionRecipient[]
}

export type CollectionCellState = 'open' | 'declined' | 'waiting' | 'accepted' | 'refused'

export interface CollectionCell {
  thing: ThingRef
  property: string
  words: Words
  recipient: number
  why: 'missing' | 'stale'
  again: string | null
  state: CollectionCellState
  claim: string | null
  before: Figure | null
  answer: Figure | null
  change: 'new' | 'same' | 'changed' | null
}

export interface CollectionPlan {
  things: number
  asked: number
  missing: number
  stale: number
  twice: number
  unassigned: number
  saved: CollectionSaved
  properties: { id: string; words: Words; asked: number; spared: number; unassigned: number }[]
  recipients: { name: string; hasAccount: boolean; things: number; asked: number }[]
}
