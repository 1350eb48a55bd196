import type { Uuid, Words } from '../../base/index.ts'
import type { Locator } from '../evidence/index.ts'

export type Operator = '=' | '>' | '>=' | '<' | '<=' | '~'

/** Anything that a screen shows as a figure or a statement, with the way to its ground. */
export interface Figure {
  /** `c.…` a claim, `d.…` a stored derivation, `q.…` a derivation computed again when opened. */
  readonly id: string
  /** As the source printed it, or the computed value. */
  readonly text: string
  readonly kind: 'read' | 'computed'
  readonly synthetic: boolean
  readonly stale: boolean
  readonly operator: Operator
  readonly number: string | null
  readonly low: string | null
  readonly high: string | null
  readonly unit: string
  /** The year, day or span that it speaks of, ISO; null where the source does not say. */
  readonly period: string | null
}

/** A thing as screens name it. */
export interface NamedThing {
  readonly id: Uuid
  readonly kind: string
  readonly name: string
}

export interface SourceHead {
  readonly id: Uuid
  readonly title: string
  readonly publisher: string
  readonly publishedOn: string | null
  readonly label: number
  readonly synthetic: boolean
}

export type ClaimStage = 'draft' | 'published' | 'rejected' | 'withdrawn'

/** A claim with all that a reader needs to judge it. */
export interface ClaimView {
  readonly id: Uuid
  readonly subject: NamedThing
  readonly property: string
  readonly propertyLabel: Words
  readonly object: NamedThing | null
  readonly figure: Figure
  readonly quote: string | null
  readonly locator: Locator
  readonly source: SourceHead
  readonly method: string
  readonly reader: string
  readonly confidence: number
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly stage: ClaimStage
  readonly recordedAt: string | null
  readonly decidedBy: { readonly name: string } | null
  readonly conflicts: readonly {
    readonly claim: Uuid
    readonly figure: Figure
    readonly source: SourceHead
  }[]
}

/** A computed value with what it was computed from. */
export interface DerivationView {
  readonly id: string
  readonly algorithm: Words
  readonly version: number
  readonly parameters: Record<string, string>
  readonly snapshot: string
  readonly output: string
  /** The first claims that went in; `total` counts all. */
  readonly claims: readonly ClaimView[]
  readonly total: number
}

/** Where a figure comes from. */
export type Ground =
  | { readonly kind: 'span'; readonly claim: ClaimView }
  | { readonly kind: 'derivation'; readonly derivation: DerivationView }
