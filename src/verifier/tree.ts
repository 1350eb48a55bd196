import type { Hash } from './suite.ts'

export const leafOf = (hash: Hash, data: Uint8Array): Buffer => hash('\u0000', data)
const nodeOf = (hash: Hash, left: Uint8Array, right: Uint8Array): Buffer =>
  hash('\u0001', left, right)

/** The largest power of two below a size. */
function halfOf(size: bigint): bigint {
  let half = 1n
  while (half * 2n < size) half *= 2n
  return half
}

/**
 * The root that a leaf and a proof lead to, by the definition of RFC 6962 section 2.1.1 read
 * backwards; null where the proof has too few hashes or too many.
 */
function rootOver(
  hash: Hash,
  leaf: Uint8Array,
  index: bigint,
  size: bigint,
  proof: readonly Uint8Array[],
): Uint8Array | null {
  const last = proof.at(-1)
  if (size === 1n || last === undefined) return size === 1n && proof.length === 0 ? leaf : null
  const half = halfOf(size)
  const rest = proof.slice(0, -1)
  const isLeft = index < half
  const inner = isLeft
    ? rootOver(hash, leaf, index, half, rest)
    : rootOver(hash, leaf, index - half, size - half, rest)
  if (inner === null) return null
  return isLeft ? nodeOf(hash, inner, last) : nodeOf(hash, last, inner)
}

/** A place in a tree of some size. */
export interface Placed {
  readonly index: bigint
  readonly size: bigint
}

/** Whether a leaf is in the tree with this root, at that place. */
export function isIncluded(
  hash: Hash,
  leaf: Uint8Array,
  { index, size }: Placed,
  root: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (leaf.length !== 32 || index < 0n || index >= size) return false
  const reached = rootOver(hash, leaf, index, size, proof)
  return reached !== null && Buffer.from(reached).equals(root)
}

interface TwoRoots {
  readonly older: Uint8Array
  readonly newer: Uint8Array
}

/** Both roots that a proof leads to, from the older root where the older tree is a whole left part. */
function rootsOver(
  hash: Hash,
  older: bigint,
  size: bigint,
  known: Uint8Array | null,
  proof: readonly Uint8Array[],
): TwoRoots | null {
  const last = proof.at(-1)
  if (older === size) {
    if (known !== null) return proof.length === 0 ? { older: known, newer: known } : null
    return proof.length === 1 && last !== undefined ? { older: last, newer: last } : null
  }
  if (last === undefined) return null
  const half = halfOf(size)
  const rest = proof.slice(0, -1)
  if (older <= half) {
    const inner = rootsOver(hash, older, half, known, rest)
    return inner === null ? null : { older: inner.older, newer: nodeOf(hash, inner.newer, last) }
  }
  const inner = rootsOver(hash, older - half, size - half, null, rest)
  if (inner === null) return null
  return { older: nodeOf(hash, last, inner.older), newer: nodeOf(hash, last, inner.newer) }
}

/** A tree as a checkpoint tells it. */
export interface TreeHead {
  readonly size: bigint
  readonly root: Uint8Array
}

/** Whether the newer tree begins with the whole of the older one. */
export function beginsWith(
  hash: Hash,
  older: TreeHead,
  newer: TreeHead,
  proof: readonly Uint8Array[],
): boolean {
  if (older.size < 1n || older.size > newer.size) return false
  const roots = rootsOver(hash, older.size, newer.size, older.root, proof)
  if (roots === null) return false
  return Buffer.from(roots.older).equals(older.root) && Buffer.from(roots.newer).equals(newer.root)
}
