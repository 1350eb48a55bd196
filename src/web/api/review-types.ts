/** Shapes of the review desk: claims that wait, what speaks for and against each, the decisions. */
import type { ClaimSource, ClaimView, Figure, ThingRef, Words } from './types.ts'

export type ReviewGroup = 'quarantine' | 'contradiction' | 'second-eyes' | 'alike' | 'single'

export type RejectReason =
  | 'wrong-value'
  | 'wrong-subject'
  | 'wrong-period'
  | 'wrong-unit'
  | 'duplicate'
  | 'insufficient'

export type DoubtCode =
  | 'date-reckoned'
  | 'date-carried'
  | 'date-elsewhere'
  | 'subject-implied'
  | 'subject-several'
  | 'issuer-elsewhere'
  | 'weak-rule'

/** One claim in few words. */
export interface ReviewClaim {
  id: string
  subject: ThingRef
  property: string
  propertyLabel: Words
  figure: Figure
  stage: ClaimView['stage']
}

/** A line of the queue: one claim, or several that are alike. */
export interface ReviewItem {
  group: ReviewGroup
  /** At most as many as one decision takes. */
  claims: string[]
  count: number
  shown: ReviewClaim[]
  source: ClaimSource
}

export interface ReviewQueue {
  counts: { group: ReviewGroup; claims: number; lines: number }[]
  items: ReviewItem[]
  next: string | null
  decidedToday: number
  /** The reader's newest decision, which can be taken back. */
  last: {
    id: string
    kind: 'accept' | 'reject' | 'edit'
    claims: number
    shown: ReviewClaim | null
  } | null
}

/** A span in its sentence, and the sentence in the words around it. */
export interface Passage {
  before: string
  opening: string
  span: string
  closing: string
  after: string
}

export interface ReviewCase {
  claim: ClaimView
  /** Null once it waits no more. */
  group: ReviewGroup | null
  passage: Passage | null
  row: { title: string; text: string }[] | null
  recognised: 'quoted' | 'context'
  cautions: { code: DoubtCode; detail: string }[]
  reasons: Words[]
  held: ReviewClaim[]
  rivals: ClaimView[]
  alike: { claims: string[]; count: number; shown: ReviewClaim[] }
  effect: 'new' | 'renews' | 'differs'
  edited: { by: string; mine: boolean; replaces: string; before: ReviewClaim | null } | null
  /** A correction of this claim that another person rejected. */
  returned: { by: string; after: ReviewClaim; rejectedBy: string; reason: string } | null
  /** Another person has to accept it. */
  isOwnWork: boolean
}
