import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { addTenant, onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import type { Store } from '../../store/index.ts'
import {
  type Access,
  type AuditQuestion,
  countAccesses,
  openRecorder,
  readAccesses,
} from './index.ts'

const AT = new Date('2026-11-20T01:02:03.000Z')
const PERSON = '00000000-0000-8000-8000-0000000000aa'

const act = (object: string, more: Partial<Access> = {}): Access => ({
  ...{ act: 'read', at: AT, person: PERSON, organisation: PERSON, role: 'auditor', request: null },
  ...{ address: '127.0.0.1', route: 'GET /api/claims/{id}', labels: [], what: 'claim', object },
  ...{ count: 1, code: null, ...more },
})

const ALL: AuditQuestion = {
  ...{ from: null, until: null, person: null, organisation: null, role: null },
  ...{ kind: null, object: null, result: null },
}

onEachEngine((engine) => {
  const shared = sharedStore(engine)
  let tenants = 0

  describe('acts', () => {
    test('are written in their order, those that wait together in one statement', async () => {
      const tenant = 300 + ++tenants
      const { store } = shared
      await addTenant(store, tenant)
      let transactions = 0
      const counting: Store = {
        ...store,
        transaction: (work, options) => {
          transactions += 1
          return store.transaction(work, options)
        },
      }
      const recorder = openRecorder(counting)
      const objects = Array.from({ length: 40 }, (_, at) => `o${at}`)
      await Promise.all(objects.map((object) => recorder.record(tenant, act(object))))
      expect(transactions).toBe(2)
      const rows = await readAccesses(store.read, tenant, ALL, { before: null, limit: 100 })
      expect(rows.map(({ object }) => object)).toEqual(objects.toReversed())
    })

    test('that cannot be stored are no acts: whoever waits for them learns of it', async () => {
      const tenant = 300 + ++tenants
      const { store } = shared
      await addTenant(store, tenant)
      const failing: Store = { ...store, transaction: () => Promise.reject(new Error('full')) }
      const recorder = openRecorder(failing)
      const asked = [recorder.record(tenant, act('a')), recorder.record(tenant, act('b'))]
      for (const each of asked) await expect(each).rejects.toThrow('full')
      await expect(recorder.record(tenant, act('c'))).rejects.toThrow('full')
      expect(await countAccesses(store.read, tenant, ALL)).toBe(0)
    })

    test('are found by who, when, what and how it ended, page by page', async () => {
      const tenant = 300 + ++tenants
      const { store } = shared
      await addTenant(store, tenant)
      const recorder = openRecorder(store)
      const later = new Date('2026-11-21T00:00:00.000Z')
      const other = '00000000-0000-8000-8000-0000000000bb'
      await recorder.record(tenant, act('first'))
      await recorder.record(tenant, act('second', { act: 'refusal', code: 'forbidden' }))
      await recorder.record(tenant, act('third', { at: later, person: other, role: 'office' }))
      await recorder.record(tenant, act('', { act: 'sign-in', person: null, role: null }))
      const found = async (question: Partial<AuditQuestion>) =>
        (
          await readAccesses(
            store.read,
            tenant,
            { ...ALL, ...question },
            { before: null, limit: 9 },
          )
        ).map(({ object }) => object)
      expect(await found({ person: other })).toEqual(['third'])
      expect(await found({ role: 'office' })).toEqual(['third'])
      expect(await found({ kind: 'sign-in' })).toEqual([''])
      expect(await found({ result: 'refused' })).toEqual(['second'])
      expect(await found({ object: 'first' })).toEqual(['first'])
      expect(await found({ until: later.toISOString() })).toEqual(['', 'second', 'first'])
      expect(await found({ from: later.toISOString() })).toEqual(['third'])
      const [newest] = await readAccesses(store.read, tenant, ALL, { before: null, limit: 1 })
      const rest = await readAccesses(store.read, tenant, ALL, {
        ...{ before: newest?.sequence ?? '', limit: 9 },
      })
      expect(rest.map(({ object }) => object)).toEqual(['third', 'second', 'first'])
      expect(await countAccesses(store.read, tenant, ALL)).toBe(4)
    })

    test('are only added to by the application', async () => {
      if (engine.name !== 'postgres') return
      const { store } = shared
      await addTenant(store, 300 + ++tenants)
      const wiping = sql`delete from read_audit`.execute(store.read)
      await expect(wiping).rejects.toMatchObject({ code: '42501' })
    })
  })
})
