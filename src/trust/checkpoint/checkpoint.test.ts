import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { startChild } from '../../../test/contracts/children.ts'
import { onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import { enterTenant } from '../../store/engine/tenant-scope.ts'
import { openStore, type Store } from '../../store/index.ts'
import { SUITES, verifyConsistency, verifyInclusion } from '../log/index.ts'
import { NOW, problemOf } from '../people/office.case.ts'
import { contextOf, gmKeyFrom, isSigned, keyFrom, leaveEntry, seeLog } from './entries.case.ts'
import {
  agreedSuite,
  hasWaiting,
  integrate,
  newestHead,
  proveConsistency,
  proveEntry,
  readKeys,
  registerKey,
} from './index.ts'

const KEY = keyFrom(1)
const GM_KEY = gmKeyFrom(1)
/** Entries that each of several writers leaves. */
const MANY = 50

/** Takes up all that waits, and answers how much that was. */
async function takeUp(store: Store, tenant: number, key = KEY): Promise<number> {
  let sum = 0
  for (let more = true; more; ) {
    const taken = await integrate({ store, key, now: NOW }, tenant)
    more = taken.state === 'busy' || (taken.state === 'done' && taken.more)
    if (taken.state === 'done') sum += taken.entries
  }
  return sum
}

/** A store of which every transaction is lost at its commit, as when the process is killed there. */
function losing(store: Store): Store {
  return {
    ...store,
    transaction: (work, options) =>
      store.transaction(async (tx) => {
        await work(tx)
        throw new Error('killed')
      }, options),
  }
}

onEachEngine((engine) => {
  const shared = sharedStore(engine)
  let tenants = 4000
  const begin = () => {
    tenants += 1
    enterTenant(tenants)
    return { store: shared.store, tenant: tenants, context: contextOf(shared.store, tenants) }
  }

  describe('the log', () => {
    test.each([
      ['intl', KEY],
      ['gm', GM_KEY],
    ] as const)(
      'takes up what was written before it began, in its order, and proves all of it: %s',
      async (name, key) => {
        const { store, tenant, context } = begin()
        const { tree } = SUITES[name]
        const early: string[] = []
        for (const what of ['甲', '乙', '丙']) early.push(await leaveEntry(context, what))
        expect(await integrate({ store, key, now: NOW }, tenant)).toEqual({ state: 'keyless' })
        expect(await hasWaiting(store.read, tenant)).toBe(true)
        await registerKey(context, key)
        await registerKey(context, key)
        expect(await takeUp(store, tenant, key)).toBe(4)
        const older = await newestHead(store.read, tenant)
        await leaveEntry(context, '丁')
        expect(await takeUp(store, tenant, key)).toBe(1)
        expect(await takeUp(store, tenant, key)).toBe(0)

        const seen = await seeLog(store, tenant)
        expect(seen).toMatchObject({ waiting: 0, isWhole: true, signed: { size: 5 } })
        expect(seen.entries.map(({ what }) => what)).toEqual(['甲', '乙', '丙', null, '丁'])
        expect(seen.signed?.root).toBe(seen.root)
        expect(isSigned(seen.signed?.note ?? '', key)).toBe(true)
        expect(isSigned(seen.signed?.note.replace('\n5\n', '\n6\n') ?? '', key)).toBe(false)

        const newer = await newestHead(store.read, tenant)
        const { rows } = await sql<{ hash: string }>`
        select body_hash as hash from log_pending where id = ${early[1]}`.execute(store.read)
        const proof = await proveEntry(store.read, tenant, early[1] ?? '')
        const hash = tree.leaf(Buffer.from(rows[0]?.hash ?? '', 'hex'))
        const whole = { start: 0n, end: 5n, root: newer.root }
        expect(verifyInclusion(tree, { index: 1n, hash }, whole, proof.hashes)).toBe(true)
        const hashes = await proveConsistency(store.read, tenant, older.size, newer.size)
        const [before, now] = [older, newer].map(({ size, root }) => ({ size: BigInt(size), root }))
        expect(before && now && verifyConsistency(tree, before, now, hashes)).toBe(true)
      },
    )

    test('is signed by keys that it names itself, and by no other', async () => {
      const { store, tenant, context } = begin()
      await registerKey(context, KEY)
      const stranger = { store, key: keyFrom(2), now: NOW }
      expect(await integrate(stranger, tenant)).toEqual({ state: 'keyless' })
      await registerKey(context, stranger.key)
      expect(await integrate(stranger, tenant)).toMatchObject({ state: 'done', entries: 2 })
      expect(await readKeys(store.read, tenant)).toHaveLength(2)
      const { rows } = await sql<{ n: number }>`
        select count(*)::int4 as n from log_pending
        where tenant = ${tenant} and command = 'log.key'`.execute(store.read)
      expect(rows[0]?.n).toBe(2)
    })

    test('keeps the suite in which it began, and says so to whoever asks for another', async () => {
      const { store, tenant, context } = begin()
      expect((await agreedSuite(store.read, tenant, 'gm')).name).toBe('gm')
      await registerKey(context, GM_KEY)
      expect((await agreedSuite(store.read, tenant, null)).name).toBe('gm')
      expect(await problemOf(agreedSuite(store.read, tenant, 'intl'))).toBe('log-suite-fixed')
      expect(await problemOf(registerKey(context, KEY))).toBe('log-suite-fixed')
      expect(await integrate({ store, key: KEY, now: NOW }, tenant)).toEqual({ state: 'keyless' })
    })

    test('takes up long bodies in several states, and leaves none behind', async () => {
      const { store, tenant, context } = begin()
      await registerKey(context, KEY)
      for (const what of ['长', '文', '书']) await leaveEntry(context, what.repeat(1_500_000))
      const first = await integrate({ store, key: KEY, now: NOW }, tenant)
      expect(first).toEqual({ state: 'done', entries: 3, more: true })
      expect(await takeUp(store, tenant)).toBe(1)
    })

    test('of what is not in it, or of another tenant, proves nothing', async () => {
      const { store, tenant, context } = begin()
      expect(await problemOf(newestHead(store.read, tenant))).toBe('not-found')
      await registerKey(context, KEY)
      await takeUp(store, tenant)
      const waiting = await leaveEntry(context, '待')
      const foreign = (await seeLog(store, tenant - 1)).entries[0]?.id ?? ''
      for (const entry of [waiting, foreign]) {
        expect(await problemOf(proveEntry(store.read, tenant, entry))).toBe('not-found')
      }
      expect(await problemOf(proveConsistency(store.read, tenant, 0, 1))).toBe('not-found')
      expect(await problemOf(proveConsistency(store.read, tenant, 1, 2))).toBe('not-found')
    })

    test('loses none, doubles none and leaves no gap: many writers, two sequencers, commits lost', async () => {
      const { store, tenant, context } = begin()
      await registerKey(context, KEY)
      let isWriting = true
      const writers = [1, 2, 3].map(async (writer) => {
        const own = contextOf(store, tenant, String(writer))
        for (let at = 0; at < MANY; at += 1) await leaveEntry(own, `${writer}.${at}`)
      })
      const sequencers = [1, 2].map(async () => {
        while (isWriting) {
          const lost = integrate({ store: losing(store), key: KEY, now: NOW }, tenant)
          await lost.catch(() => {})
          await integrate({ store, key: KEY, now: NOW }, tenant)
        }
      })
      await Promise.all(writers)
      isWriting = false
      await Promise.all(sequencers)
      await takeUp(store, tenant)
      const { entries, ...seen } = await seeLog(store, tenant)
      expect(seen).toMatchObject({ waiting: 0, isWhole: true, signed: { root: seen.root } })
      expect(entries).toHaveLength(3 * MANY + 1)
      for (const writer of [1, 2, 3]) {
        const own = entries.flatMap(({ what }) => (what?.startsWith(`${writer}.`) ? [what] : []))
        expect(own).toEqual(Array.from({ length: MANY }, (_, at) => `${writer}.${at}`))
      }
      const last = entries[100]
      const proof = await proveEntry(store.read, tenant, last?.id ?? '')
      expect(proof).toMatchObject({ leaf: 100, size: 3 * MANY + 1 })
    })

    test('goes on where it was after a kill', async () => {
      // A store of its own, whose one tenant is not that of the case before.
      enterTenant(1)
      const place = await engine.freshPlace()
      const child = startChild('log', place.options)
      await child.said(18)
      await child.kill()
      const said = child.lines.filter((line) => line.startsWith('entry')).length
      const store = await openStore(place.options)
      await takeUp(store, 1)
      const { entries, ...seen } = await seeLog(store, 1)
      expect(seen).toMatchObject({ waiting: 0, isWhole: true, signed: { root: seen.root } })
      // The last entry may have been committed before it could be said.
      expect([said, said + 1]).toContain(entries.length - 1)
      await store.close()
      await place.remove()
    })
  })

  test.skipIf(engine.name === 'pglite')(
    'an entry that was committed after a later one is taken up all the same',
    async () => {
      const { store, tenant, context } = begin()
      await registerKey(context, KEY)
      let release: () => void = () => {}
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      let written: () => void = () => {}
      const isWritten = new Promise<void>((resolve) => {
        written = resolve
      })
      const slow = store.transaction(
        async (tx) => {
          await sql`insert into log_pending (tenant, id, command, actor, at, body, salt, body_hash)
            select tenant, gen_random_uuid(), command, actor, at, body, salt, body_hash
            from log_pending where tenant = ${tenant}`.execute(tx)
          written()
          await held
        },
        { tenant },
      )
      // Otherwise the later entry may be there already when the earlier one is copied.
      await isWritten
      await leaveEntry(context, '后')
      expect(await takeUp(store, tenant)).toBe(2)
      release()
      await slow
      expect(await takeUp(store, tenant)).toBe(1)
      expect(await seeLog(store, tenant)).toMatchObject({ waiting: 0, isWhole: true })
    },
  )
})
