import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import {
  confirmTotp,
  makeSealer,
  removeFactor,
  renewRecoveryCodes,
  startTotp,
} from '../factor/index.ts'
import { codeOf, stepAt } from '../factor/totp.ts'
import { write } from '../gate/index.ts'
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
import { readSafeguards, setSafeguards } from '../safeguard/index.ts'
import {
  endOtherSessions,
  endOwnSession,
  endSessionsOf,
  listOwnSessions,
  proveAgain,
  readSignInState,
  resetFactors,
  signIn,
  unlockPerson,
} from './index.ts'

const MINUTE_MS = 60_000
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The bytes of a secret that was told in letters, as an authenticator application reads it. */
function bytesOf(letters: string): Uint8Array {
  const bits = [...letters].map((one) => LETTERS.indexOf(one).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}

type Entered = Awaited<ReturnType<typeof signIn>>

onEachEngine((engine) => {
  const shared = sharedStore(engine)
  const sealer = makeSealer(new Uint8Array(32).fill(7))
  let tenant = 0
  const begin = (measures = { secondFactor: false, stepUp: false, separated: false }) =>
    beginOffice(shared.store, ++tenant, 'cheap', measures)
  const sessionsOf = (office: Office) => ({ store: office.store, roles: ROLES, sealer })

  const tryIn = (office: Office, more: object = {}) =>
    signIn(sessionsOf(office), {
      ...{ tenant, login: 'demo', password: office.account.password, address: '10.0.0.1' },
      ...{ now: NOW, random: office.random, ...more },
    })

  /** Sets one-time codes up for the person of a session; answers how to make codes, and those for recovery. */
  async function enrol(office: Office, entered: Entered, now = NOW) {
    const actor = (await freshActor(office.store, entered.token, now)) ?? entered.actor
    const context = { ...office.sessionContext({ ...entered, actor }), sealer, now }
    const { secret } = await startTotp(context)
    const bytes = bytesOf(secret ?? '')
    const codeAt = (moment: Date) => codeOf(bytes, stepAt(moment))
    const { recoveryCodes } = await confirmTotp(context, codeAt(now))
    return { codeAt, secret: secret ?? '', recovery: recoveryCodes ?? [] }
  }

  describe('sessions', () => {
    test('are listed with their devices, and end one by one or all but this', async () => {
      const office = await begin()
      const agent = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/131.0 Safari/537.36'
      const [one, two, three] = [
        await tryIn(office, { agent, now: later(-3 * MINUTE_MS) }),
        await tryIn(office, { now: later(-2 * MINUTE_MS), address: '10.0.0.2' }),
        await tryIn(office, { now: later(-30 * MINUTE_MS) }),
      ]
      const asked = { actor: one.actor, token: one.token, now: NOW }
      const list = await listOwnSessions(sessionsOf(office), asked)
      expect(list.map(({ device, address, current }) => [device, address, current])).toEqual([
        ['', '10.0.0.2', false],
        ['Chrome 131 · Linux', '10.0.0.1', true],
      ])
      const [other] = list
      await endOwnSession(office.context(one.actor), other?.id ?? '')
      expect(await freshActor(office.store, two.token)).toBeNull()
      expect(await problemOf(endOwnSession(office.context(one.actor), other?.id ?? ''))).toBe(
        'not-found',
      )
      const fourth = await tryIn(office)
      const ended = await endOtherSessions(office.sessionContext(one))
      expect(ended.output).toEqual({ ended: 2 })
      expect(await freshActor(office.store, fourth.token)).toBeNull()
      expect(await freshActor(office.store, three.token)).toBeNull()
      expect(await freshActor(office.store, one.token)).not.toBeNull()
    })

    test('of others are ended, and locks opened, by whoever guards sign-in and nobody else', async () => {
      const office = await begin()
      const guard = await office.enter('securityAdministrator')
      const operator = await office.operator()
      const made = await createPerson(office.context(operator.actor), {
        ...{
          login: 'wang',
          name: '王',
          memberships: [{ organisation: office.office, role: 'chief' }],
        },
      })
      const wang = { login: 'wang', password: made.password ?? '' }
      const theirs = await tryIn(office, wang)
      for (let round = 0; round < 5; round += 1) {
        const wrong = tryIn(office, { login: 'wang', password: 'x'.repeat(200), now: later(1) })
        expect(await problemOf(wrong)).toBe('wrong-sign-in')
      }
      const now = later(2)
      expect(await problemOf(tryIn(office, { ...wang, now }))).toBe('rate-limited')
      const person = made.output.id
      const asked = { actor: guard.actor, now: later(1) }
      const state = await readSignInState(sessionsOf(office), asked, person)
      expect(state).toMatchObject({
        lockedSeconds: 900,
        factors: [],
        sessions: [{ role: 'chief' }],
      })
      for (const role of ['administrator', 'auditor', 'office']) {
        const { actor } = await office.enter(role)
        const context = office.context(actor)
        const refused = [
          readSignInState(sessionsOf(office), { actor, now: NOW }, person),
          unlockPerson(context, person),
          endSessionsOf(context, { person, session: null }),
          resetFactors(context, person),
        ]
        for (const each of refused)
          expect([role, await problemOf(each)]).toEqual([role, 'forbidden'])
      }
      const context = office.context(guard.actor)
      expect((await unlockPerson(context, person)).output).toEqual({ forgotten: 5 })
      expect(await problemOf(tryIn(office, wang))).toBe('none')
      const session = state.sessions[0]?.id ?? ''
      expect((await endSessionsOf(context, { person, session })).output).toEqual({ ended: 1 })
      expect(await freshActor(office.store, theirs.token)).toBeNull()
      expect((await endSessionsOf(context, { person, session: null })).output).toEqual({ ended: 1 })
      const nobody = '00000000-0000-8000-8000-0000000000ee'
      expect(await problemOf(unlockPerson(context, nobody))).toBe('not-found')
    })
  })

  describe('the second factor', () => {
    test('is asked after the password, once a code, and no success wipes out wrong ones', async () => {
      const office = await begin()
      const { codeAt, secret } = await enrol(office, await tryIn(office))
      const now = later(MINUTE_MS)
      expect(await problemOf(tryIn(office, { now }))).toBe('second-factor-needed')
      expect(await problemOf(tryIn(office, { now, password: 'no', code: codeAt(now) }))).toBe(
        'wrong-sign-in',
      )
      const code = codeAt(now)
      const both = await Promise.all([
        problemOf(tryIn(office, { now, code })),
        problemOf(tryIn(office, { now, code })),
      ])
      expect(both.sort()).toEqual(['none', 'wrong-code'])
      expect(await problemOf(tryIn(office, { now, code }))).toBe('wrong-code')
      const after = later(MINUTE_MS + 1)
      for (let round = 0; round < 5; round += 1) {
        expect(await problemOf(tryIn(office, { now: after }))).toBe('second-factor-needed')
        const wrong = tryIn(office, { now: after, code: '000000' })
        expect(await problemOf(wrong)).toBe('wrong-code')
      }
      const next = later(2 * MINUTE_MS)
      expect(await problemOf(tryIn(office, { now: next }))).toBe('rate-limited')
      expect(await problemOf(tryIn(office, { now: next, code: codeAt(next) }))).toBe('rate-limited')
      const { rows } = await sql<{ text: string }>`
        select f::text as text from second_factor f union all select r::text from recovery_code r
        union all select l.body from log_pending l`.execute(office.store.read)
      for (const { text } of rows) expect(text).not.toContain(secret)
    })

    test('opens by a code for recovery once, and is taken away by its owner or a guard', async () => {
      const office = await begin()
      const entered = await tryIn(office)
      const { recovery } = await enrol(office, entered)
      const [first = '', second = ''] = recovery
      expect(recovery).toHaveLength(10)
      expect(await problemOf(tryIn(office, { code: first.toUpperCase() }))).toBe('none')
      expect(await problemOf(tryIn(office, { code: first }))).toBe('wrong-code')
      const own = { ...office.sessionContext(entered), sealer }
      expect(await problemOf(startTotp(own))).toBe('conflict')
      const { recoveryCodes } = await renewRecoveryCodes(own)
      expect(await problemOf(tryIn(office, { code: second }))).toBe('wrong-code')
      expect(await problemOf(tryIn(office, { code: recoveryCodes?.[0] }))).toBe('none')
      await removeFactor(own, 'totp')
      expect(await problemOf(removeFactor(own, 'totp'))).toBe('conflict')
      expect(await problemOf(tryIn(office))).toBe('none')
      const guard = await office.enter('securityAdministrator')
      await enrol(office, entered, later(5 * MINUTE_MS))
      const { output } = await resetFactors(office.context(guard.actor), guard.actor.person)
      expect(output).toEqual({ removed: 1 })
      expect(await problemOf(tryIn(office))).toBe('none')
    })

    test('is what an administrator must set up before anything else, where it is asked', async () => {
      const office = await begin({ secondFactor: true, stepUp: false, separated: false })
      const entered = await tryIn(office)
      expect(entered.actor.mustEnrol).toBe(true)
      const command = { name: 'test', permission: 'read-chain', input: {} } as const
      const context = office.context(entered.actor)
      expect(await problemOf(write(context, command, async () => ({})))).toBe('forbidden')
      await enrol(office, entered)
      const actor = await freshActor(office.store, entered.token)
      expect(actor?.mustEnrol).toBeUndefined()
      expect(actor?.permissions.has('read-chain')).toBe(true)
    })
  })

  describe('a fresh proof', () => {
    test('is asked when the last is too old, by password or by code, and not of the operator', async () => {
      const office = await begin({ secondFactor: false, stepUp: true, separated: false })
      const entered = await office.enter('office')
      const command = { name: 'test', permission: 'sign-list', input: {}, weighty: true } as const
      const act = async (now: Date) => {
        const actor = (await freshActor(office.store, entered.token, now)) ?? entered.actor
        return problemOf(write(office.context(actor, { now }), command, async () => ({})))
      }
      expect(await act(later(5 * MINUTE_MS))).toBe('none')
      const now = later(6 * MINUTE_MS)
      expect(await act(now)).toBe('step-up-needed')
      const context = { ...office.sessionContext(entered), sealer, now }
      const shown = { password: null, code: null, certificate: null, address: '10.0.0.1' }
      const wrong = proveAgain(context, { ...shown, password: 'no' })
      expect(await problemOf(wrong)).toBe('wrong-sign-in')
      expect(await act(now)).toBe('step-up-needed')
      await proveAgain(context, { ...shown, password: office.account.password })
      expect(await act(now)).toBe('none')
      expect(await act(later(12 * MINUTE_MS))).toBe('step-up-needed')
      const { codeAt } = await enrol(office, entered, later(6.5 * MINUTE_MS))
      const again = { ...context, now: later(12 * MINUTE_MS) }
      const byPassword = proveAgain(again, { ...shown, password: office.account.password })
      expect(await problemOf(byPassword)).toBe('wrong-code')
      await proveAgain(again, { ...shown, code: codeAt(again.now) })
      expect(await act(again.now)).toBe('none')
      const { provenUntil: _, ...operator } = entered.actor
      const late = office.context(operator, { now: later(60 * MINUTE_MS) })
      expect(await problemOf(write(late, command, async () => ({})))).toBe('none')
    })
  })

  describe('the measures', () => {
    test('change with a reason, and never so that they lock out who sets them', async () => {
      const office = await begin()
      const guard = await office.enter('securityAdministrator')
      const context = { ...office.context(guard.actor), roles: ROLES }
      const off = { secondFactor: false, stepUp: false, separated: false }
      const set = (change: object) =>
        problemOf(setSafeguards(context, { ...off, reason: '转为正式使用', ...change }))
      expect(await set({ stepUp: true, reason: ' ' })).toBe('invalid-input')
      expect(await set({})).toBe('conflict')
      expect(await set({ secondFactor: true })).toBe('conflict')
      expect(await set({ separated: true })).toBe('conflict')
      expect(await set({ stepUp: true })).toBe('none')
      expect(await readSafeguards(office.store, guard.actor)).toMatchObject({
        ...{ ...off, stepUp: true, reason: '转为正式使用', setBy: '演示人员' },
      })
      const office2 = await office.enter('administrator')
      const other = { ...office.context(office2.actor), roles: ROLES }
      expect(await problemOf(setSafeguards(other, { ...off, reason: '试' }))).toBe('forbidden')
    })
  })

  describe('administrators kept apart', () => {
    const SEATS = ['administrator', 'securityAdministrator', 'auditor'] as const

    test('nobody holds two seats, not even by two grants at one moment or by the store itself', async () => {
      const office = await begin()
      const { actor } = await office.operator()
      const off = { secondFactor: false, stepUp: false }
      const context = office.context(actor)
      const self = actor.person
      const make = async (login: string) =>
        (await createPerson(context, { login, name: login, memberships: [] })).output.id
      const people = [await make('sys'), await make('sec'), await make('aud')]
      for (const [at, role] of SEATS.entries()) {
        const memberships = [{ organisation: office.office, role }]
        await changePerson(context, { person: people[at] ?? '', memberships })
      }
      await changePerson(context, {
        ...{ person: self, memberships: [{ organisation: office.office, role: 'office' }] },
      })
      await setSafeguards(context, { ...off, separated: true, reason: '三员已定' })
      const victim = await make('two')
      const seat = (role: string) =>
        problemOf(
          changePerson(context, {
            person: victim,
            memberships: [{ organisation: office.office, role }],
          }),
        )
      const two = SEATS.slice(0, 2).map((role) => ({ organisation: office.office, role }))
      const doubled = changePerson(context, { person: victim, memberships: two })
      expect(await problemOf(doubled)).toBe('invalid-input')
      for (let round = 0; round < 5; round += 1) {
        expect(await Promise.all(SEATS.map(seat))).toEqual(['none', 'none', 'none'])
        const { rows } = await sql<{ role: string }>`
          select role from membership where tenant = ${tenant} and person = ${victim}
        `.execute(office.store.read)
        expect(rows).toHaveLength(1)
      }
      const forced = office.store.transaction(
        (tx) =>
          sql`insert into membership (tenant, person, organisation, role, granted_by, granted_at, seat)
            select tenant, person, organisation, 'other', granted_by, granted_at, 'other'
            from membership where tenant = ${tenant} and person = ${victim}`.execute(tx),
        { tenant },
      )
      await expect(forced).rejects.toThrow(/membership_one_seat/)
    })

    test('whoever founds names them, and goes with the last one', async () => {
      const office = await begin()
      const { actor } = await office.operator()
      const context = office.context(actor)
      const at = office.office
      const grant = (person: string, ...roles: string[]) =>
        changePerson(context, {
          ...{ person, memberships: roles.map((role) => ({ organisation: at, role })) },
        })
      await grant(actor.person, 'office', 'founder')
      expect(await problemOf(grant(actor.person, 'office'))).toBe('conflict')
      await setSafeguards(context, {
        ...{ secondFactor: false, stepUp: false, separated: true, reason: '正式使用' },
      })
      const rolesOf = async () => {
        const { rows } = await sql<{ role: string }>`
          select role from membership where tenant = ${tenant} and person = ${actor.person}
          order by role`.execute(office.store.read)
        return rows.map(({ role }) => role)
      }
      for (const role of SEATS) {
        expect(await rolesOf()).toEqual(['founder', 'office'])
        await createPerson(context, {
          ...{
            login: `p-${role.toLowerCase()}`,
            name: role,
            memberships: [{ organisation: at, role }],
          },
        })
      }
      expect(await rolesOf()).toEqual(['office'])
    })
  })
})
