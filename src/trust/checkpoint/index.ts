/**
 * The signed states of the log: entries are taken into the tenant's tree by one process at a time,
 * each state is signed, and what is in the tree, and that it only ever grew, can be proved. It is
 * no blockchain: it shows that nothing was changed since a checkpoint that somebody kept, not that
 * what was entered is true.
 */
export { type Integrated, integrate, type Sequencing } from './integrate.ts'
export type { Head, LogKey, LogTree } from './model.ts'
export {
  headOver,
  type InclusionProof,
  newestHead,
  proveConsistency,
  proveEntry,
  proveLeaves,
} from './proofs.ts'
export { agreedSuite, registerKey, suiteOfLog } from './register.ts'
export { recomputedStates, type SignedState, signedStates } from './states.ts'
export {
  countWaiting,
  entriesAt,
  entryById,
  hasWaiting,
  headAt,
  type KeptEntry,
  type LogBacklog,
  readBacklogOfLog,
  readHead,
  readKeys,
  readTree,
} from './store.ts'
