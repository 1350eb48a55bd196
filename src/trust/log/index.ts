/**
 * What happened: one entry for every command that changed something, and the pure rules by which
 * entries become tamper-evident: the Merkle tree and the signed note. A command leaves its entry
 * pending in its own transaction; taking it into the tree is the work of `trust/checkpoint`.
 */
export {
  type Cosignature,
  isCosignedBy,
  isSignedByLog,
  type ReadCheckpoint,
  readCheckpointNote,
  readWitnessKey,
  type Witness,
  witnessIdOf,
  witnessKey,
} from './cosignature.ts'
export {
  composeEntry,
  type HappenedCommand,
  type PendingEntry,
  SALT_BYTES,
  saltedHash,
} from './entry.ts'
export {
  type Checkpoint,
  checkpointText,
  keyIdOf,
  type PublicKey,
  type SigningKey,
  signedCheckpoint,
  verifierKey,
} from './note.ts'
export { appendPending } from './store.ts'
export { GM, INTL, SUITES, type Suite, type SuiteName } from './suite.ts'
export {
  consistencyRanges,
  GrowingTree,
  HASH_BYTES,
  inclusionRanges,
  type KeptPlace,
  type KeptSubtree,
  type ProvenRange,
  placesIn,
  type Range,
  rangeHash,
  type TreeHash,
  verifyConsistency,
  verifyInclusion,
  verifySubtree,
} from './tree/index.ts'
export { tellEntry, watchEntries } from './watch.ts'
