/**
 * Proposes: which pairs of things may be one, with the grounds for and against.
 * It decides nothing, and no pair is merged because its score is high.
 */
export { type Match, possibleMatches } from './matches.ts'
export type { Reason } from './reasons.ts'
export type { KnownSide } from './store.ts'
