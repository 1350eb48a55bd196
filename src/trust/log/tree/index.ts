/** The Merkle tree of RFC 6962 and 9162: hashes, growth, what proofs are made of, and whether they hold. */
export { GrowingTree, type KeptSubtree } from './growing.ts'
export { HASH_BYTES, type Hash, type TreeHash, treeHashOf } from './hash.ts'
export {
  consistencyRanges,
  inclusionRanges,
  type KeptPlace,
  placesIn,
  type Range,
  rangeHash,
} from './ranges.ts'
export { type ProvenRange, verifyConsistency, verifyInclusion, verifySubtree } from './verify.ts'
