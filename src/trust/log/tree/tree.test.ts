import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { merkleQuestions } from '../../../../test/vectors/merkle.ts'
import { INTL } from '../suite.ts'
import {
  consistencyRanges,
  GrowingTree,
  inclusionRanges,
  type KeptPlace,
  placesIn,
  type Range,
  rangeHash,
  verifyConsistency,
  verifyInclusion,
  verifySubtree,
} from './index.ts'

const { tree: BY } = INTL

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const text = (said: string): Uint8Array => Buffer.from(said)

describe('the vectors', () => {
  test('all 518 proofs are judged as they should be', () => {
    const questions = merkleQuestions()
    const wrong = questions.filter(({ leaf, tree, range, proof, isTrue, isWhole }) => {
      if (leaf !== null) return verifyInclusion(BY, leaf, range, proof) !== isTrue
      if (tree === null) return true
      const older = { size: range.end, root: range.root }
      const holds = isWhole
        ? verifyConsistency(BY, older, tree, proof)
        : verifySubtree(BY, range, tree, proof)
      return holds !== isTrue
    })
    expect(questions).toHaveLength(518)
    expect(wrong.map(({ file }) => file)).toEqual([])
  })

  test('leaves and nodes are hashed apart', () => {
    expect(hex(BY.empty())).toMatch(/^e3b0c442/)
    expect(hex(BY.leaf(text('')))).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    )
    expect(hex(BY.leaf(text('L123456')))).toBe(
      '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
    )
    expect(hex(BY.node(text('N123'), text('N456')))).toBe(
      'aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb',
    )
  })
})

/** A tree that grew leaf by leaf and kept what it was told to keep. */
class Kept {
  readonly roots: Uint8Array[] = []
  readonly #hashes = new Map<string, Uint8Array>()
  tree = new GrowingTree(BY)

  constructor(size: number) {
    this.roots.push(this.tree.root())
    for (let at = 0; at < size; at += 1) {
      // Taken up again from its edge now and then, as after a restart.
      if (at % 7 === 3) this.tree = GrowingTree.from(BY, at, this.tree.edge())
      const leaf = BY.leaf(text(String(at)))
      this.#hashes.set(`0/${at}`, leaf)
      for (const { height, ordinal, hash } of this.tree.addHash(leaf)) {
        this.#hashes.set(`${height}/${ordinal}`, hash)
      }
      this.roots.push(this.tree.root())
    }
  }

  hashAt = ({ height, ordinal }: KeptPlace): Uint8Array => {
    const hash = this.#hashes.get(`${height}/${ordinal}`)
    if (hash === undefined) throw new Error(`nothing kept at ${height}/${ordinal}`)
    return hash
  }

  proof(ranges: readonly Range[]): Uint8Array[] {
    return ranges.map((range) => rangeHash(BY, range, this.hashAt))
  }

  root(size: number): Uint8Array {
    return this.roots[size] ?? BY.empty()
  }
}

const SIZE = 1100
const kept = new Kept(SIZE)

/** The tree as the standard defines it, from all its leaves. */
function defined(first: number, end: number): Uint8Array {
  if (first === end) return BY.empty()
  if (end - first === 1) return BY.leaf(text(String(first)))
  let half = 1
  while (half * 2 < end - first) half *= 2
  return BY.node(defined(first, first + half), defined(first + half, end))
}

/** One bit of some bytes turned over. */
function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const at = Math.floor(bit / 8) % copy.length
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8))
  return copy
}

const sizes = fc.integer({ min: 1, max: SIZE })
const bits = fc.nat(255)

describe('a tree that grows', () => {
  test('has the root that the standard defines, at every size', () => {
    for (const size of [0, 1, 2, 3, 7, 8, 9, 255, 256, 257, 513, 1024, SIZE]) {
      expect([size, hex(kept.root(size))]).toEqual([size, hex(defined(0, size))])
      expect(hex(rangeHash(BY, { first: 0, end: size }, kept.hashAt))).toBe(hex(kept.root(size)))
    }
  })

  test('of a million leaves needs a few hundred kept hashes for a proof', () => {
    const needed = inclusionRanges(777_777, 1_000_000).flatMap(placesIn)
    expect(needed.length).toBeLessThan(1_100)
    expect(Math.max(...needed.map(({ height }) => height))).toBe(2)
  })

  test('proves every leaf, and nothing that differs in a bit', () => {
    const leaves = sizes.chain((size) =>
      fc.record({ size: fc.constant(size), index: fc.nat(size - 1), bit: bits, at: fc.nat(30) }),
    )
    fc.assert(
      fc.property(leaves, ({ size, index, bit, at }) => {
        const proof = kept.proof(inclusionRanges(index, size))
        const range = { start: 0n, end: BigInt(size), root: kept.root(size) }
        const leaf = { index: BigInt(index), hash: kept.hashAt({ height: 0, ordinal: index }) }
        expect(verifyInclusion(BY, leaf, range, proof)).toBe(true)
        const turned = { ...leaf, hash: flipped(leaf.hash, bit) }
        expect(verifyInclusion(BY, turned, range, proof)).toBe(false)
        const other = { ...range, root: flipped(range.root, bit) }
        expect(verifyInclusion(BY, leaf, other, proof)).toBe(false)
        if (proof.length === 0) return
        const place = at % proof.length
        const wrong = proof.map((hash, each) => (each === place ? flipped(hash, bit) : hash))
        expect(verifyInclusion(BY, leaf, range, wrong)).toBe(false)
        expect(verifyInclusion(BY, leaf, range, proof.toSpliced(place, 1))).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  test('proves that it begins with each earlier one, and with no other', () => {
    const pairs = sizes.chain((size) =>
      fc.record({
        ...{ size: fc.constant(size), older: fc.integer({ min: 1, max: size }) },
        ...{ bit: bits, at: fc.nat(30) },
      }),
    )
    fc.assert(
      fc.property(pairs, ({ size, older, bit, at }) => {
        const proof = kept.proof(consistencyRanges(older, size))
        const before = { size: BigInt(older), root: kept.root(older) }
        const now = { size: BigInt(size), root: kept.root(size) }
        expect(verifyConsistency(BY, before, now, proof)).toBe(true)
        const turned = { ...before, root: flipped(before.root, bit) }
        expect(verifyConsistency(BY, turned, now, proof)).toBe(false)
        const other = { ...now, root: flipped(now.root, bit) }
        expect(verifyConsistency(BY, before, other, proof)).toBe(false)
        if (proof.length === 0) return
        const place = at % proof.length
        const wrong = proof.map((hash, each) => (each === place ? flipped(hash, bit) : hash))
        expect(verifyConsistency(BY, before, now, wrong)).toBe(false)
        expect(verifyConsistency(BY, before, now, proof.toSpliced(place, 1))).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
