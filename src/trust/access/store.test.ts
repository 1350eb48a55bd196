import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import { beginOffice, freshActor, ROLES } from '../people/office.case.ts'
import {
  ensureLabel,
  LABEL_LEVELS,
  labelShape,
  labelsOf,
  readLabels,
  strictestLabel,
} from './index.ts'

const TABLES = [
  'consent',
  'idempotency_key',
  'label',
  'log_pending',
  'membership',
  'organisation',
  'person',
  'read_audit',
  'session',
  'sign_in_attempt',
]

onEachEngine((engine) => {
  const shared = sharedStore(engine)
  let tenant = 0
  const begin = () => beginOffice(shared.store, ++tenant)

  describe('labels', () => {
    test('public and internal are there from the beginning, with the same ids everywhere', async () => {
      const { store, account } = await begin()
      const labels = await readLabels(store.read, account.tenant, [1, 2, 3])
      expect(labels).toEqual([
        { id: 1, level: 'public', internal: false, organisations: [] },
        { id: 2, level: 'internal', internal: true, organisations: [] },
      ])
    })

    test('one shape has one id, however its organisations are listed', async () => {
      const { store, account, firm, institute } = await begin()
      const ids = await store.transaction(async (tx) => [
        await ensureLabel(tx, account.tenant, labelShape('public')),
        await ensureLabel(tx, account.tenant, labelShape('internal')),
        await ensureLabel(tx, account.tenant, labelShape('restricted', [firm, institute])),
        await ensureLabel(tx, account.tenant, labelShape('restricted', [institute, firm, firm])),
        await ensureLabel(tx, account.tenant, labelShape('sensitive', [institute, firm])),
        await ensureLabel(tx, account.tenant, {
          ...labelShape('restricted', [firm, institute]),
          internal: true,
        }),
      ])
      expect(ids).toEqual([1, 2, 3, 3, 4, 5])
    })

    test('made by many at once they stay one a shape', async () => {
      const { store, account, firm, institute } = await begin()
      const shapes = [
        labelShape('restricted', [firm]),
        labelShape('restricted', [institute]),
        labelShape('sensitive', [firm]),
        labelShape('sensitive', [firm, institute]),
      ]
      const ids = await Promise.all(
        Array.from({ length: 32 }, (_, index) =>
          store.transaction((tx) =>
            ensureLabel(tx, account.tenant, shapes[index % shapes.length] ?? labelShape('public')),
          ),
        ),
      )
      const byShape = shapes.map((_, index) => new Set(ids.filter((__, at) => at % 4 === index)))
      expect(byShape.map(({ size }) => size)).toEqual([1, 1, 1, 1])
      expect(new Set(ids).size).toBe(4)
    })

    test('the strictest of some is stored as the rule says', async () => {
      const { store, account, firm, institute } = await begin()
      await store.transaction(async (tx) => {
        const own = await ensureLabel(tx, account.tenant, labelShape('restricted', [firm]))
        const both = await ensureLabel(
          tx,
          account.tenant,
          labelShape('restricted', [firm, institute]),
        )
        expect(await strictestLabel(tx, account.tenant, [1, 1])).toBe(1)
        expect(await strictestLabel(tx, account.tenant, [2, 1])).toBe(2)
        expect(await strictestLabel(tx, account.tenant, [own, both])).toBe(own)
        const derived = await strictestLabel(tx, account.tenant, [own, 2])
        expect(await readLabels(tx, account.tenant, [derived])).toEqual([
          { id: derived, level: 'restricted', internal: true, organisations: [firm] },
        ])
        await expect(strictestLabel(tx, account.tenant, [1, 999])).rejects.toThrow(/label/)
      })
    })

    test('an actor is loaded with exactly the labels that the rule lets through', async () => {
      const { store, account, office, firm, institute, enter } = await begin()
      const shapes = fc.sample(
        fc
          .record({
            level: fc.constantFrom(...LABEL_LEVELS),
            named: fc.subarray([office, firm, institute]),
            internal: fc.boolean(),
          })
          .map(({ level, named, internal }) => {
            const shape = labelShape(level, named)
            return shape.level === 'public' || shape.level === 'internal'
              ? shape
              : { ...shape, internal }
          }),
        60,
      )
      await store.transaction(async (tx) => {
        for (const shape of shapes) await ensureLabel(tx, account.tenant, shape)
      })
      const ids = Array.from({ length: 80 }, (_, index) => index + 1)
      const labels = await readLabels(store.read, account.tenant, ids)
      expect(labels.length).toBeGreaterThan(10)
      for (const role of ROLES.keys()) {
        const { token } = await enter(role)
        const actor = await freshActor(store, token)
        expect(actor?.role).toBe(role)
        if (actor) expect(actor.labels).toEqual(labelsOf(actor, labels))
      }
    })
  })

  // On a server the application itself is such a role: test/contracts/wall.test.ts.
  describe('the tenant’s wall', () => {
    const served = engine.name === 'postgres'
    test.skipIf(served)(
      'a role that cannot bypass sees and writes its own tenant alone',
      async () => {
        const { store } = shared
        const [one, two] = [await begin(), await begin()]
        const role = `walled_${engine.name}`
        const seen = store.transaction(async (tx) => {
          await sql.raw(`create role ${role} nologin`).execute(tx)
          for (const table of TABLES) {
            await sql.raw(`grant select, insert, update, delete on ${table} to ${role}`).execute(tx)
          }
          await sql.raw(`set local role ${role}`).execute(tx)
          const tenantsIn = async (table: string): Promise<number[]> => {
            const { rows } = await sql
              .raw<{ tenant: number }>(`select distinct tenant from ${table} order by tenant`)
              .execute(tx)
            return rows.map((row) => row.tenant)
          }
          await sql.raw(`set local app.tenant = '${one.account.tenant}'`).execute(tx)
          for (const table of ['organisation', 'person', 'membership', 'label', 'log_pending']) {
            expect([table, await tenantsIn(table)]).toEqual([table, [one.account.tenant]])
          }
          const changed = await sql`update person set name = '改'`.execute(tx)
          expect(changed.numAffectedRows).toBe(1n)
          await sql`savepoint before`.execute(tx)
          const foreign = sql`
          insert into label (tenant, id, level, internal, organisations)
          values (${two.account.tenant}, 9, 'restricted', false, '{}')`.execute(tx)
          await expect(foreign).rejects.toThrow(/row-level security/)
          await sql`rollback to savepoint before`.execute(tx)
          await sql`set local app.tenant = ''`.execute(tx)
          await expect(tenantsIn('person')).rejects.toThrow(/invalid input syntax/)
          throw new Error('rolled back on purpose')
        })
        await expect(seen).rejects.toThrow('rolled back on purpose')
      },
    )

    test('every table of this folder has it', async () => {
      const { rows } = await sql<{ name: string }>`
        select c.relname::text as name from pg_class c
        where c.relname = any(${TABLES}::text[]) and c.relrowsecurity
          and c.relnamespace = 'public'::regnamespace
          and exists (select from pg_policy p where p.polrelid = c.oid)
        order by c.relname collate "C"`.execute(shared.store.read)
      expect(rows.map(({ name }) => name)).toEqual(TABLES)
    })

    test.skipIf(served)(
      'the engine’s own superuser is not held by it, which is why the application checks first',
      async () => {
        const { store } = shared
        const { rows } = await store.transaction(
          (tx) => sql<{ tenant: number }>`select distinct tenant from person`.execute(tx),
          { tenant: 1 },
        )
        expect(rows.length).toBeGreaterThan(1)
      },
    )
  })
})
