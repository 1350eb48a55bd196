import type { Uuid, Words } from '../../base/index.ts'
import type { Figure, NamedThing, Printed } from '../figures/index.ts'

export type VerdictWord = 'strong' | 'stable' | 'weak' | 'missing' | 'unknown'
export type MarkWord = 'chokePoint' | 'breakPoint' | 'blockage'
export type Position = 'upstream' | 'midstream' | 'downstream'

/** How far a maker is from the office that looks; `unplaced` where no source says where it is. */
export type Place = 'local' | 'province' | 'country' | 'abroad' | 'unplaced'
export const PLACES: readonly Place[] = ['local', 'province', 'country', 'abroad', 'unplaced']

/** A standing value with what its age is judged by. */
export interface ValueFact extends Printed {
  readonly claim: Uuid
  readonly subject: Uuid
  readonly property: string
  readonly printed: string
  readonly source: Uuid
  readonly source_title: string
  readonly published_on: string | null
  readonly synthetic: boolean
  readonly recorded_at: string
}

/** A standing relation between two things. */
export interface EdgeFact extends Printed {
  readonly claim: Uuid
  readonly subject: Uuid
  readonly property: string
  readonly object: Uuid
  readonly source: Uuid
  readonly source_class: string
  readonly published_on: string | null
  readonly synthetic: boolean
}

/** A firm, product or other thing that belongs to a stage, with the claim of its place. */
export interface MemberFact {
  readonly claim: Uuid
  readonly stage: Uuid
  readonly member: Uuid
  readonly kind: string
  readonly synthetic: boolean
  readonly place_claim: Uuid | null
  /** Division or country code; null where no source says where it is. */
  readonly place_code: string | null
}

/** A stage by the claim that names it. */
export interface StageName {
  readonly id: Uuid
  readonly name: string
  readonly claim: Uuid
  readonly synthetic: boolean
}

/** All standing facts that make up one chain. */
export interface ChainFacts {
  readonly chain: NamedThing
  readonly chainValues: readonly ValueFact[]
  readonly stages: readonly StageName[]
  /** From child to parent. */
  readonly parents: readonly EdgeFact[]
  readonly values: readonly ValueFact[]
  readonly links: readonly EdgeFact[]
  readonly members: readonly MemberFact[]
}

export interface LabelledFigure {
  readonly property: string
  readonly label: Words
  readonly figure: Figure
}

export type Makers = { readonly [place in Place]: Figure | null }

/** One stage as the map draws it. */
export interface StageTile {
  readonly id: Uuid
  readonly name: string
  readonly englishName: string | null
  readonly figure: Figure
  readonly parent: Uuid | null
  readonly position: Position | null
  readonly column: string | null
  readonly order: number
  readonly verdict: { readonly word: VerdictWord; readonly figure: Figure | null }
  readonly marks: readonly { readonly mark: MarkWord; readonly figure: Figure }[]
  readonly makers: Makers
  readonly facts: readonly LabelledFigure[]
  readonly firms: Figure
  /** How many sources speak of it. */
  readonly sources: number
  /** ISO date of the newest of them, or of what it speaks of; null where none says. */
  readonly newest: string | null
  readonly stale: boolean
  readonly synthetic: boolean
}

/** A supply link as the map draws it: several claims of one link are one ribbon. */
export interface Ribbon {
  readonly id: Uuid
  readonly from: Uuid
  readonly to: Uuid
  readonly sources: number
  readonly figure: Figure
  readonly value: Figure | null
  readonly synthetic: boolean
}

export interface ChainMap {
  readonly chain: {
    readonly id: Uuid
    readonly name: string
    readonly englishName: string | null
    readonly scope: string | null
    readonly headline: readonly LabelledFigure[]
  }
  readonly stages: readonly StageTile[]
  readonly links: readonly Ribbon[]
  readonly snapshot: string
}
