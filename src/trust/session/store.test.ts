import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import { ensureLabel, labelShape } from '../access/index.ts'
import { changePerson, createPerson } from '../people/index.ts'
import {
  beginOffice,
  freshActor,
  later,
  NOW,
  type Office,
  problemOf,
  ROLES,
} from '../people/office.case.ts'
import {
  changePassword,
  memberActor,
  readOwnAccount,
  SESSION_LIMITS,
  signIn,
  signOut,
  signOutEverywhere,
  switchRole,
} from './index.ts'

const MINUTE_MS = 60_000

onEachEngine((engine) => {
  const shared = sharedStore(engine)
  let tenant = 0
  const begin = (cost: 'cheap' | 'real' = 'cheap'): Promise<Office> =>
    beginOffice(shared.store, ++tenant, cost)

  const tryIn = (office: Office, login: string, password: string, more = {}) =>
    signIn(
      { store: office.store, roles: ROLES },
      {
        tenant: office.account.tenant,
        login,
        password,
        address: '10.0.0.1',
        now: NOW,
        random: office.random,
        ...more,
      },
    )

  describe('sign-in', () => {
    test('opens a session that knows its person, role and labels', async () => {
      const office = await begin()
      const { token, actor } = await tryIn(office, ' ＤＥＭＯ ', office.account.password)
      expect(actor).toMatchObject({
        tenant: office.account.tenant,
        person: office.account.person,
        organisation: office.office,
        role: 'office',
        name: '演示人员',
        organisationName: '示例市链长制办公室',
        labels: [1, 2],
        language: 'zh',
        home: '310000',
      })
      expect(await freshActor(office.store, token)).toEqual(actor)
    })

    test('keeps neither token nor password', async () => {
      const office = await begin()
      const { token } = await tryIn(office, 'demo', office.account.password)
      const { rows } = await sql<{ text: string }>`
        select s::text as text from session s union all select p::text from person p
        union all select l::text from log_pending l`.execute(office.store.read)
      for (const { text } of rows) {
        expect(text).not.toContain(token.split('.')[1])
        expect(text).not.toContain(office.account.password)
      }
    })

    test('says the same of an unknown login, a wrong password and a closed account', async () => {
      const office = await begin()
      const admin = await office.operator()
      const closed = await createPerson(office.context(admin.actor), {
        login: 'closed',
        name: '停用者',
        memberships: [{ organisation: office.office, role: 'chief' }],
      })
      const change = { person: closed.output.id, active: false }
      await changePerson(office.context(admin.actor), change)
      expect(await problemOf(tryIn(office, 'nobody', 'wrong'))).toBe('wrong-sign-in')
      expect(await problemOf(tryIn(office, 'demo', 'wrong'))).toBe('wrong-sign-in')
      expect(await problemOf(tryIn(office, 'closed', closed.password ?? ''))).toBe('wrong-sign-in')
      expect(await problemOf(tryIn(office, 'demo', 'x'.repeat(5_000)))).toBe('wrong-sign-in')
    })

    test('takes about as long for an unknown login as for a wrong password', async () => {
      const office = await begin('real')
      const timeOf = async (login: string, address: string): Promise<number> => {
        const begun = performance.now()
        await problemOf(tryIn(office, login, 'not it at all', { address }))
        return performance.now() - begun
      }
      const known: number[] = []
      const unknown: number[] = []
      for (let round = 0; round < 4; round += 1) {
        known.push(await timeOf('demo', `10.1.0.${round}`))
        unknown.push(await timeOf('nobody', `10.2.0.${round}`))
      }
      // Without the hash an unknown login would be refused in a tenth of the time.
      expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3)
    })
  })

  describe('rate limit', () => {
    test('five wrong tries close a login for a quarter of an hour, even to the right password', async () => {
      const office = await begin()
      const { password } = office.account
      for (let round = 0; round < 5; round += 1) {
        expect(await problemOf(tryIn(office, 'demo', 'wrong'))).toBe('wrong-sign-in')
      }
      expect(await problemOf(tryIn(office, 'demo', password))).toBe('rate-limited')
      expect(await problemOf(tryIn(office, 'DEMO', password))).toBe('rate-limited')
      expect(await problemOf(tryIn(office, 'other', 'x'))).toBe('wrong-sign-in')
      const now = later(15 * MINUTE_MS)
      expect(await problemOf(tryIn(office, 'demo', password, { now }))).toBe('none')
    })

    test('a success forgives the tries before it', async () => {
      const office = await begin()
      const { password } = office.account
      for (let round = 0; round < 8; round += 1) {
        const now = later(round * 1000)
        const word = round % 4 === 3 ? password : 'wrong'
        const expected = round % 4 === 3 ? 'none' : 'wrong-sign-in'
        expect(await problemOf(tryIn(office, 'demo', word, { now }))).toBe(expected)
      }
    })

    test('an address is closed however many logins it tries, and with it its neighbours', async () => {
      const office = await begin()
      // Too long to be hashed, so that forty refusals take no time.
      const word = 'x'.repeat(200)
      for (let round = 0; round < 40; round += 1) {
        const address = `2001:db8:1:2::${round.toString(16)}`
        const trying = tryIn(office, `guess${round}`, word, { address })
        expect(await problemOf(trying)).toBe('wrong-sign-in')
      }
      const { password } = office.account
      const inside = tryIn(office, 'demo', password, { address: '2001:0db8:1:2:ffff::1' })
      expect(await problemOf(inside)).toBe('rate-limited')
      const outside = tryIn(office, 'demo', password, { address: '2001:db8:1:3::1' })
      expect(await problemOf(outside)).toBe('none')
    })

    test('of many tries at one moment no more than the limit are looked at', async () => {
      const office = await begin()
      const tries = Array.from({ length: 12 }, () => problemOf(tryIn(office, 'demo', 'wrong')))
      const outcomes = await Promise.all(tries)
      expect(outcomes.filter((one) => one === 'wrong-sign-in').length).toBeLessThanOrEqual(5)
      expect(outcomes.every((one) => ['wrong-sign-in', 'rate-limited'].includes(one))).toBe(true)
    })
  })

  describe('sessions', () => {
    test('end when idle, at the end of their time, and on sign-out', async () => {
      const office = await begin()
      const { idleMs, absoluteMs } = SESSION_LIMITS
      const idle = await office.enter('chief')
      expect(await freshActor(office.store, idle.token, later(idleMs - 1))).not.toBeNull()
      expect(await freshActor(office.store, idle.token, later(2 * idleMs - 2))).not.toBeNull()
      expect(await freshActor(office.store, idle.token, later(4 * idleMs))).toBeNull()
      const long = await office.enter('chief')
      for (let at = 0; at < absoluteMs; at += idleMs / 2) {
        expect(await freshActor(office.store, long.token, later(at))).not.toBeNull()
      }
      expect(await freshActor(office.store, long.token, later(absoluteMs))).toBeNull()
      const left = await office.enter('chief')
      await signOut({ store: office.store, roles: ROLES }, left.token)
      expect(await freshActor(office.store, left.token)).toBeNull()
      await signOut({ store: office.store, roles: ROLES }, left.token)
    })

    test('are not opened by anything but their token', async () => {
      const office = await begin()
      const { token } = await office.enter('chief')
      const [number, secret = ''] = token.split('.')
      const forged = [
        '',
        'x',
        secret,
        `${number}.`,
        `${Number(number) + 1}.${secret}`,
        `${number}.${secret.slice(1)}A`,
        `${number}.${secret} `,
        `0${number}.${secret}`,
        `${number}.' or true --${'A'.repeat(30)}`,
      ]
      for (const one of forged) expect(await freshActor(office.store, one)).toBeNull()
    })

    test('all of one person end at once, and those of others stay', async () => {
      const office = await begin()
      const admin = await office.operator()
      const other = await createPerson(office.context(admin.actor), {
        login: 'other',
        name: '另一人',
        memberships: [{ organisation: office.office, role: 'auditor' }],
      })
      const stays = await tryIn(office, 'other', other.password ?? '')
      const second = await office.enter('chief')
      const { output } = await signOutEverywhere(office.context(second.actor))
      expect(output).toEqual({ ended: 2 })
      expect(await freshActor(office.store, admin.token)).toBeNull()
      expect(await freshActor(office.store, second.token)).toBeNull()
      expect(await freshActor(office.store, stays.token)).not.toBeNull()
    })

    test('what is taken from a person is gone with the next request', async () => {
      const office = await begin()
      const admin = await office.operator()
      const made = await createPerson(office.context(admin.actor), {
        login: 'deputy',
        name: '副手',
        memberships: [
          { organisation: office.office, role: 'office' },
          { organisation: office.office, role: 'reviewer' },
        ],
      })
      const { token, actor } = await tryIn(office, 'deputy', made.password ?? '')
      expect(actor.role).toBe('office')
      await changePerson(office.context(admin.actor), {
        person: made.output.id,
        memberships: [{ organisation: office.office, role: 'reviewer' }],
      })
      expect(await freshActor(office.store, token)).toBeNull()
    })
  })

  test('a session of a closed account is dead even where its row is left', async () => {
    const office = await begin()
    const { token } = await office.enter('chief')
    await sql`update person set disabled_at = ${NOW.toISOString()}
      where tenant = ${office.account.tenant}`.execute(office.store.read)
    expect(await freshActor(office.store, token)).toBeNull()
  })

  describe('work that goes on without a session', () => {
    test('is done by whoever its beginner now is in that role, and by nobody once it is lost', async () => {
      const office = await begin()
      const { account, store } = office
      const sessions = { store, roles: ROLES }
      await store.transaction(async (tx) => {
        for (const organisation of account.organisations) {
          await ensureLabel(tx, account.tenant, labelShape('restricted', [organisation]))
        }
      })
      for (const role of ROLES.keys()) {
        const { actor } = await office.enter(role)
        expect(await memberActor(sessions, actor)).toEqual(actor)
      }
      const { actor } = await office.enter('chief')
      const elsewhere = { ...actor, organisation: office.firm }
      expect(await memberActor(sessions, elsewhere)).toBeNull()
      expect(await memberActor(sessions, { ...actor, role: 'emperor' })).toBeNull()
      const close = (table: 'organisation' | 'person', at: string | null) =>
        sql`update ${sql.table(table)} set disabled_at = ${at}
          where tenant = ${account.tenant}`.execute(store.read)
      for (const table of ['organisation', 'person'] as const) {
        await close(table, NOW.toISOString())
        expect(await memberActor(sessions, actor)).toBeNull()
        await close(table, null)
        expect(await memberActor(sessions, actor)).toEqual(actor)
      }
    })
  })

  describe('one’s own account', () => {
    test('lists every role that is open, in the order of the role file', async () => {
      const office = await begin()
      const { actor } = await office.enter('auditor')
      const account = await readOwnAccount({ store: office.store, roles: ROLES }, actor)
      expect(account.roles.map(({ id }) => id)).toEqual([...ROLES.keys()])
      expect(account).toMatchObject({
        role: 'auditor',
        person: { login: 'demo', passwordTemporary: true },
        tenant: { id: office.account.tenant, name: '示例市' },
        faces: ['desk'],
      })
    })

    test('every role can be taken up, and brings its own permissions', async () => {
      const office = await begin()
      const entered = await office.enter('chief')
      for (const role of ROLES.values()) {
        const actor = await freshActor(office.store, entered.token)
        if (actor === null) throw new Error('the session ended')
        const context = { ...office.sessionContext(entered), actor }
        const switched = await switchRole(context, { role: role.id })
        expect([...switched.permissions]).toEqual(role.permissions)
        expect(await freshActor(office.store, entered.token)).toEqual(switched)
      }
    })

    test('a role that is not held, or not there, cannot be taken up', async () => {
      const office = await begin()
      const entered = await office.enter('chief')
      const context = office.sessionContext(entered)
      const wishes = [
        { role: 'emperor' },
        { role: 'chief', organisation: office.firm },
        { role: 'leadFirm', organisation: office.office },
      ]
      for (const wish of wishes) {
        expect(await problemOf(switchRole(context, wish))).toBe('invalid-input')
      }
      expect((await freshActor(office.store, entered.token))?.role).toBe('chief')
    })

    test('another person’s session cannot be moved, even by its token', async () => {
      const office = await begin()
      const admin = await office.operator()
      const other = await createPerson(office.context(admin.actor), {
        login: 'other',
        name: '另一人',
        memberships: [{ organisation: office.office, role: 'auditor' }],
      })
      const theirs = await tryIn(office, 'other', other.password ?? '')
      const context = { ...office.sessionContext(admin), token: theirs.token }
      expect(await problemOf(switchRole(context, { role: 'chief' }))).toBe('stale-session')
      expect((await freshActor(office.store, theirs.token))?.role).toBe('auditor')
    })

    test('a changed password ends the other sessions and is the only one that opens', async () => {
      const office = await begin()
      const other = await office.enter('chief')
      const entered = await office.enter('office')
      const context = office.sessionContext(entered)
      const next = '九月-Autumn-2026'
      const change = { current: office.account.password, next, address: '10.0.0.9' }
      const tooPlain = changePassword(context, { ...change, next: 'aaaaaaaaaaaa' })
      expect(await problemOf(tooPlain)).toBe('invalid-input')
      const wrong = changePassword(context, { ...change, current: 'no' })
      expect(await problemOf(wrong)).toBe('wrong-sign-in')
      const written = await changePassword({ ...context, key: 'once' }, change)
      expect(written).toMatchObject({ output: { ended: 1 }, replayed: false })
      const again = await changePassword({ ...context, key: 'once' }, change)
      expect(again).toMatchObject({ output: { ended: 1 }, replayed: true })
      expect(await freshActor(office.store, entered.token)).not.toBeNull()
      expect(await freshActor(office.store, other.token)).toBeNull()
      expect(await problemOf(tryIn(office, 'demo', change.current))).toBe('wrong-sign-in')
      expect(await problemOf(tryIn(office, 'demo', next))).toBe('none')
    })
  })
})
