import { HASH_BYTES, isSameHash, type TreeHash } from './hash.ts'

/** Leaves `start` to before `end` of a tree, of which a hash is known. */
export interface ProvenRange {
  readonly start: bigint
  readonly end: bigint
  readonly root: Uint8Array
}

/** Whether a range can be a subtree: it begins at a multiple of its size, rounded up to a power of two. */
function isSubtree(start: bigint, end: bigint): boolean {
  if (start < 0n || end < start) return false
  let size = 1n
  while (size < end - start) size *= 2n
  return start % size === 0n
}

/**
 * Whether a proof shows that a leaf is the one at that index of a subtree, after RFC 9162 section
 * 2.1.3.2; a whole tree is the subtree that begins at 0.
 */
export function verifyInclusion(
  by: TreeHash,
  leaf: { readonly index: bigint; readonly hash: Uint8Array },
  { start, end, root }: ProvenRange,
  proof: readonly Uint8Array[],
): boolean {
  if (!isSubtree(start, end) || leaf.index < start || leaf.index >= end) return false
  if (leaf.hash.length !== HASH_BYTES) return false
  let [at, last] = [leaf.index - start, end - start - 1n]
  let hash = leaf.hash
  for (const other of proof) {
    if (last === 0n) return false
    if (at % 2n === 1n || at === last) {
      hash = by.node(other, hash)
      while (at % 2n === 0n && at !== 0n) [at, last] = [at >> 1n, last >> 1n]
    } else hash = by.node(hash, other)
    ;[at, last] = [at >> 1n, last >> 1n]
  }
  return last === 0n && isSameHash(hash, root)
}

/**
 * Whether a proof shows that a tree begins with an older one, after RFC 9162 section 2.1.4.2. Of an
 * empty older tree nothing can be shown.
 */
export function verifyConsistency(
  by: TreeHash,
  older: { readonly size: bigint; readonly root: Uint8Array },
  tree: { readonly size: bigint; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  return (
    older.size > 0n &&
    verifySubtree(by, { start: 0n, end: older.size, root: older.root }, tree, proof)
  )
}

/** Whether a proof shows that a tree holds a subtree unchanged; the older tree is the one from 0. */
export function verifySubtree(
  by: TreeHash,
  { start, end, root }: ProvenRange,
  tree: { readonly size: bigint; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (end > tree.size || !isSubtree(start, end)) return false
  if (start === end) return proof.length === 0 && isSameHash(root, by.empty())
  let [first, last, rightmost] = [start, end - 1n, tree.size - 1n]
  const up = (): void => {
    ;[first, last, rightmost] = [first >> 1n, last >> 1n, rightmost >> 1n]
  }
  const isEdge = last === rightmost
  while (first !== last && (isEdge || last % 2n === 1n)) up()
  const rest = [...proof]
  const begun = first === last ? root : rest.shift()
  if (begun === undefined) return false
  let [older, newer] = [begun, begun]
  for (const other of rest) {
    if (rightmost === 0n) return false
    if (last % 2n === 1n || last === rightmost) {
      if (first < last) older = by.node(other, older)
      newer = by.node(other, newer)
      while (last % 2n === 0n) up()
    } else newer = by.node(newer, other)
    up()
  }
  return rightmost === 0n && isSameHash(older, root) && isSameHash(newer, tree.root)
}
