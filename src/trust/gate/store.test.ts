import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { makeTable, onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import { Problem, type Uuid } from '../../base/index.ts'
import { enterTenant } from '../../store/engine/tenant-scope.ts'
import type { Database, Store } from '../../store/index.ts'
import type { Actor, RoleId } from '../access/index.ts'
import { SALT_BYTES } from '../log/index.ts'
import { chanceFrom, later, NOW, problemOf, ROLES } from '../people/office.case.ts'
import { type WriteContext, type Written, write } from './index.ts'

type Answer = { body: string; count: number }

/** The effect of the command under test: one row a performance. */
async function leaveMark(tx: Database, tenant: number, body: string): Promise<Answer> {
  await sql`insert into mark (tenant, body) values (${tenant}, ${body})`.execute(tx)
  return { body, count: await countMarks(tx, tenant) }
}

async function countMarks(db: Database, tenant: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int4 as n from mark where tenant = ${tenant}`.execute(db)
  return rows[0]?.n ?? 0
}

interface PendingRow {
  id: Uuid
  command: string
  actor: Uuid
  body: string
  salt: Uint8Array
  body_hash: string | null
  batch_root: string | null
}

async function pendingOf(store: Store, tenant: number): Promise<PendingRow[]> {
  const { rows } = await sql<PendingRow>`
    select id, command, actor, body, salt, body_hash, batch_root from log_pending
    where tenant = ${tenant} and command like 'mark%' order by sequence`.execute(store.read)
  return rows
}

async function keysOf(store: Store, tenant: number): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from idempotency_key where tenant = ${tenant} order by key`.execute(store.read)
  return rows.map(({ key }) => key)
}

interface Desk {
  readonly store: Store
  context(actor: Actor, more?: Partial<WriteContext>): WriteContext
}

const actorAs = (role: RoleId, tenant: number): Actor => ({
  tenant,
  person: '00000000-0000-8000-8000-000000000001',
  organisation: '00000000-0000-8000-8000-000000000002',
  role,
  name: '某人',
  organisationName: '某单位',
  permissions: new Set(ROLES.get(role)?.permissions),
  labels: [1, 2],
  language: 'zh',
  home: null,
})

onEachEngine((engine) => {
  const shared = sharedStore(engine)
  let tenant = 0

  /** A tenant of its own, and somebody in it: the gate asks nothing more of a person. */
  async function begin(): Promise<{ desk: Desk; actor: Actor }> {
    tenant += 1
    enterTenant(tenant)
    const columns = 'tenant int4 not null, body text not null'
    await makeTable(shared.store, shared.place, `mark (${columns})`)
    const { store } = shared
    const random = chanceFrom(`gate ${tenant}`)
    const context: Desk['context'] = (actor, more = {}) => ({
      store,
      actor,
      now: NOW,
      random,
      key: null,
      dryRun: false,
      ...more,
    })
    return { desk: { store, context }, actor: actorAs('office', tenant) }
  }

  const mark = (
    context: WriteContext,
    body: string,
    fails = false,
    name = 'mark',
  ): Promise<Written<Answer>> =>
    write(context, { name, permission: 'state-claim', input: { body } }, async (tx) => {
      const answer = await leaveMark(tx, context.actor.tenant, body)
      if (fails) throw new Problem('conflict', { reason: body })
      return answer
    })

  describe('a write', () => {
    test('leaves its work, its entry and its key together', async () => {
      const { desk, actor } = await begin()
      const written = await mark(desk.context(actor, { key: 'k1' }), '甲')
      expect(written).toMatchObject({ output: { body: '甲', count: 1 }, replayed: false })
      const [entry, ...others] = await pendingOf(desk.store, actor.tenant)
      expect(others).toEqual([])
      expect(entry).toMatchObject({ id: written.entry, command: 'mark', actor: actor.person })
      expect(JSON.parse(entry?.body ?? '')).toEqual({
        actor: actor.person,
        at: NOW.toISOString(),
        batchRoot: null,
        command: 'mark',
        id: written.entry,
        input: { body: '甲' },
        organisation: actor.organisation,
        output: { body: '甲', count: 1 },
        role: 'office',
        tenant: actor.tenant,
      })
      expect(entry).toMatchObject({ body_hash: null, salt: { length: SALT_BYTES } })
      expect(await keysOf(desk.store, actor.tenant)).toEqual(['k1'])
    })

    test('carries the root of a batch into its entry', async () => {
      const { desk, actor } = await begin()
      const command = { name: 'mark', permission: 'state-claim', input: null } as const
      await write(desk.context(actor), { ...command, batchRoot: 'ff00' }, async () => null)
      const [entry] = await pendingOf(desk.store, actor.tenant)
      expect(entry?.batch_root).toBe('ff00')
    })

    test('without the permission, or of a hidden thing, does nothing at all', async () => {
      const { desk, actor } = await begin()
      const chief = actorAs('chief', actor.tenant)
      expect(await problemOf(mark(desk.context(chief, { key: 'k' }), '甲'))).toBe('forbidden')
      const hidden = { name: 'mark', permission: 'state-claim', input: {}, object: { label: 77 } }
      const wanting = write(desk.context(actor), hidden as never, async () => {
        throw new Error('the work was begun')
      })
      expect(await problemOf(wanting)).toBe('not-found')
      expect(await countMarks(desk.store.read, actor.tenant)).toBe(0)
      expect(await pendingOf(desk.store, actor.tenant)).toEqual([])
      expect(await keysOf(desk.store, actor.tenant)).toEqual([])
    })

    test('that fails leaves nothing, and its key may be used again', async () => {
      const { desk, actor } = await begin()
      const context = desk.context(actor, { key: 'k' })
      expect(await problemOf(mark(context, '甲', true))).toBe('conflict')
      expect(await countMarks(desk.store.read, actor.tenant)).toBe(0)
      expect(await keysOf(desk.store, actor.tenant)).toEqual([])
      expect((await mark(context, '乙')).output).toEqual({ body: '乙', count: 1 })
    })

    test('that is rehearsed answers what would happen and leaves nothing', async () => {
      const { desk, actor } = await begin()
      const rehearsal = desk.context(actor, { key: 'k', dryRun: true })
      const expected = {
        output: { body: '甲', count: 1 },
        entry: null,
        dryRun: true,
        replayed: false,
      }
      expect(await mark(rehearsal, '甲')).toEqual(expected)
      expect(await mark(rehearsal, '甲')).toEqual(expected)
      expect(await problemOf(mark(rehearsal, '甲', true))).toBe('conflict')
      expect(await countMarks(desk.store.read, actor.tenant)).toBe(0)
      expect(await pendingOf(desk.store, actor.tenant)).toEqual([])
      expect(await keysOf(desk.store, actor.tenant)).toEqual([])
    })

    test('that is rehearsed meets what a commit would refuse', async () => {
      const { desk, actor } = await begin()
      const late = 'late (id int4 unique deferrable initially deferred)'
      await makeTable(desk.store, shared.place, late)
      const command = { name: 'mark', permission: 'state-claim', input: null } as const
      const twice = (dryRun: boolean): Promise<unknown> =>
        write(desk.context(actor, { dryRun }), command, async (tx) => {
          await sql`insert into late values (1), (1)`.execute(tx)
          return null
        })
      await expect(twice(true)).rejects.toThrow(/unique/)
      await expect(twice(false)).rejects.toThrow(/unique/)
    })
  })

  describe('a key', () => {
    test('gives the same answer again without doing it again', async () => {
      const { desk, actor } = await begin()
      const context = desk.context(actor, { key: 'k' })
      const first = await mark(context, '甲')
      const again = await mark({ ...context, now: later(3_600_000) }, '甲')
      expect(again).toEqual({ ...first, replayed: true })
      expect(await mark({ ...context, dryRun: true }, '甲')).toEqual({ ...again, dryRun: true })
      expect(await countMarks(desk.store.read, actor.tenant)).toBe(1)
      expect(await pendingOf(desk.store, actor.tenant)).toHaveLength(1)
    })

    test('stands for one intention: another body or command is refused', async () => {
      const { desk, actor } = await begin()
      const context = desk.context(actor, { key: 'k' })
      await mark(context, '甲')
      expect(await problemOf(mark(context, '乙'))).toBe('key-reused')
      expect(await problemOf(mark(context, '甲', false, 'mark.other'))).toBe('key-reused')
      expect(await problemOf(mark({ ...context, dryRun: true }, '乙'))).toBe('key-reused')
      expect(await countMarks(desk.store.read, actor.tenant)).toBe(1)
    })

    test('is one person’s: another’s same key is another', async () => {
      const { desk, actor } = await begin()
      const other: Actor = { ...actor, person: '00000000-0000-8000-8000-0000000000ff' }
      await mark(desk.context(actor, { key: 'k' }), '甲')
      const theirs = await mark(desk.context(other, { key: 'k' }), '乙')
      expect(theirs).toMatchObject({ output: { body: '乙', count: 2 }, replayed: false })
      const again = await mark(desk.context(other, { key: 'k' }), '乙')
      expect(again).toEqual({ ...theirs, replayed: true })
    })

    test('does not replay to one who has lost the permission', async () => {
      const { desk, actor } = await begin()
      await mark(desk.context(actor, { key: 'k' }), '甲')
      const demoted = actorAs('chief', actor.tenant)
      expect(await problemOf(mark(desk.context(demoted, { key: 'k' }), '甲'))).toBe('forbidden')
    })

    test.each(['', 'x'.repeat(201), 'a\u0000b', 'a\u202eb'])('%j is none', async (key) => {
      const { desk, actor } = await begin()
      expect(await problemOf(mark(desk.context(actor, { key }), '甲'))).toBe('invalid-input')
    })

    test('is forgotten after a month', async () => {
      const { desk, actor } = await begin()
      await mark(desk.context(actor, { key: 'old' }), '甲')
      const month = later(31 * 24 * 3_600_000)
      await mark(desk.context(actor, { key: 'new', now: month }), '乙')
      expect(await keysOf(desk.store, actor.tenant)).toEqual(['new'])
    })
  })

  describe('properties', () => {
    const steps = fc.array(
      fc.record({
        key: fc.constantFrom(null, 'k1', 'k2', 'k3'),
        body: fc.constantFrom('甲', '乙', '丙'),
        fails: fc.boolean(),
        dryRun: fc.boolean(),
      }),
      { maxLength: 14 },
    )

    test('any order of writes, repeats, failures and rehearsals ends as the model says', async () => {
      const run = async (list: readonly Step[]): Promise<void> => {
        const { desk, actor } = await begin()
        const model = new Model()
        for (const { key, body, fails, dryRun } of list) {
          const expected = model.take({ key, body, fails, dryRun })
          const writing = mark(desk.context(actor, { key, dryRun }), body, fails)
          const outcome = await writing.then(
            ({ output, replayed }) => ({ output, replayed }),
            (problem: Problem) => problem.code,
          )
          expect(outcome).toEqual(expected)
        }
        expect(await countMarks(desk.store.read, actor.tenant)).toBe(model.performed.length)
        const entries = await pendingOf(desk.store, actor.tenant)
        expect(entries.map(({ body }) => JSON.parse(body).input.body)).toEqual(model.performed)
        expect(await keysOf(desk.store, actor.tenant)).toEqual([...model.answers.keys()].sort())
      }
      await fc.assert(fc.asyncProperty(steps, run), { numRuns: 60 })
    })

    test('of many calls at once with one key one performs, the others are given its answer', async () => {
      const { desk, actor } = await begin()
      const keys = ['a', 'b', 'c', 'd', 'e']
      const chance = chanceFrom(`rush ${engine.name}`)
      const calls = keys.flatMap((key) =>
        Array.from({ length: 12 }, async (_, index) => {
          // A third of the calls fails in the middle, and must give the key back to the next.
          const fails = index < 4
          const context = desk.context(actor, { key, random: chance })
          return mark(context, key, fails).catch((problem: Problem) => problem.code)
        }),
      )
      const outcomes = await Promise.all(calls)
      const written = outcomes.filter((one) => typeof one !== 'string')
      expect(outcomes.filter((one) => typeof one === 'string' && one !== 'conflict')).toEqual([])
      for (const key of keys) {
        const own = written.filter(({ output }) => output.body === key)
        expect(own.filter(({ replayed }) => !replayed)).toHaveLength(1)
        expect(new Set(own.map(({ entry }) => entry)).size).toBe(1)
        expect(new Set(own.map(({ output }) => output.count)).size).toBe(1)
      }
      expect(await countMarks(desk.store.read, actor.tenant)).toBe(keys.length)
      expect(await pendingOf(desk.store, actor.tenant)).toHaveLength(keys.length)
    })
  })
})

interface Step {
  key: string | null
  body: string
  fails: boolean
  dryRun: boolean
}

/** What the gate ought to do, in memory. */
class Model {
  readonly performed: string[] = []
  readonly answers = new Map<string, Answer>()

  take({ key, body, fails, dryRun }: Step): { output: Answer; replayed: boolean } | string {
    const known = key === null ? undefined : this.answers.get(key)
    if (known) return known.body === body ? { output: known, replayed: true } : 'key-reused'
    if (fails) return 'conflict'
    const output = { body, count: this.performed.length + 1 }
    if (!dryRun) {
      this.performed.push(body)
      if (key !== null) this.answers.set(key, output)
    }
    return { output, replayed: false }
  }
}
