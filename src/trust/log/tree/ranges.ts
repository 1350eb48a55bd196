import assert from 'node:assert'
import { KEPT_LEVELS } from './growing.ts'
import type { TreeHash } from './hash.ts'

/** Leaves `first` to before `end`; what a hash of a proof stands for. */
export interface Range {
  readonly first: number
  readonly end: number
}

/** A hash that is kept: of a leaf at height 0, of a subtree of 256 leaves at height 1, and so on. */
export interface KeptPlace {
  readonly height: number
  readonly ordinal: number
}

/** The largest power of two below `leaves`, at which a tree of so many is split. */
function splitOf(leaves: number): number {
  let half = 1
  while (half * 2 < leaves) half *= 2
  return half
}

/** What the hashes of the proof stand for that a leaf is in a tree of that size, in their order. */
export function inclusionRanges(leaf: number, size: number): Range[] {
  assert(leaf >= 0 && leaf < size, 'the leaf is in the tree')
  const ranges: Range[] = []
  let [first, end] = [0, size]
  while (end - first > 1) {
    const middle = first + splitOf(end - first)
    const isLeft = leaf < middle
    ranges.push(isLeft ? { first: middle, end } : { first, end: middle })
    if (isLeft) end = middle
    else first = middle
  }
  return ranges.reverse()
}

/** The same for the proof that a tree of one size begins with the tree of a smaller one. */
export function consistencyRanges(older: number, size: number): Range[] {
  assert(older > 0 && older <= size, 'the older tree has leaves, and no more than the newer')
  const ranges: Range[] = []
  let [first, end] = [0, size]
  while (older < end) {
    const middle = first + splitOf(end - first)
    const isLeft = older <= middle
    ranges.push(isLeft ? { first: middle, end } : { first, end: middle })
    if (isLeft) end = middle
    else first = middle
  }
  return (first === 0 ? ranges : [...ranges, { first, end }]).reverse()
}

/** Where the hash over a range is kept, or null where it is put together from two halves. */
function keptAt({ first, end }: Range): KeptPlace | null {
  let [height, leaves] = [0, 1]
  while (leaves < end - first) {
    height += 1
    leaves *= 2 ** KEPT_LEVELS
  }
  return leaves === end - first && first % leaves === 0 ? { height, ordinal: first / leaves } : null
}

function halvesOf({ first, end }: Range): [Range, Range] {
  const middle = first + splitOf(end - first)
  return [
    { first, end: middle },
    { first: middle, end },
  ]
}

/** The kept hashes from which that over a range is made: a few hundred for a million leaves. */
export function placesIn(range: Range): KeptPlace[] {
  if (range.first === range.end) return []
  const kept = keptAt(range)
  return kept === null ? halvesOf(range).flatMap(placesIn) : [kept]
}

/** The hash over a range, made from kept hashes. */
export function rangeHash(
  by: TreeHash,
  range: Range,
  hashAt: (place: KeptPlace) => Uint8Array,
): Uint8Array {
  if (range.first === range.end) return by.empty()
  const kept = keptAt(range)
  if (kept !== null) return hashAt(kept)
  const [left, right] = halvesOf(range)
  return by.node(rangeHash(by, left, hashAt), rangeHash(by, right, hashAt))
}
