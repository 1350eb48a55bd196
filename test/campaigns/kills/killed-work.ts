// A process to be killed: opens the place it is told, works, and says how far it is.
// usage: node dist/children/killed-work.js TASK-AS-JSON
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { turnBatch } from '../../../src/graph/evidence/index.ts'
import { publishImport, readBatch } from '../../../src/graph/intake/index.ts'
import { sourceByFileName } from '../../../src/graph/sources/index.ts'
import type { Installation } from '../../../src/shell/installation.ts'
import { startWorker } from '../../../src/shell/worker/work.ts'
import { inTenant, openQueue, openStore, type StoreOptions } from '../../../src/store/index.ts'
import { visible } from '../../../src/trust/access/index.ts'
import { type Desk, deskOf, openPlace, TENANT } from '../../import/desk.ts'
import { countStanding, fingerprint, rowCounts } from '../../import/facts.ts'
import { firmsCsv, firmsMapping, manyFirms } from '../../import/tables.ts'
import { type Ending, say, type Watch, watch } from './failpoints.ts'
import { SCHEMA } from './schema.ts'

export interface KillTask {
  readonly work: 'import' | 'publishing' | 'migration'
  readonly options: StoreOptions
  /** Null for a process that works to its end. */
  readonly ending: Ending | null
  /** Of each table. */
  readonly rows: number
  /** Imports: the lists to bring, one after the other. Publishing: which step is next. */
  readonly lists: readonly string[]
  readonly step: number
}

/** What the process says, one JSON value a line. */
export type Said =
  | { what: 'open'; standing: Record<string, number>; claims: number; steps: number }
  | { what: 'end'; list: string; state: string; standing: number; claims: number; again: number }
  | { what: 'all'; fingerprint: string; counts: [string, number][] }
  | { what: 'step'; step: number; standing: number; steps: number }
  | { what: 'schema'; version: number; schema: string }
  | { what: 'killed'; at: string }

const LEASE_MS = 600
const BEAT_MS = 100
const POLL_MS = 10

async function main(task: KillTask): Promise<void> {
  const seen = watch(task.ending, (text, query) =>
    task.work === 'migration' && MIGRATING.test(text) ? tell(query) : null,
  )
  if (task.work === 'migration') return migrateUntilKilled(task, seen)
  const installation = await openPlace(task.options)
  await inTenant(TENANT, async () => {
    say(await howItStands(installation, task))
    if (task.work === 'import') await importUntilKilled(installation, task, seen)
    else await publishUntilKilled(installation, task, seen)
  })
}

/** The look at what is there already, and the beginning of each migration. */
const MIGRATING = /^begin$|select .*from "schema_migration"/

async function migrateUntilKilled({ options }: KillTask, seen: Watch): Promise<void> {
  seen.arm()
  const store = await openStore(options)
  await tell(async (text) => ({
    rows: [...(await sql.raw<object>(text).execute(store.read)).rows],
  }))
  say({ what: 'all', fingerprint: '', counts: [...seen.counts] })
  await store.close()
}

/** The schema as it was found, before this process adds to it. */
async function tell(query: (sql: string) => Promise<{ rows: object[] }>) {
  const { rows } = await query(`select (${SCHEMA}) as schema,
    (select coalesce(max(version), 0) from schema_migration) as version`)
  const { version, schema } = rows[0] as { version: number; schema: string }
  say({ what: 'schema', version: Number(version), schema })
}

async function howItStands({ store }: Installation, { lists }: KillTask): Promise<Said> {
  const standing: Record<string, number> = {}
  for (const list of lists) standing[list] = await countStanding(store, list)
  const { claim: claims = 0 } = await rowCounts(store)
  return { what: 'open', standing, claims, steps: await countSteps(store) }
}

