/** Shapes of identity: pairs that may be one thing, and the decisions over names. */
import type { Figure, Words } from './types.ts'

/** What is known of one of two things that may be one. */
export interface MatchSide {
  id: string
  kind: string
  name: string
  synthetic: boolean
  /** Names, codes, places and addresses, each with the claim that says it. */
  said: { property: string; label: Words; figure: Figure }[]
  sources: { id: string; title: string; claims: number }[]
}

export interface MatchReason {
  code: string
  /** For the two being one, or below zero against. */
  points: number
  words: Words
}

export interface IdentityMatch {
  one: MatchSide
  other: MatchSide
  reasons: MatchReason[]
  /** Their merge waits for another person. */
  proposed: boolean
}

export interface IdentityDecision {
  id: string
  kind: 'merge' | 'distinct' | 'split'
  state: 'proposed' | 'in-force' | 'dropped'
  from: { id: string; name: string }
  into: { id: string; name: string | null }
  reason: string
  /** How many claims a split moves. */
  claims: number
  madeBy: string
  madeAt: string
  /** Whether the reader made it, and so cannot confirm it where a second person has to. */
  mine: boolean
  confirmedBy: string | null
  recordedAt: string | null
  undone: { at: string; by: string; reason: string } | null
}

export interface IdentityDecided {
  id: string
  state: 'proposed' | 'in-force' | 'dropped'
  thing: string
}
