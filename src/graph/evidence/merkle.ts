import { createHash } from 'node:crypto'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

function hash(...parts: Uint8Array[]): Uint8Array {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest()
}

/**
 * The Merkle tree hash of RFC 6962 section 2.1 over leaves that arrive one after the other.
 *
 * It keeps one hash for each complete subtree and not the leaves, so a batch of any size costs a
 * few dozen hashes of memory.
 */
export class MerkleRoot {
  readonly #subtrees: { size: number; hash: Uint8Array }[] = []

  /** Appends one leaf. */
  add(leaf: Uint8Array): void {
    let tree = { size: 1, hash: hash(LEAF, leaf) }
    let left = this.#subtrees.at(-1)
    while (left !== undefined && left.size === tree.size) {
      this.#subtrees.pop()
      tree = { size: tree.size * 2, hash: hash(NODE, left.hash, tree.hash) }
      left = this.#subtrees.at(-1)
    }
    this.#subtrees.push(tree)
  }

  /** The root over all leaves so far, hexadecimal. */
  hex(): string {
    const trees = [...this.#subtrees]
    let root = trees.pop()?.hash ?? hash()
    for (let left = trees.pop(); left !== undefined; left = trees.pop()) {
      root = hash(NODE, left.hash, root)
    }
    return Buffer.from(root).toString('hex')
  }
}