/** Commands on batches that the log holds. */
async function countSteps(store: Installation['store']): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from log_pending
    where tenant = ${TENANT} and command like '%-batch'`.execute(store.read)
  return rows[0]?.count ?? 0
}

/** A worker whose leases end soon, so that what a killed one left is soon taken up. */
async function impatient(opened: Installation): Promise<Desk> {
  const queue = await openQueue(opened.store, { leaseMs: LEASE_MS, beatMs: BEAT_MS })
  const installation = { ...opened, queue }
  await startWorker(installation)
  return deskOf(installation, () => {})
}

async function importUntilKilled(opened: Installation, task: KillTask, seen: Watch) {
  seen.arm()
  const desk = await impatient(opened)
  for (const list of task.lists) await importList(desk, list, task.rows)
  say({ what: 'all', fingerprint: await fingerprint(desk.store), counts: [...seen.counts] })
}

/** Brings a list where it is not brought, waits for its job, and asks for it once more. */
async function importList(desk: Desk, list: string, rows: number): Promise<void> {
  const { store } = desk
  const source = await broughtAs(desk, list, rows)
  const batch = await readBatchOf(desk, source)
  const job = batch?.job ?? (await desk.begin(source, firmsMapping(list)))
  const { state } = await desk.ended(job)
  const claims = await claimsOf(store, source)
  const standing = await countStanding(store, list)
  await desk.ended(await desk.begin(source, firmsMapping(list)))
  const again = await claimsOf(store, source)
  say({ what: 'end', list, state, standing, claims, again: again - claims })
}

async function claimsOf(store: Desk['store'], source: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from claim
    where tenant = ${TENANT} and source = ${source}`.execute(store.read)
  return rows[0]?.count ?? 0
}

async function broughtAs(desk: Desk, list: string, rows: number): Promise<string> {
  const fileName = `${list}.csv`
  const visibility = visible((await desk.context()).actor)
  const known = await sourceByFileName(desk.store.read, visibility, fileName)
  return known?.id ?? (await desk.bring(fileName, firmsCsv(manyFirms(list, rows))))
}

/** The batch of a source that has one. */
async function readBatchOf(desk: Desk, source: string) {
  const { rows } = await sql<{ job: string; id: string }>`select job, id from batch
    where tenant = ${TENANT} and source = ${source}`.execute(desk.store.read)
  return rows[0] ?? null
}

/** Publishes a batch, takes it back, lets it stand again, takes it back, and so on. */
async function publishUntilKilled(opened: Installation, task: KillTask, seen: Watch) {
  const { store, rules } = opened
  const [list = ''] = task.lists
  const desk = deskOf(opened, () => {})
  const source = await broughtAs(desk, list, task.rows)
  const batch = (await readBatchOf(desk, source))?.id ?? (await stage(opened, source, list))
  seen.arm()
  for (let step = task.step; ; step += 1) {
    const context = await desk.context({ key: `step-of-publishing-${step}` })
    const reason = `第 ${step} 步`
    const kind = step % 2 === 1 ? 'withdraw' : 'restore'
    if (step === 0) await publishImport(context, rules, { id: batch })
    else await turnBatch(context, rules, { batch, kind, reason })
    const standing = await countStanding(store, list)
    say({ what: 'step', step, standing, steps: await countSteps(store) })
    // An ending that only the first step knows is never met again.
    if (step - task.step >= STEPS_WHOLE) {
      say({ what: 'all', fingerprint: '', counts: [...seen.counts] })
      return
    }
  }
}

const STEPS_WHOLE = 3

async function stage(opened: Installation, source: string, list: string): Promise<string> {
  const desk = await impatient(opened)
  const job = await desk.begin(source, firmsMapping(list), { publish: false })
  await desk.ended(job)
  return (await readBatch(desk.store.read, TENANT, { job }))?.id ?? ''
}

const task = process.argv[2]
if (task !== undefined && process.argv[1]?.endsWith('killed-work.js')) {
  await main(JSON.parse(task) as KillTask)
  await wait(POLL_MS)
  process.exit(0)
}
