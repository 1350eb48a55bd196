/**
 * Evidence: what sources say (claims), who let it stand (decisions), and what is held in
 * consequence (facts, a projection that can be rebuilt at any time). Conflicting claims stand side
 * by side. It is not a place where a value is overwritten: nothing here is ever updated but the
 * marks that a fact has ended, and that it stands under another id from a decision on.
 */
export {
  type BatchProof,
  type BatchToPublish,
  batchRoot,
  proveClaims,
  publishBatch,
  turnBatch,
} from './batches.ts'
export { claimRow, quoteHash, thingId } from './claim.ts'
export {
  DECISION_REASONS,
  decideClaims,
  decideWithin,
  rebuildProjection,
  stateClaims,
  type TypedStatement,
} from './commands.ts'
export { type EvidenceRules, singlePolicyOf } from './decision.ts'
export { type EncodedClaims, encodeClaims, keepClaims } from './encoded.ts'
export { type HeldClaim, type HeldDraft, holdClaims } from './hold.ts'
export { type IdentityDecision, IdentityHistory, ORIGINAL, OWN_BY_SPLIT } from './identity.ts'
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
export { moveFacts } from './moving/index.ts'
export { mayPublishBatch, type PublishingPolicy, parsePublishingPolicy } from './policy.ts'
export { gramsOf, NAMING_PROPERTY, projectClaim } from './projection.ts'
export { projectAnew } from './reproject.ts'
export {
  batchClaims,
  begunBy,
  claimPage,
  decisionsAsOf,
  hasClaims,
  holdIdentity,
  holdsOn,
  identityNumber,
  insertClaims,
  insertEncodedClaims,
  insertThings,
  isDecided,
  knownClaims,
  latestOver,
  readIdentity,
  stands,
  uuidList,
  waits,
} from './store.ts'
