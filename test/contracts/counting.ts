import { sql } from 'kysely'
import type { JobRun, JsonValue, Store } from '../../src/store/index.ts'

/** How many steps the counting job has; each is a transaction that records its number once. */
export const STEPS = 40

/** A job that goes on from its checkpoint, as every job of ours does. */
export async function countSteps(
  store: Store,
  run: JobRun,
  onStep: () => void = () => {},
): Promise<JsonValue> {
  for (let step = Number(run.checkpoint ?? 0) + 1; step <= STEPS; step++) {
    run.signal.throwIfAborted()
    await store.transaction(
      async (tx) => {
        await sql`insert into counted (job, step, fence) values (${run.id}, ${step}, ${run.fence})`.execute(
          tx,
        )
        await run.progress(tx, { stage: 'counting', done: step, total: STEPS, checkpoint: step })
      },
      { tenant: run.tenant },
    )
    onStep()
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return { steps: STEPS }
}
