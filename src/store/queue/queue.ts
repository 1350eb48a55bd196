import { randomUUID } from 'node:crypto'
import type PgBoss from 'pg-boss'
import { type JsonValue, Problem, type Uuid } from '../../base/index.ts'
import { inTenant, outsideTenants } from '../engine/index.ts'
import type { Store } from '../store.ts'
import type { Database } from '../tables.ts'
import { tenantIds } from '../tenants.ts'
import { ensureQueue, type Notice, sendNotice, startBoss, takeNotice } from './boss.ts'
import { claimJob, findIdleJobs, giveBack, giveBackAll, type Holding } from './job-row.ts'
import { type Handler, type JobEnded, runJob } from './run-job.ts'

export type { Handler, JobEnded, JobRun, Progress } from './run-job.ts'

export interface JobRequest {
  tenant: number
  /** Which handler: lower-case words with hyphens, for example `import-table`. */
  kind: string
  input: JsonValue
  actor: Uuid
  /** What people see in the list of jobs. */
  title: string
  /** What it works on: whoever may not see that may not see the job either. */
  about?: { readonly subject: Uuid; readonly label: number }
}

export interface QueueOptions {
  now?: () => Date
  /** How often an idle worker looks for jobs that another process has recorded. */
  pollMs?: number
  /** How often a running job gives a sign of life and looks whether it is cancelled. */
  beatMs?: number
  /** A running job without a sign of life for so long is taken by another worker. */
  leaseMs?: number
  /** Hears of errors that are our own mistakes; without it they become warnings of the process. */
  report?: (error: unknown) => void
  /** Told how each attempt at a job ended. */
  ended?: (end: JobEnded) => void
  /** How long `stop` waits for running jobs before it hands them back over their heads. */
  stopMs?: number
  /** Jobs of one kind that run at the same time; one after the other when it is not said. */
  atOnce?: number
}

export interface Queue {
  /** Records the job inside the caller's transaction: it exists if and only if that commits. */
  enqueue(tx: Database, job: JobRequest): Promise<Uuid>
  /** Runs jobs of this kind, as many at a time as the options say. */
  work(kind: string, handler: Handler): Promise<void>
  /** Looks for work now instead of at the next look; call it after the commit of `enqueue`. */
  wake(): void
  /** Kinds that this process works on, and how many of its jobs run at this moment. */
  working(): { readonly kinds: readonly string[]; readonly running: number }
  /**
   * Stops looking, asks what is running to stop and waits until it was given back; what has not
   * stopped within the limit is given back all the same, so that another can take it up at once.
   */
  stop(): Promise<void>
}

/** On the embedded engine no other process records jobs, and every look delays a question. */
const POLL_MS = { pglite: 3_000, postgres: 500 } as const
const BEAT_MS = 1_000
const LEASE_MS = 15_000
const STOP_LIMIT_MS = 10_000
/** Enough to keep a worker busy until the next sweep. */
const IDLE_JOBS_MAX = 20
/** When to look after `enqueue`: its transaction commits within moments, but not yet. */
const LOOK_AFTER_MS = [1, 20, 80, 250]

/**
 * Opens the queue; `work` takes up again every job of its kind that nobody is working on. At D0 the lock on the
 * store proves that a job marked as running has lost its worker, so it is taken up at once; on
 * PostgreSQL, where workers on other machines may be alive, its lease must have run out.
 */
export async function openQueue(store: Store, options: QueueOptions = {}): Promise<Queue> {
  const boss = await startBoss(store.read)
  if (store.engine === 'pglite') {
    for (const tenant of await tenantIds(store.read)) {
      await inTenant(tenant, () => giveBackAll(store.read, tenant))
    }
  }
  return new JobQueue(store, boss, options)
}

class JobQueue implements Queue {
  readonly #store: Store
  readonly #boss: PgBoss
  readonly #now: () => Date
  readonly #pollMs: number
  readonly #beatMs: number
  readonly #leaseMs: number
  readonly #report: (error: unknown) => void
  readonly #options: QueueOptions
  readonly #stopping = new AbortController()
  readonly #kinds = new Set<string>()
  readonly #running = new Map<string, Holding>()
  readonly #loops: Promise<void>[] = []
  readonly #sleepers = new Set<() => void>()
  readonly #timers = new Set<NodeJS.Timeout>()
  readonly #sweeping: NodeJS.Timeout

