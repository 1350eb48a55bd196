/** Shapes of the freshness screen. See types.ts. */
import type { Figure, ThingRef, Words } from './types.ts'

interface KeptKind {
  property: string
  words: Words
  owner: string
  ownerWords: Words
}

export interface FreshnessOfKind extends KeptKind {
  maximumAgeMonths: number
  facts: number
  stale: number
  undated: number
  oldest: string | null
}

export interface StaleFact extends KeptKind {
  claim: string
  subject: ThingRef
  figure: Figure
  source: { id: string; title: string }
  since: string
  due: string
}

export interface FigureDifference {
  subject: ThingRef
  property: string
  words: Words
  readings: {
    claim: string
    figure: Figure
    source: { id: string; title: string; publisher: string; publishedOn: string | null }
  }[]
}
