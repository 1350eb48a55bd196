import type { Uuid, Words } from '../../base/index.ts'
import type { AsOf, Locator } from '../evidence/index.ts'
import type { Audience, Hidden, ReviewedFact, ReviewedThing } from '../publication/index.ts'

/** A thing with its key. */
export interface OutgoingThing extends ReviewedThing {
  readonly scheme: string
  readonly code: string
}

export interface OutgoingSource {
  readonly id: Uuid
  readonly title: string
  readonly publisher: string
  readonly publishedOn: string | null
  readonly origin: string | null
  readonly mediaType: string
  /** Hash of its bytes, 64 hex digits. */
  readonly sha256: string
  readonly synthetic: boolean
}

/** A standing fact with its ground: where its source says so, and who let it stand. */
export interface OutgoingFact extends ReviewedFact {
  readonly subject: OutgoingThing
  readonly object: OutgoingThing | null
  readonly operator: string | null
  /** Decimal text in the base unit. */
  readonly number: string | null
  readonly low: string | null
  readonly high: string | null
  readonly unit: string | null
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly source: OutgoingSource
  readonly locator: Locator
  readonly quoteHash: Uuid
  readonly method: string
  readonly reader: string
  /** Batch in which it came, and the moment of the decision that lets it stand. */
  readonly batch: Uuid
  readonly recordedAt: string | null
}

/** What goes out after the review, with what every copy of it must say. */
export interface OutgoingGraph {
  readonly title: string
  readonly office: string
  readonly asOf: AsOf
  readonly audience: Audience
  readonly things: readonly OutgoingThing[]
  readonly facts: readonly OutgoingFact[]
  readonly sources: readonly OutgoingSource[]
  readonly hidden: readonly Hidden[]
  /** Sentences that stand on the export: invented data, a desk of one person. */
  readonly stamps: readonly Words[]
}

export const GRAPH_FORMATS = ['csv', 'jsonld', 'ftm'] as const
export type GraphFormat = (typeof GRAPH_FORMATS)[number]

/** What a thing is called where no released fact names it: its name in a code table, or its key. */
export type CodeName = (scheme: string, code: string) => string | null
