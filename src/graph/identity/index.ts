/**
 * Identity: that two names or keys mean one thing, or that one key was used for two, is decided by
 * people, recorded with its reason, and can be undone; statements are never changed by it.
 * It is not a matcher that merges: likeness only proposes, and a name alone never decides.
 */
export {
  confirmDecision,
  type Decided,
  decideMerge,
  decideSplit,
  markDistinct,
  undoDecision,
} from './commands.ts'
export { listDecisions, type NamedDecision } from './decisions.ts'
export {
  type KnownSide,
  type Match,
  possibleMatches,
  type Reason,
} from './matching/index.ts'
export { reasonWords, SCHEME_WORDS } from './words.ts'
