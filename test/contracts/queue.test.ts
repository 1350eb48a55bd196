// Jobs: once, whoever runs them and whenever they are killed, on both engines.
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../src/base/index.ts'
import { enterTenant } from '../../src/store/engine/tenant-scope.ts'
import {
  cancelJob,
  inTenant,
  type JobEnded,
  type JobRun,
  listJobs,
  openQueue,
  openStore,
  type Queue,
  readBacklog,
  readJob,
  type Store,
} from '../../src/store/index.ts'
import { startChild } from './children.ts'
import { countSteps, STEPS } from './counting.ts'
import { addTenant, makeTable, onEachEngine, PERSON, type Place, sharedStore } from './engines.ts'

const NOW = new Date('2026-11-20T01:02:03.000Z')
const KILLS = 3

const add = (store: Store, queue: Queue, kind: string, input: number | null = null) =>
  store.transaction(
    (tx) => queue.enqueue(tx, { tenant: 1, kind, input, actor: PERSON, title: `任务 ${kind}` }),
    { tenant: 1 },
  )

async function until<T>(look: () => Promise<T>, isMet: (seen: T) => boolean): Promise<T> {
  for (let turn = 0; turn < 3_000; turn++) {
    const seen = await look()
    if (isMet(seen)) return seen
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('it never happened')
}

const ended = (store: Store, id: string) =>
  until(
    () => readJob(store.read, 1, id),
    ({ state }) => state !== 'waiting' && state !== 'running',
  )

onEachEngine((engine) => {
  describe('queue', () => {
    const shared = sharedStore(engine)
    const open = async (options = {}): Promise<{ store: Store; queue: Queue }> => {
      await addTenant(shared.store, 1)
      return { store: shared.store, queue: await openQueue(shared.store, options) }
    }

    test('a job runs after its commit and its end is written down', async () => {
      const { store, queue } = await open({ now: () => NOW })
      await queue.work('greet', async (run) => ({ hello: run.input }))
      const id = await add(store, queue, 'greet', 7)
      expect(await ended(store, id)).toEqual({
        id,
        kind: 'greet',
        title: '任务 greet',
        actor: PERSON,
        state: 'done',
        cancelAsked: false,
        stage: null,
        done: 0,
        total: null,
        input: 7,
        result: { hello: 7 },
        problem: null,
        createdAt: NOW.toISOString(),
        startedAt: NOW.toISOString(),
        endedAt: NOW.toISOString(),
      })
      await queue.stop()
    })

    test('a job of a transaction that rolls back never was', async () => {
      const { store, queue } = await open()
      let runs = 0
      await queue.work('phantom', async () => ++runs)
      const failing = store.transaction(async (tx) => {
        await queue.enqueue(tx, { tenant: 1, kind: 'phantom', input: 1, actor: PERSON, title: '' })
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      await new Promise((resolve) => setTimeout(resolve, 400))
      expect(runs).toBe(0)
      expect((await listJobs(store.read, 1, { kind: 'phantom' })).items).toEqual([])
      await queue.stop()
    })

    test('a job may be recorded before anybody works on its kind', async () => {
      const { store, queue } = await open()
      const id = await add(store, queue, 'early')
      await queue.work('early', async () => 'done')
      expect((await ended(store, id)).result).toBe('done')
      await queue.stop()
    })

    test('a problem and a mistake end it as failed, each told in its own way', async () => {
      const heard: unknown[] = []
      const { store, queue } = await open({ now: () => NOW, report: (e: unknown) => heard.push(e) })
      await queue.work('fail', async ({ input }) => {
        throw input === 1 ? new Problem('too-large', { limit: '9 B' }) : new Error('our mistake')
      })
      const first = await ended(store, await add(store, queue, 'fail', 1))
      expect(first).toMatchObject({
        state: 'failed',
        problem: { code: 'too-large', details: { limit: '9 B' } },
      })
      const second = await ended(store, await add(store, queue, 'fail', 2))
      expect(second).toMatchObject({
        state: 'failed',
        problem: { code: 'internal', details: { reference: second.id } },
        endedAt: NOW.toISOString(),
      })
      expect(heard).toEqual([new Error('our mistake')])
      await queue.stop()
    })

    test('cancelling a waiting job ends it; a running one stops, with its work rolled back', async () => {
      const { store, queue } = await open({ beatMs: 100 })
      await makeTable(store, shared.place, 'effect (n int)')
      const waiting = await add(store, queue, 'slow')
      expect(await cancelJob(store.read, 1, waiting, NOW)).toMatchObject({
        state: 'cancelled',
        problem: { code: 'job-cancelled' },
        endedAt: NOW.toISOString(),
      })
      await queue.work('slow', async (run) => {
        await new Promise((resolve) => run.signal.addEventListener('abort', resolve))
        await store.transaction(async (tx) => {
          await sql`insert into effect values (1)`.execute(tx)
          await run.progress(tx, { stage: 'late', done: 1, total: 1, checkpoint: 1 })
        })
        return 'unreachable'
      })
      const running = await add(store, queue, 'slow')
      await until(
        () => readJob(store.read, 1, running),
        ({ state }) => state === 'running',
      )
      expect(await cancelJob(store.read, 1, running, NOW)).toMatchObject({ cancelAsked: true })
      expect(await ended(store, running)).toMatchObject({
        state: 'cancelled',
        result: null,
        stage: null,
        problem: { code: 'job-cancelled' },
      })
      expect((await sql`select * from effect`.execute(store.read)).rows).toEqual([])
      expect(await cancelJob(store.read, 1, running, NOW)).toMatchObject({ state: 'cancelled' })
      await expect(inTenant(2, () => cancelJob(store.read, 2, running, NOW))).rejects.toMatchObject(
        {
          code: 'not-found',
        },
      )
      await queue.stop()
    })

    test('a stop hands back what will not stop, and tells each attempt as it ended', async () => {
      const ends: string[] = []
      const told = ({ kind, outcome }: JobEnded): number => ends.push(`${kind} ${outcome}`)
      const { store, queue } = await open({ stopMs: 50, ended: told })
      let release = (): void => {}
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      await queue.work('deaf', () => held.then(() => 'too late'))
      await queue.work('heeding', async ({ signal }) => {
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
        throw signal.reason
      })
      const jobs = [await add(store, queue, 'deaf'), await add(store, queue, 'heeding')]
      const isRunning = ({ state }: { state: string }): boolean => state === 'running'
      for (const id of jobs) await until(() => readJob(store.read, 1, id), isRunning)
      expect(queue.working()).toEqual({ kinds: ['deaf', 'heeding'], running: 2 })
      expect(await readBacklog(store.read, 1, 60_000)).toMatchObject([
        { kind: 'deaf', waiting: 0, running: 1, silent: 0, waitingSince: null },
        { kind: 'heeding', running: 1 },
      ])
      await queue.stop()
      for (const id of jobs) {
        expect(await readJob(store.read, 1, id)).toMatchObject({ state: 'waiting', result: null })
      }
      release()
      await until(
        async () => ends,
        ({ length }) => length === 2,
      )
      expect(ends).toEqual(['heeding returned', 'deaf done'])
      // What comes too late is not written: the job waits for somebody else.
      for (const id of jobs) {
        expect(await readJob(store.read, 1, id)).toMatchObject({ state: 'waiting', result: null })
        await cancelJob(store.read, 1, id, NOW)
      }
    })

    test('who was overtaken may write nothing more: the fence decides', async () => {
      const { store, queue } = await open({ leaseMs: 60_000, beatMs: 60_000 })
      const runs: JobRun[] = []
      let release = (): void => {}
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      await queue.work('fenced', async (run) => {
        runs.push(run)
        if (run.fence === 1) await held
        return run.fence
      })
      const id = await add(store, queue, 'fenced')
      await until(
        async () => runs.length,
        (count) => count === 1,
      )
      // The first worker falls silent; its lease runs out.
      await sql`update job set beat_at = beat_at - interval '1 hour' where id = ${id}`.execute(
        store.read,
      )
      const other = await openQueue(store)
      await other.work('fenced', async (run) => run.fence)
      expect(await ended(store, id)).toMatchObject({ state: 'done', result: 2 })
      const late = store.transaction((tx) =>
        (runs[0] as JobRun).progress(tx, { stage: 'late', done: 1, total: 1, checkpoint: 1 }),
      )
      await expect(late).rejects.toThrow(/another worker/)
      expect(runs[0]?.signal.aborted).toBe(true)
      release()
      await queue.stop()
      await other.stop()
      expect(await readJob(store.read, 1, id)).toMatchObject({
        state: 'done',
        result: 2,
        stage: null,
      })
    })

    test('stopping gives a running job back with its checkpoint', async () => {
      const { store, queue } = await open()
      await queue.work('resume', async (run) => {
        if (run.checkpoint !== null) return run.checkpoint
        await store.transaction((tx) =>
          run.progress(tx, { stage: 'half', done: 1, total: 2, checkpoint: { at: 1 } }),
        )
        await new Promise((resolve) => run.signal.addEventListener('abort', resolve))
        throw run.signal.reason
      })
      const id = await add(store, queue, 'resume')
      await until(
        () => readJob(store.read, 1, id),
        ({ stage }) => stage === 'half',
      )
      await queue.stop()
      expect(await readJob(store.read, 1, id)).toMatchObject({
        state: 'waiting',
        done: 1,
        total: 2,
      })
      const next = await openQueue(store)
      await next.work('resume', async (run) => run.checkpoint)
      expect(await ended(store, id)).toMatchObject({ state: 'done', result: { at: 1 } })
      await next.stop()
    })

    test('pages go from the newest to the oldest without a gap', async () => {
      const { store, queue } = await open({ now: () => NOW })
      const ids = []
      for (let n = 0; n < 5; n++) ids.push(await add(store, queue, 'paged', n))
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page = await listJobs(store.read, 1, { kind: 'paged', limit: 2, cursor })
        seen.push(...page.items.map(({ id }) => id))
        cursor = page.next
      } while (cursor !== null)
      expect(seen.sort()).toEqual(ids.sort())
      expect((await inTenant(2, () => listJobs(store.read, 2))).items).toEqual([])
      await queue.stop()
    })

    test('a job that never gets through is given up', async () => {
      const { store, queue } = await open()
      const id = await add(store, queue, 'hopeless')
      await sql`update job set fence = 20 where id = ${id}`.execute(store.read)
      await queue.work('hopeless', async () => 'never')
      expect(await ended(store, id)).toMatchObject({
        state: 'failed',
        problem: { code: 'job-abandoned' },
      })
      await queue.stop()
    })
  })

  describe('killed workers', () => {
    test(`a job whose worker is killed ${KILLS} times is finished once`, async () => {
      const place = await engine.freshPlace()
      await prepare(place)
      enterTenant(1)
      for (let kill = 0; kill < KILLS; kill++) {
        const child = startChild('work', place.options)
        await child.said(2 + Math.floor(Math.random() * 5))
        await child.kill()
      }
      const store = await openStore(place.options)
      const queue = await openQueue(store, { leaseMs: 1_500, beatMs: 200 })
      await queue.work('count', (run) => countSteps(store, run))
      const [job] = (await listJobs(store.read, 1)).items
      const end = await ended(store, job?.id ?? '')
      expect(end).toMatchObject({ state: 'done', done: STEPS, result: { steps: STEPS } })
      const { rows } = await sql`select count(*)::int as steps, count(distinct step)::int as once,
        count(distinct fence)::int > 1 as shared from counted`.execute(store.read)
      expect(rows).toEqual([{ steps: STEPS, once: STEPS, shared: true }])
      await queue.stop()
      await store.close()
      await place.remove()
    })
  })
})

async function prepare(place: Place): Promise<void> {
  const store = await openStore(place.options)
  await addTenant(store, 1)
  await makeTable(store, place, 'counted (job uuid, step int, fence int)')
  const queue = await openQueue(store)
  await add(store, queue, 'count')
  await queue.stop()
  await store.close()
}
