/**
 * Evidence: what sources say (claims), who let it stand (decisions), and what is held in
 * consequence (facts, a projection that can be rebuilt at any time). Conflicting claims stand side
 * by side. It is not a place where a value is overwritten: nothing here is ever updated but the
 * mark that a fact has ended.
 */
export { claimRow, quoteHash, thingId } from './claim.ts'
export {
  type BatchToPublish,
  batchRoot,
  DECISION_REASONS,
  decideClaims,
  type EvidenceRules,
  publishBatch,
  rebuildProjection,
  stateClaims,
  type TypedStatement,
  turnBatch,
} from './commands.ts'
export { MerkleRoot } from './merkle.ts'
export type {
  AsOf,
  ClaimContext,
  ClaimDraft,
  ClaimMethod,
  ClaimRow,
  EdgeRow,
  EntityRow,
  Locator,
  Projection,
  TermRow,
  Thing,
  ThingRow,
  ValueRow,
} from './model.ts'
export { mayPublishBatch, type PublishingPolicy, parsePublishingPolicy } from './policy.ts'
export { gramsOf, NAMING_PROPERTY, projectClaim } from './projection.ts'
export {
  begunBy,
  decisionsAsOf,
  holdsOn,
  insertClaims,
  insertProjections,
  insertThings,
  isDecided,
  knownClaims,
  latestOver,
  stands,
  uuidList,
} from './store.ts'
