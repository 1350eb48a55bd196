/**
 * Freshness: which facts have grown older than their kind may, who keeps each kind, and where two
 * sources give different figures for one thing and time. A newer source that repeats a figure
 * renews it, since the age counts from the newest reading.
 * It is not a judge of truth: what is stale still stands, and readings that differ stand side by side
 * until a person keeps one of them.
 */
export { SETTLING_REASONS, type SettlingReason, settleDifference } from './commands.ts'
export {
  type Difference,
  type FreshnessOfKind,
  type KindOfFact,
  readDifferences,
  readFreshness,
  readStaleFacts,
  type StaleFact,
} from './read.ts'
export { type Found, type Recheck, recheckFact } from './recheck.ts'
export { kindsKept } from './rules.ts'
