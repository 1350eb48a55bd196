import assert from 'node:assert'
import { HASH_BYTES, type TreeHash } from './hash.ts'

/** Levels of a tree between two that are kept: a kept subtree covers 256, 65,536, … leaves. */
export const KEPT_LEVELS = 8

/** A complete subtree that is to be kept, by which proofs are found without going through leaves. */
export interface KeptSubtree {
  /** 1 over 256 leaves, 2 over 65,536, and so on. */
  readonly height: number
  /** Which of its height, from 0. */
  readonly ordinal: number
  readonly hash: Uint8Array
}

interface Subtree {
  readonly level: number
  readonly hash: Uint8Array
}

/**
 * The Merkle tree of RFC 6962 section 2.1 over leaves that arrive one after the other.
 *
 * It keeps one hash for each complete subtree at its right edge and not the leaves, so a tree of any
 * size costs a few dozen hashes, and it goes on from these where it was left.
 */
export class GrowingTree {
  readonly #by: TreeHash
  readonly #edge: Subtree[] = []
  #size = 0

  constructor(by: TreeHash) {
    this.#by = by
  }

  /** Takes up a tree of `size` leaves from what `edge()` gave. */
  static from(by: TreeHash, size: number, edge: Uint8Array): GrowingTree {
    const tree = new GrowingTree(by)
    const levels = [...size.toString(2)].reverse().flatMap((bit, at) => (bit === '1' ? [at] : []))
    assert(edge.length === levels.length * HASH_BYTES, 'a hash for each complete subtree')
    levels.reverse().forEach((level, at) => {
      const hash = edge.slice(at * HASH_BYTES, (at + 1) * HASH_BYTES)
      tree.#edge.push({ level, hash })
    })
    tree.#size = size
    return tree
  }

  get size(): number {
    return this.#size
  }

  /** Appends one leaf; answers the subtrees to keep that it completed, the smallest first. */
  add(leaf: Uint8Array): KeptSubtree[] {
    return this.addHash(this.#by.leaf(leaf))
  }

  /** Appends a leaf by its hash. */
  addHash(hash: Uint8Array): KeptSubtree[] {
    const kept: KeptSubtree[] = []
    let tree: Subtree = { level: 0, hash }
    this.#size += 1
    for (let left = this.#edge.at(-1); left?.level === tree.level; left = this.#edge.at(-1)) {
      this.#edge.pop()
      tree = { level: tree.level + 1, hash: this.#by.node(left.hash, tree.hash) }
      if (tree.level % KEPT_LEVELS !== 0) continue
      const ordinal = this.#size / 2 ** tree.level - 1
      kept.push({ height: tree.level / KEPT_LEVELS, ordinal, hash: tree.hash })
    }
    this.#edge.push(tree)
    return kept
  }

  /** The root over all leaves so far. */
  root(): Uint8Array {
    return (
      this.#edge.reduceRight<Uint8Array | null>(
        (right, { hash }) => (right === null ? hash : this.#by.node(hash, right)),
        null,
      ) ?? this.#by.empty()
    )
  }

  /** The hashes at the right edge, one after the other, by which the tree can be taken up again. */
  edge(): Uint8Array {
    return Buffer.concat(this.#edge.map(({ hash }) => hash))
  }
}
