/** Length of every hash of a tree, in bytes, whichever function makes it. */
export const HASH_BYTES = 32

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** Hashes some parts, one after the other; 32 bytes. */
export type Hash = (...parts: readonly Uint8Array[]) => Uint8Array

/** The hashes of a tree, by one hash function. */
export interface TreeHash {
  /** The hash of a tree without leaves. */
  empty(): Uint8Array
  /** The hash of a leaf; its first byte keeps a leaf from ever passing for a node. */
  leaf(leaf: Uint8Array): Uint8Array
  node(left: Uint8Array, right: Uint8Array): Uint8Array
}

/** The hashes of RFC 6962 section 2.1 by a function of 32 bytes. */
export function treeHashOf(hash: Hash): TreeHash {
  return {
    empty: () => hash(),
    leaf: (leaf) => hash(LEAF, leaf),
    node: (left, right) => hash(NODE, left, right),
  }
}

export function isSameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}
