// The job that makes all facts anew from the claims and decisions.
import { rebuildProjection } from '../../graph/evidence/index.ts'
import type { Installation } from '../installation.ts'

/** The kind under which rebuilding stands in the queue. */
export const REBUILD_JOB = 'rebuild-facts'

/** Runs rebuilds. A rebuild that is broken off begins again: each page replaces itself whole. */
export async function workRebuilds({ queue, store, rules }: Installation): Promise<void> {
  await queue.work(REBUILD_JOB, async (run) => {
    let telling = Promise.resolve()
    let fault: unknown = null
    const tell = (claims: number): void => {
      run.signal.throwIfAborted()
      if (fault !== null) throw fault
      const progress = { stage: 'rebuild', done: claims, total: null, checkpoint: null }
      telling = telling
        .then(() => store.transaction((tx) => run.progress(tx, progress), { tenant: run.tenant }))
        .catch((error: unknown) => {
          fault = error
        })
    }
    const claims = await rebuildProjection(store, run.tenant, rules, tell)
    await telling
    if (fault !== null) throw fault
    return { claims }
  })
}
