import { createHash } from 'node:crypto'

/** Length of every hash of a tree, in bytes. */
export const HASH_BYTES = 32

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest()
}

/** The hash of a tree without leaves. */
export const EMPTY_ROOT: Uint8Array = sha256()

/** The hash of a leaf; its first byte keeps a leaf from ever passing for a node. */
export const leafHash = (leaf: Uint8Array): Uint8Array => sha256(LEAF, leaf)

export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(NODE, left, right)

export function isSameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}
