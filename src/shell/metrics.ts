/**
 * Figures of the running server for Prometheus. Every label is of a closed list: patterns of routes,
 * methods, statuses, kinds of job, codes of problems; never a person, a firm or an address, which
 * would both tell too much and make a series of each.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { JobEnded, Queue, Store } from '../store/index.ts'
import { readWaitingWork } from './backlogs.ts'

/** One request as it was answered. */
export interface Answered {
  /** Pattern of the route; `page` for files of the screens, `none` where nothing answers. */
  readonly route: string
  readonly method: string
  readonly status: number
  readonly ms: number
  /** Code of the problem that was answered; null for a good answer. */
  readonly code: string | null
}

export interface Metrics {
  answered(request: Answered): void
  jobEnded(end: JobEnded): void
  /** The text that Prometheus reads, and its media type. */
  read(): Promise<{ readonly mediaType: string; readonly text: string }>
  close(): void
}

export interface Measured {
  readonly store: Store
  readonly queue: () => Pick<Queue, 'working'> | null
  readonly now: () => Date
}

const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60]
const JOB_SECONDS = [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3_600]
const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])
const LOOP_RESOLUTION_MS = 20
const SIGN_IN = { route: '/api/session', method: 'POST' }

export function openMetrics(measured: Measured): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Histogram({
    ...{ registers, name: 'lianshu_http_request_seconds', buckets: REQUEST_SECONDS },
    help: 'Requests by pattern of the route, method and status',
    labelNames: ['route', 'method', 'status'],
  })
  const failures = new Counter({
    ...{ registers, name: 'lianshu_sign_in_failures_total', labelNames: ['code'] },
    help: 'Sign-ins that were refused, by code of the problem',
  })
  const jobs = new Histogram({
    ...{ registers, name: 'lianshu_job_seconds', buckets: JOB_SECONDS },
    help: 'Attempts at jobs by kind and outcome',
    labelNames: ['kind', 'outcome'],
  })
  const loop = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS })
  loop.enable()
  const gauges = gaugesIn(registry)
  return {
    answered({ route, method, status, ms, code }) {
      const known = METHODS.has(method) ? method : 'other'
      requests.observe({ route, method: known, status }, ms / 1_000)
      const isSignIn = route === SIGN_IN.route && method === SIGN_IN.method
      if (isSignIn && code !== null) failures.inc({ code })
    },
    jobEnded: ({ kind, outcome, ms }) => jobs.observe({ kind, outcome }, ms / 1_000),
    async read() {
      gauges.loop.set(loop.percentile(99) / 1e9)
      loop.reset()
      setProcess(gauges, measured.store)
      await setBacklogs(gauges, measured)
      return { mediaType: registry.contentType, text: await registry.metrics() }
    },
    close: () => loop.disable(),
  }
}

type Gauges = ReturnType<typeof gaugesIn>

function gaugesIn(registry: Registry) {
  const gauge = (name: string, help: string, labelNames: string[] = []): Gauge =>
    new Gauge({ name, help, labelNames, registers: [registry] })
  return {
    loop: gauge('nodejs_eventloop_lag_p99_seconds', 'Delay of the event loop since the last look'),
    resident: gauge('process_resident_memory_bytes', 'Memory of the process'),
    heap: gauge('nodejs_heap_size_used_bytes', 'Heap that is in use'),
    processor: gauge('process_cpu_seconds', 'Processor time of the process since its start'),
    uptime: gauge('process_uptime_seconds', 'Time since the start of the process'),
    connections: gauge(
      'lianshu_database_connections',
      'Connections to the database by what they do',
      ['state'],
    ),
    callers: gauge('lianshu_database_waiting', 'Callers that wait for a connection'),
    waiting: gauge('lianshu_jobs_waiting', 'Jobs that wait, by kind', ['kind']),
    running: gauge('lianshu_jobs_running', 'Jobs that run, by kind', ['kind']),
    oldest: gauge('lianshu_jobs_oldest_waiting_seconds', 'Age of the oldest job that waits'),
    entries: gauge('lianshu_log_entries', 'Entries of the log by whether they are in the tree', [
      'state',
    ]),
    lag: gauge('lianshu_log_lag_seconds', 'Age of the oldest entry that is not signed yet'),
    journal: gauge('lianshu_journal_bytes', 'Bytes of the journal; none where there is none'),
    stopped: gauge('lianshu_journal_stopped', '1 when the journal can be written no more'),
  }
}

function setProcess(gauges: Gauges, store: Store): void {
  const { rss, heapUsed } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  gauges.resident.set(rss)
  gauges.heap.set(heapUsed)
  gauges.processor.set((user + system) / 1e6)
  gauges.uptime.set(process.uptime())
  const { busy, idle, waiting } = store.connections()
  gauges.connections.set({ state: 'busy' }, busy)
  gauges.connections.set({ state: 'idle' }, idle)
  gauges.callers.set(waiting)
  if (store.journal === null) return
  gauges.journal.set(store.journal.journal.sizeBytes)
  gauges.stopped.set(store.journal.journal.isStopped ? 1 : 0)
}

/** What waits in jobs and in the log, over all tenants. */
async function setBacklogs(gauges: Gauges, { store, queue, now }: Measured): Promise<void> {
  const kinds = new Set(queue()?.working().kinds ?? [])
  const waiting = new Map<string, number>([...kinds].map((kind) => [kind, 0]))
  const running = new Map(waiting)
  const { jobs, logs } = await readWaitingWork(store.read)
  for (const backlog of jobs) {
    // Rows of a newer program may name kinds that this one does not know.
    const kind = kinds.has(backlog.kind) ? backlog.kind : 'other'
    waiting.set(kind, (waiting.get(kind) ?? 0) + backlog.waiting)
    running.set(kind, (running.get(kind) ?? 0) + backlog.running)
  }
  for (const [kind, count] of waiting) gauges.waiting.set({ kind }, count)
  for (const [kind, count] of running) gauges.running.set({ kind }, count)
  gauges.oldest.set(oldestSeconds(jobs, now()))
  for (const state of ['signed', 'waiting'] as const) {
    gauges.entries.set(
      { state },
      logs.reduce((sum, log) => sum + log[state], 0),
    )
  }
  gauges.lag.set(oldestSeconds(logs, now()))
}

function oldestSeconds(
  backlogs: readonly { readonly waitingSince: string | null }[],
  now: Date,
): number {
  const ages = backlogs.map(({ waitingSince: at }) =>
    at === null ? 0 : now.getTime() - Date.parse(at),
  )
  return Math.max(0, ...ages) / 1_000
}
