/** What waits, for whoever watches the server: jobs of the queue and entries of the log. */
import { type Database, inTenant, type JobBacklog, readBacklog, tenantIds } from '../store/index.ts'
import { type LogBacklog, readBacklogOfLog } from '../trust/checkpoint/index.ts'

/** A running job without a sign of life for so long has probably lost its worker. */
const SILENT_JOB_MS = 30_000

/** What is not finished in jobs, by tenant and kind, and in the log, by tenant. */
export interface WaitingWork {
  readonly jobs: readonly JobBacklog[]
  readonly logs: readonly LogBacklog[]
}

/** Reads what waits over all tenants. */
export async function readWaitingWork(db: Database): Promise<WaitingWork> {
  const jobs: JobBacklog[] = []
  const logs: LogBacklog[] = []
  for (const tenant of await tenantIds(db)) {
    jobs.push(...(await inTenant(tenant, () => readBacklog(db, tenant, SILENT_JOB_MS))))
    logs.push(await inTenant(tenant, () => readBacklogOfLog(db, tenant)))
  }
  return { jobs, logs }
}
