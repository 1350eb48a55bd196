import type { Database } from '../../store/index.ts'
import { GrowingTree } from '../log/index.ts'
import { suiteOfLog } from './register.ts'
import { hashesFrom, readHead, readTree, setReader, treeTenants } from './store.ts'

/** The newest signed state of a tenant's log, as a backup names it. */
export interface SignedState {
  readonly tenant: number
  readonly origin: string
  readonly size: number
  /** Hex. */
  readonly root: string
  readonly note: string
}

/** So many hashes are read at once. */
const HASHES_MAX = 5_000

/** The newest signed state of every tenant's log; call it inside a transaction. */
export async function signedStates(tx: Database): Promise<SignedState[]> {
  const states: SignedState[] = []
  for (const tenant of await treeTenants(tx)) {
    await setReader(tx, tenant)
    const tree = await readTree(tx, tenant)
    const head = await readHead(tx, tenant)
    if (tree === null || head === null) continue
    const { size, note } = head
    const root = Buffer.from(head.root).toString('hex')
    states.push({ tenant, origin: tree.origin, size, root, note })
  }
  return states
}

/**
 * The same, with the root not as it was signed but as the entries that are there give it: the two
 * agree unless an entry was lost or changed. Call it inside a transaction.
 */
export async function recomputedStates(tx: Database): Promise<SignedState[]> {
  const states: SignedState[] = []
  for (const state of await signedStates(tx)) {
    await setReader(tx, state.tenant)
    const tree = new GrowingTree((await suiteOfLog(tx, state.tenant)).tree)
    while (tree.size < state.size) {
      const limit = Math.min(HASHES_MAX, state.size - tree.size)
      const hashes = await hashesFrom(tx, state.tenant, tree.size, limit)
      for (const hash of hashes) tree.add(Buffer.from(hash, 'hex'))
      if (hashes.length < limit) break
    }
    const root = Buffer.from(tree.root()).toString('hex')
    states.push({ ...state, size: tree.size, root })
  }
  return states
}
