import { type Store, tryTenantLock } from '../../store/index.ts'
import {
  GrowingTree,
  type KeptSubtree,
  keyIdOf,
  type SigningKey,
  SUITES,
  saltedHash,
  signedCheckpoint,
} from '../log/index.ts'
import {
  insertHead,
  insertLeaves,
  insertSubtrees,
  type NewLeaf,
  readHead,
  readKeys,
  readTree,
  waitingEntries,
} from './store.ts'

/** Any number, the same for all of our processes. */
const SEQUENCER_LOCK = 7310_0002

/** So many entries a transaction: some fifty milliseconds on the embedded store. */
const ENTRIES_MAX = 500
/** And no more after so many bytes of bodies, which are read whole. */
const BODIES_MAX_BYTES = 8 * 1024 * 1024

/** What the sequencer needs from the world. */
export interface Sequencing {
  readonly store: Store
  readonly key: SigningKey
  readonly now: Date
}

/** `busy`: another process is at it. `keyless`: this key does not sign for this log. */
export type Integrated =
  | { readonly state: 'done'; readonly entries: number; readonly more: boolean }
  | { readonly state: 'busy' | 'keyless' }

/**
 * Takes the entries of a tenant that wait into its tree, in the order in which they were made, and
 * signs what the tree then is: leaves, subtrees, marks and checkpoint in one transaction, so that
 * whatever ends the process leaves all of it or none. One process at a time: the lock says who, and
 * the keys of the tables would refuse a second one.
 */
export function integrate({ store, key, now }: Sequencing, tenant: number): Promise<Integrated> {
  return store.transaction(
    async (tx): Promise<Integrated> => {
      if (!(await tryTenantLock(tx, SEQUENCER_LOCK, tenant))) return { state: 'busy' }
      const tree = await readTree(tx, tenant)
      if (tree === null) return { state: 'keyless' }
      const { origin } = tree
      const suite = SUITES[tree.suite]
      const id = keyIdOf(origin, key)
      const keys = await readKeys(tx, tenant)
      if (!keys.some((known) => known.id === id)) return { state: 'keyless' }
      const limits = { entries: ENTRIES_MAX, bytes: BODIES_MAX_BYTES }
      const { waiting, more } = await waitingEntries(tx, tenant, limits)
      if (waiting.length === 0) return { state: 'done', entries: 0, more: false }
      const head = await readHead(tx, tenant)
      const grown =
        head === null
          ? new GrowingTree(suite.tree)
          : GrowingTree.from(suite.tree, head.size, head.edge)
      const leaves: NewLeaf[] = []
      const subtrees: KeptSubtree[] = []
      for (const entry of waiting) {
        const bodyHash = saltedHash(suite, entry.salt, entry.body)
        const hash = suite.tree.leaf(bodyHash)
        leaves.push({ leaf: grown.size, entry, bodyHash, hash })
        subtrees.push(...grown.addHash(hash))
      }
      await insertLeaves(tx, tenant, leaves)
      await insertSubtrees(tx, tenant, subtrees)
      const { size } = grown
      const root = grown.root()
      const note = signedCheckpoint({ origin, size, root }, key)
      const signed = { key: id, note, signedAt: now.toISOString() }
      await insertHead(tx, tenant, { size, root, edge: grown.edge(), ...signed })
      return { state: 'done', entries: leaves.length, more }
    },
    { tenant },
  )
}
