import type { Uuid, Words } from '../../base/index.ts'
import type { LabelLevel } from '../../trust/access/index.ts'
import type { AsOf, Locator } from '../evidence/index.ts'
import type { Audience, HiddenReason, ReviewedThing } from '../publication/index.ts'

/** A thing with its key. */
export interface PortableThing extends ReviewedThing {
  readonly scheme: string
  readonly code: string
  readonly name: string
}

export interface PortableSource {
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

/** A standing fact with its ground: where its source says so, and when it came to stand. */
export interface PortableFact {
  readonly claim: Uuid
  readonly subject: PortableThing
  readonly property: string
  readonly object: PortableThing | null
  readonly printed: string
  readonly operator: string | null
  /** Decimal text in the base unit. */
  readonly number: string | null
  readonly low: string | null
  readonly high: string | null
  readonly unit: string | null
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly source: PortableSource
  readonly locator: Locator
  readonly quote: string | null
  readonly method: string
  /** The program that read it; of what a person typed, only that a person did. */
  readonly reader: string
  readonly batch: Uuid
  /** The moment of the decision that lets it stand. */
  readonly recordedAt: string | null
  /** The stricter of the labels of claim and source. */
  readonly level: LabelLevel
}

/** What was hidden for one reason. */
export interface PortableHidden {
  readonly reason: HiddenReason
  readonly what: Words
  readonly why: Words
  readonly facts: number
  /** Quotations, titles and publishers of sources. */
  readonly quotes: number
}

/** The graph after the review, with what every copy of it must say. */
export interface PortableGraph {
  readonly title: string
  readonly office: string
  readonly asOf: AsOf
  readonly audience: Audience
  readonly things: readonly PortableThing[]
  readonly facts: readonly PortableFact[]
  readonly sources: readonly PortableSource[]
  readonly hidden: readonly PortableHidden[]
  /** Sentences that stand on the export: invented data, a desk of one person. */
  readonly stamps: readonly Words[]
}
