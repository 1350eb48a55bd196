/**
 * Proposals: claims that wait for a person. The queue in which they stand, what speaks for and
 * against each, and the decisions by which they are accepted, corrected, rejected, or waited for
 * again.
 * It is not a second store of claims: what is accepted is a fact like any other, and a proposal is
 * never published with its batch.
 */
export { decideProposals, editProposal, undoDecision } from './commands.ts'
export type { ProposalEdit, QueueItem, ReviewGroup } from './model.ts'
export {
  alikeTo,
  besideIn,
  pendingNames,
  type QueueView,
  queueView,
  readQueue,
  rivalsOf,
} from './queue/index.ts'
export { effectOf, isNamedIn, isOwnWork, passageOf, REVIEW_GROUPS, windowAround } from './rules.ts'
export {
  cautionsOf,
  decidedSince,
  editOf,
  heldReasons,
  keepGrounds,
  lastDecisionOf,
  readDraft,
  readProposals,
  returnedOf,
  sentenceOf,
} from './store.ts'