  constructor(store: Store, boss: PgBoss, options: QueueOptions) {
    this.#store = store
    this.#boss = boss
    this.#options = options
    this.#now = options.now ?? (() => new Date())
    this.#pollMs = options.pollMs ?? POLL_MS[store.engine]
    this.#beatMs = options.beatMs ?? BEAT_MS
    this.#leaseMs = options.leaseMs ?? LEASE_MS
    this.#report = options.report ?? warn
    const sweep = () => void outsideTenants(() => this.#sweep()).catch(this.#tell)
    this.#sweeping = setInterval(sweep, this.#leaseMs / 3)
  }

  async enqueue(tx: Database, { about, ...job }: JobRequest): Promise<Uuid> {
    const id = randomUUID()
    await tx
      .insertInto('job')
      .values({
        ...job,
        ...about,
        id,
        input: JSON.stringify(job.input),
        state: 'waiting',
        created_at: this.#now().toISOString(),
      })
      .execute()
    await this.#send(tx, { tenant: job.tenant, id, kind: job.kind })
    for (const delayMs of LOOK_AFTER_MS) this.#after(delayMs, () => this.wake())
    return id
  }

  async work(kind: string, handler: Handler): Promise<void> {
    await ensureQueue(this.#store.read, kind)
    this.#kinds.add(kind)
    await outsideTenants(() => this.#sweep())
    for (let loop = 0; loop < (this.#options.atOnce ?? 1); loop++) {
      this.#loops.push(outsideTenants(() => this.#loop(kind, handler)))
    }
  }

  working(): { kinds: readonly string[]; running: number } {
    return { kinds: [...this.#kinds], running: this.#running.size }
  }

  wake(): void {
    for (const rouse of this.#sleepers) rouse()
  }

  async stop(): Promise<void> {
    clearInterval(this.#sweeping)
    for (const timer of this.#timers) clearTimeout(timer)
    this.#stopping.abort()
    this.wake()
    const limitMs = this.#options.stopMs ?? STOP_LIMIT_MS
    const overdue = new Promise<void>((resolve) => setTimeout(resolve, limitMs).unref())
    await Promise.race([Promise.all(this.#loops), overdue])
    for (const holding of this.#running.values()) {
      await inTenant(holding.tenant, () => giveBack(this.#store.read, holding)).catch(this.#tell)
    }
    await this.#boss.stop({ graceful: false })
  }

  /** Sends out again what was lost between a notice and its job, or with a worker. */
  async #sweep(): Promise<void> {
    for (const tenant of await tenantIds(this.#store.read)) {
      if (this.#stopping.signal.aborted) return
      await inTenant(tenant, () => this.#sweepTenant(tenant))
    }
  }

  async #sweepTenant(tenant: number): Promise<void> {
    const wanted = { tenant, kinds: [...this.#kinds], limit: IDLE_JOBS_MAX }
    const idle = await findIdleJobs(this.#store.read, wanted, this.#leaseMs)
    // A job of ours that has been silent is slow, not dead: this process is alive to see it.
    for (const job of idle.filter(({ id }) => !this.#running.has(id))) {
      await this.#send(this.#store.read, job)
    }
    if (idle.length > 0) this.wake()
  }

  async #send(db: Database, job: { tenant: number; id: string; kind: string }): Promise<void> {
    if (!this.#kinds.has(job.kind)) await ensureQueue(db, job.kind)
    await sendNotice(this.#boss, db, job.kind, { tenant: job.tenant, id: job.id })
  }

  async #loop(kind: string, handler: Handler): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const ran = await this.#runOne(kind, handler).catch(this.#tell)
      if (!ran) await this.#sleep()
    }
  }

  async #runOne(kind: string, handler: Handler): Promise<boolean> {
    const notice = await takeNotice(this.#boss, kind)
    if (notice === null) return false
    if (this.#running.has(notice.id)) return true
    await inTenant(notice.tenant, () => this.#run(notice, handler))
    return true
  }

  async #run(notice: Notice, handler: Handler): Promise<void> {
    const row = await claimJob(this.#store.read, notice, this.#now(), this.#leaseMs)
    if (row === null) return
    this.#running.set(row.id, { tenant: row.tenant, id: row.id, fence: row.fence })
    try {
      await runJob(row, handler, {
        read: this.#store.read,
        now: this.#now,
        beatMs: this.#beatMs,
        stopping: this.#stopping.signal,
        report: this.#report,
        ended: this.#options.ended ?? (() => {}),
      })
    } finally {
      this.#running.delete(row.id)
    }
  }

  /** An unreachable store is known already and passes; anything else is a mistake of ours. */
  readonly #tell = (error: unknown): false => {
    if (!(error instanceof Problem)) this.#report(error)
    return false
  }

  #sleep(): Promise<void> {
    return new Promise((resolve) => {
      const rouse = (): void => {
        clearTimeout(timer)
        this.#sleepers.delete(rouse)
        resolve()
      }
      const timer = setTimeout(rouse, this.#pollMs)
      this.#sleepers.add(rouse)
    })
  }

  #after(delayMs: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      work()
    }, delayMs)
    this.#timers.add(timer)
  }
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error))
}
