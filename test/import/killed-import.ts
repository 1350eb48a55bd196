// A process to be killed: opens the place it is told, imports a table, and says how far it is.
// usage: node dist/children/killed-import.js TASK-AS-JSON
import { setTimeout as wait } from 'node:timers/promises'
import { readBatch } from '../../src/graph/intake/index.ts'
import { sourceByFileName } from '../../src/graph/sources/index.ts'
import type { Installation } from '../../src/shell/installation.ts'
import { startWorker } from '../../src/shell/worker/work.ts'
import { inTenant, listJobs, openQueue, type StoreOptions } from '../../src/store/index.ts'
import { visible } from '../../src/trust/access/index.ts'
import { deskOf, openPlace, TENANT } from './desk.ts'
import { countStanding, fingerprint, rowCounts } from './facts.ts'
import { firmsCsv, firmsMapping, manyFirms } from './tables.ts'

export interface KillTask {
  options: StoreOptions
  rows: number
  /** Stops for ever between the last staged chunk and the publication. */
  pausesWhenStaged: boolean
}

/** What the process says, one JSON value a line. */
export type Said =
  | { what: 'open'; standing: number; claims: number }
  | { what: 'rows'; rows: number }
  | { what: 'staged'; standing: number }
  | { what: 'end'; state: string; standing: number; fingerprint: string; counts: unknown }

export const LIST = 'killed'
const FILE = 'killed.csv'
const LEASE_MS = 1_500
const BEAT_MS = 200
const POLL_MS = 10

const say = (said: Said): void => void process.stdout.write(`${JSON.stringify(said)}\n`)

/** The installation with a queue whose leases end soon, and perhaps with a stop before publishing. */
async function impatient(installation: Installation, task: KillTask): Promise<Installation> {
  const { store } = installation
  const queue = await openQueue(store, { leaseMs: LEASE_MS, beatMs: BEAT_MS })
  if (!task.pausesWhenStaged) return { ...installation, queue }
  const analyse = async (): Promise<void> => {
    say({ what: 'staged', standing: await countStanding(store, LIST) })
    await new Promise(() => {})
  }
  return { ...installation, queue, store: { ...store, analyse } }
}

async function main(task: KillTask): Promise<void> {
  const opened = await openPlace(task.options)
  await inTenant(TENANT, () => importUntilKilled(opened, task))
}

async function importUntilKilled(opened: Installation, task: KillTask): Promise<void> {
  const { store } = opened
  const { claim = 0 } = await rowCounts(store)
  say({ what: 'open', standing: await countStanding(store, LIST), claims: claim })
  const installation = await impatient(opened, task)
  const desk = deskOf(installation, () => {})
  const known = await sourceByFileName(store.read, visible(await installation.operator()), FILE)
  const jobs = await listJobs(store.read, TENANT)
  if (jobs.items.length === 0) {
    const source = known?.id ?? (await desk.bring(FILE, firmsCsv(manyFirms(LIST, task.rows))))
    await desk.begin(source, firmsMapping(LIST))
  }
  await startWorker(installation)
  await follow(installation)
}

/** Says every step of the newest job, and its end. */
async function follow({ store }: Installation): Promise<void> {
  for (let rows = -1; ; await wait(POLL_MS)) {
    const [job] = (await listJobs(store.read, TENANT, { limit: 1 })).items
    if (job === undefined) continue
    if (job.done !== rows) say({ what: 'rows', rows: job.done })
    rows = job.done
    if (job.state === 'waiting' || job.state === 'running') continue
    const batch = await readBatch(store.read, TENANT, { job: job.id })
    say({
      what: 'end',
      state: job.state,
      standing: await countStanding(store, LIST),
      fingerprint: await fingerprint(store),
      counts: batch?.counts,
    })
    return
  }
}

const task = process.argv[2]
if (task !== undefined && process.argv[1]?.endsWith('killed-import.js')) {
  await main(JSON.parse(task) as KillTask)
}
