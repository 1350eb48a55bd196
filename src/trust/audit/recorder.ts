import type { Store } from '../../store/index.ts'
import type { Access } from './model.ts'
import { insertAccesses } from './store.ts'

/** Writes acts down before their answers leave. */
export interface Recorder {
  /**
   * Returns once the act is stored, and throws where it cannot be: the answer must then not be
   * given. Those that wait at the same time go into one statement, since each of many readers would
   * else wait for a commit of its own.
   */
  record(tenant: number, access: Access): Promise<void>
}

interface Waiting {
  readonly access: Access
  readonly stored: () => void
  readonly failed: (error: unknown) => void
}

/** More in one statement would make the first of them wait for the last. */
const TOGETHER_MAX = 200

export function openRecorder(store: Store): Recorder {
  const queues = new Map<number, Waiting[]>()
  const write = async (tenant: number, waiting: Waiting[]): Promise<void> => {
    while (waiting.length > 0) {
      const some = waiting.splice(0, TOGETHER_MAX)
      try {
        const accesses = some.map(({ access }) => access)
        await store.transaction((tx) => insertAccesses(tx, tenant, accesses), { tenant })
        for (const { stored } of some) stored()
      } catch (error) {
        for (const { failed } of some) failed(error)
      }
    }
    queues.delete(tenant)
  }
  return {
    record(tenant, access) {
      return new Promise((stored, failed) => {
        const waiting = queues.get(tenant)
        const one = { access, stored, failed }
        if (waiting !== undefined) {
          waiting.push(one)
          return
        }
        const begun = [one]
        queues.set(tenant, begun)
        void write(tenant, begun)
      })
    },
  }
}
