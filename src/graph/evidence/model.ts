import type { Quantity, Uuid } from '../../base/index.ts'

/** What a claim speaks of: equal keys in one scheme are one thing, whatever it is called. */
export interface Thing {
  readonly kind: string
  readonly scheme: string
  readonly code: string
}

/** The exact place in a source. Rows and pages count from 1; spans count code points from 0. */
export interface Locator {
  readonly sheet: string | null
  readonly page: number | null
  readonly row: number | null
  /** One cell or one range in A1 notation: `C12` or `B12:D12`. */
  readonly cells: string | null
  readonly start: number | null
  readonly end: number | null
}

/** What a reader or a person proposes, before it has an id and a source. */
export interface ClaimDraft {
  readonly subject: Thing
  readonly property: string
  readonly object: Thing | null
  readonly text: string | null
  readonly quantity: Quantity | null
  /** ISO dates; `validTo` is the first day on which it no longer holds, or the end of a period. */
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly locator: Locator
  /** The words of the source at the locator, letter for letter. */
  readonly quote: string
}

/** How a claim came about. */
export type ClaimMethod = 'typed' | 'imported' | 'read' | 'derived'

/** What all claims of one batch share. */
export interface ClaimContext {
  readonly tenant: number
  readonly source: Uuid
  readonly batch: Uuid
  readonly label: number
  readonly method: ClaimMethod
  /** Who read it: a mapping with its version, a reader, or `person`. */
  readonly reader: string
}

/** One row of `claim`. Immutable once stored. */
export interface ClaimRow {
  readonly tenant: number
  readonly id: Uuid
  readonly batch: Uuid
  readonly source: Uuid
  readonly sheet: string | null
  readonly page: number | null
  readonly row_number: number | null
  readonly cells: string | null
  readonly span_start: number | null
  readonly span_end: number | null
  readonly quote_hash: Uuid
  readonly method: ClaimMethod
  readonly reader: string
  /** 0 to 100; 100 for what a person typed or an authoritative table states. */
  readonly confidence: number
  readonly subject: Uuid
  readonly property: string
  readonly object: Uuid | null
  readonly printed: string | null
  readonly operator: string | null
  readonly number: string | null
  readonly low: string | null
  readonly high: string | null
  readonly unit: string | null
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly label: number
  /** Held claims wait for a person; the decision of their batch does not publish them. */
  readonly held: boolean
}

/** One row of `thing`. */
export interface ThingRow extends Thing {
  readonly tenant: number
  readonly id: Uuid
}

/** What the three tables of facts have in common. */
interface FactRow {
  readonly tenant: number
  readonly claim: Uuid
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly source: Uuid
  readonly label: number
  /** The decision that makes the fact visible; until it is recorded nobody sees the row. */
  readonly decision: Uuid
  /** The decision that ended it, if any. */
  readonly ended: Uuid | null
  /** The number of the identity decision from which it stands under its ids; 0 from the first. */
  readonly joined: number
  /** The number of the one that put another row in its place, if any. */
  readonly parted: number | null
}

interface Measured {
  readonly operator: string | null
  readonly number: string | null
  readonly low: string | null
  readonly high: string | null
  readonly unit: string | null
}

/** A naming fact: this thing is of this kind and is called so. */
export interface EntityRow extends FactRow {
  readonly id: Uuid
  readonly kind: string
  readonly name: string
  /** Said of this thing itself, and not of one that went into it: its own name comes first. */
  readonly own: boolean
}

/** A relation between two things, with a quantity where the source gives one. */
export interface EdgeRow extends FactRow, Measured {
  readonly subject: Uuid
  readonly property: string
  readonly object: Uuid
  readonly printed: string | null
}

/** A property of one thing. */
export interface ValueRow extends FactRow, Measured {
  readonly subject: Uuid
  readonly property: string
  readonly printed: string
}

/** What search looks through: one row for each searched name. */
export interface TermRow {
  readonly tenant: number
  readonly claim: Uuid
  readonly thing: Uuid
  readonly kind: string
  readonly name: string
  readonly folded: string
  readonly pinyin: string
  readonly initials: string
  readonly grams: readonly string[]
  readonly label: number
  readonly decision: Uuid
  readonly ended: Uuid | null
  readonly joined: number
  readonly parted: number | null
}

/** The projection of one claim: exactly one fact, and a term where its property is searched. */
export interface Projection {
  readonly entity: EntityRow | null
  readonly edge: EdgeRow | null
  readonly value: ValueRow | null
  readonly term: TermRow | null
}

/** The two time axes: what was recorded by `known`, of what held on `valid`. */
export interface AsOf {
  /** ISO instant. */
  readonly known: string
  /** ISO date. */
  readonly valid: string
}
