import { Problem, type Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import {
  consistencyRanges,
  inclusionRanges,
  placesIn,
  type Range,
  rangeHash,
} from '../log/index.ts'
import type { Head } from './model.ts'
import { suiteOfLog } from './register.ts'
import { leafOf, readHead, readHeadFrom, readKept } from './store.ts'

/** That a leaf is in a tree of some size. */
export interface InclusionProof {
  readonly leaf: number
  readonly size: number
  readonly hashes: readonly Uint8Array[]
}

async function hashesOf(db: Database, tenant: number, ranges: readonly Range[]) {
  const kept = await readKept(db, tenant, ranges.flatMap(placesIn))
  const { tree } = await suiteOfLog(db, tenant)
  return ranges.map((range) =>
    rangeHash(tree, range, ({ height, ordinal }) => {
      const hash = kept.get(`${height}/${ordinal}`)
      if (hash === undefined) throw new Error(`the log keeps no hash at ${height}/${ordinal}`)
      return hash
    }),
  )
}

/** The newest checkpoint. Problem: `not-found` before the first one. */
export async function newestHead(db: Database, tenant: number): Promise<Head> {
  const head = await readHead(db, tenant)
  if (head === null) throw new Problem('not-found', { what: 'checkpoint' })
  return head
}

/** The first checkpoint that covers an entry; null while there is none. */
export async function headOver(db: Database, tenant: number, entry: Uuid): Promise<Head | null> {
  const leaf = await leafOf(db, tenant, entry)
  return leaf === null ? null : readHeadFrom(db, tenant, leaf + 1)
}

/** The proof that leaves are in the tree of a checkpoint, one for each. */
export async function proveLeaves(
  db: Database,
  tenant: number,
  leaves: readonly number[],
  size: number,
): Promise<InclusionProof[]> {
  const ranges = leaves.map((leaf) => inclusionRanges(leaf, size))
  const hashes = await hashesOf(db, tenant, ranges.flat())
  let used = 0
  return leaves.map((leaf, at) => {
    const own = ranges[at]?.length ?? 0
    used += own
    return { leaf, size, hashes: hashes.slice(used - own, used) }
  })
}

/**
 * The proof that an entry is in the tree of a checkpoint, of the newest unless said.
 * Problem: `not-found` where the entry is not in it.
 */
export async function proveEntry(
  db: Database,
  tenant: number,
  entry: Uuid,
  size?: number,
): Promise<InclusionProof> {
  const leaf = await leafOf(db, tenant, entry)
  const newest = await newestHead(db, tenant)
  const wanted = size ?? newest.size
  if (leaf === null || leaf >= wanted || wanted > newest.size) {
    throw new Problem('not-found', { what: entry })
  }
  const [proof] = await proveLeaves(db, tenant, [leaf], wanted)
  if (proof === undefined) throw new Problem('not-found', { what: entry })
  return proof
}

/**
 * The proof that the tree of a checkpoint begins with an older one.
 * Problem: `not-found` where there is no tree of those sizes.
 */
export async function proveConsistency(
  db: Database,
  tenant: number,
  older: number,
  size: number,
): Promise<readonly Uint8Array[]> {
  const newest = await newestHead(db, tenant)
  if (older < 1 || older > size || size > newest.size) {
    throw new Problem('not-found', { what: `${older}…${size}` })
  }
  return hashesOf(db, tenant, consistencyRanges(older, size))
}
