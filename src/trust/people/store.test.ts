import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import type { Actor } from '../access/index.ts'
import { signIn } from '../session/index.ts'
import {
  changeOrganisation,
  changePerson,
  createOrganisation,
  createPerson,
  firstSignIn,
  isFirstStart,
  listOrganisations,
  listPeople,
  readPerson,
  resetPassword,
} from './index.ts'
import { beginOffice, freshActor, NOW, type Office, problemOf, ROLES } from './office.case.ts'

const NOBODY = '00000000-0000-8000-8000-0000000000ee'

onEachEngine((engine) => {
  const shared = sharedStore(engine)
  let tenant = 0

  async function begin(): Promise<{ office: Office; admin: Actor }> {
    tenant += 1
    const office = await beginOffice(shared.store, tenant)
    return { office, admin: (await office.enter('administrator')).actor }
  }

  const enterAs = (office: Office, login: string, password: string | null) =>
    signIn(
      { store: office.store, roles: ROLES },
      {
        tenant: office.account.tenant,
        login,
        password: password ?? '',
        address: '10.0.0.1',
        now: NOW,
        random: office.random,
      },
    )

  describe('the first sign-in', () => {
    test('makes an empty tenant usable, and only once', async () => {
      expect(await isFirstStart(shared.store, 900)).toBe(true)
      const office = await beginOffice(shared.store, 900)
      expect(await isFirstStart(shared.store, 900)).toBe(false)
      expect(office.account).toMatchObject({ tenant: 900, login: 'demo' })
      expect(await problemOf(beginOffice(shared.store, 900))).toBe('conflict')
      const { rows } = await sql<{ command: string; actor: string; body: string }>`
        select command, actor, body from log_pending where tenant = 900`.execute(shared.store.read)
      expect(rows).toHaveLength(1)
      expect(rows[0]).toMatchObject({ command: 'tenant.begin', actor: office.account.person })
      expect(rows[0]?.body).not.toContain(office.account.password)
    })

    test('of two at the same moment one makes it', async () => {
      const both = await Promise.all([
        problemOf(beginOffice(shared.store, 901)),
        problemOf(beginOffice(shared.store, 901)),
      ])
      expect(both.sort()).toEqual(['conflict', 'none'])
    })

    test.each([
      ['nobody who manages people', ['office'], 'conflict'],
      ['no role at all', [], 'invalid-input'],
      ['a firm’s role in an office', ['administrator', 'leadFirm'], 'invalid-input'],
    ])('is refused with %s', async (_, roles, expected) => {
      const beginning = firstSignIn(
        { store: shared.store, roles: ROLES },
        {
          tenant: 902,
          tenantName: '示例市',
          home: null,
          organisations: [{ name: '办公室', kind: 'government', roles }],
          person: { login: 'demo', name: '某人' },
          now: NOW,
          random: (sizeBytes) => new Uint8Array(sizeBytes).map((__, index) => index * 37 + 11),
        },
      )
      expect(await problemOf(beginning)).toBe(expected)
      expect(await isFirstStart(shared.store, 902)).toBe(true)
    })
  })

  describe('people', () => {
    test('are created with their roles and a password that is told once', async () => {
      const { office, admin } = await begin()
      const context = office.context(admin, { key: 'new' })
      const person = {
        login: 'Wang.Wei',
        name: ' 王伟 ',
        memberships: [{ organisation: office.office, role: 'reviewer' }],
      }
      const made = await createPerson(context, person)
      expect(made.output).toEqual({
        id: expect.any(String),
        login: 'wang.wei',
        name: '王伟',
        language: 'zh',
        active: true,
        memberships: [
          { organisation: { id: office.office, name: '示例市链长制办公室' }, role: 'reviewer' },
        ],
      })
      const again = await createPerson(context, person)
      expect(again).toEqual({ ...made, replayed: true, password: null })
      const { actor } = await enterAs(office, 'wang.wei', made.password)
      expect(actor).toMatchObject({ person: made.output.id, role: 'reviewer' })
    })

    test('may be given a password, which must be a good one', async () => {
      const { office, admin } = await begin()
      const person = {
        login: 'li',
        name: '李娜',
        language: 'en' as const,
        password: 'Autumn-2026-九月',
        memberships: [{ organisation: office.firm, role: 'leadFirm' }],
      }
      const weak = { ...person, password: 'li' }
      expect(await problemOf(createPerson(office.context(admin), weak))).toBe('invalid-input')
      expect((await createPerson(office.context(admin), person)).password).toBeNull()
      const { actor } = await enterAs(office, 'li', person.password)
      expect(actor).toMatchObject({ language: 'en', organisation: office.firm, home: '310115' })
    })

    test('a rehearsal makes nobody and tells no password', async () => {
      const { office, admin } = await begin()
      const person = {
        login: 'ghost',
        name: '无人',
        memberships: [{ organisation: office.office, role: 'chief' }],
      }
      const rehearsed = await createPerson(office.context(admin, { dryRun: true }), person)
      expect(rehearsed).toMatchObject({ dryRun: true, password: null, output: { login: 'ghost' } })
      const { items } = await listPeople(office.store, admin)
      expect(items.map(({ login }) => login)).toEqual(['demo'])
    })

    test('are refused where the input does not hold', async () => {
      const { office, admin } = await begin()
      const memberships = [{ organisation: office.office, role: 'chief' }]
      const person = { login: 'zhao', name: '赵敏', memberships }
      const cases: [object, string][] = [
        [{ login: 'z' }, 'invalid-input'],
        [{ login: 'zhao min' }, 'invalid-input'],
        [{ name: '' }, 'invalid-input'],
        [{ name: '赵\u200b敏' }, 'invalid-input'],
        [{ name: '赵\u202e敏' }, 'invalid-input'],
        [{ memberships: [] }, 'invalid-input'],
        [{ memberships: [{ organisation: office.office, role: 'emperor' }] }, 'invalid-input'],
        [{ memberships: [{ organisation: office.firm, role: 'chief' }] }, 'invalid-input'],
        [{ memberships: [{ organisation: NOBODY, role: 'chief' }] }, 'invalid-input'],
        [{ memberships: [{ organisation: "' or 1", role: 'chief' }] }, 'invalid-input'],
        [{ login: 'DEMO' }, 'conflict'],
        [{}, 'none'],
        [{}, 'conflict'],
      ]
      for (const [change, expected] of cases) {
        const creating = createPerson(office.context(admin), { ...person, ...change })
        expect([change, await problemOf(creating)]).toEqual([change, expected])
      }
    })

    test('cannot be looked at or managed without the permission, in any role', async () => {
      const { office, admin } = await begin()
      const person = {
        login: 'sun',
        name: '孙悦',
        memberships: [{ organisation: office.office, role: 'chief' }],
      }
      for (const role of ROLES.values()) {
        const { actor } = await office.enter(role.id)
        const context = office.context(actor, { dryRun: true })
        const manages = role.permissions.includes('manage-people') ? 'none' : 'forbidden'
        const reads = role.permissions.includes('read-people') ? 'none' : 'forbidden'
        const change = { person: admin.person, name: '改' }
        expect([role.id, await problemOf(createPerson(context, person))]).toEqual([
          role.id,
          manages,
        ])
        expect([role.id, await problemOf(changePerson(context, change))]).toEqual([
          role.id,
          manages,
        ])
        expect([role.id, await problemOf(resetPassword(context, admin.person))]).toEqual([
          role.id,
          manages,
        ])
        expect([role.id, await problemOf(listPeople(office.store, actor))]).toEqual([
          role.id,
          reads,
        ])
      }
    })

    test('of another tenant are not found', async () => {
      const one = await begin()
      const two = await begin()
      const stranger = two.office.account.person
      const context = one.office.context(one.admin)
      expect(await problemOf(changePerson(context, { person: stranger }))).toBe('not-found')
      expect(await problemOf(resetPassword(context, stranger))).toBe('not-found')
      expect(await problemOf(readPerson(shared.store, one.admin, stranger))).toBe('not-found')
      expect(await problemOf(readPerson(shared.store, one.admin, 'x'))).toBe('not-found')
      const memberships = [{ organisation: two.office.office, role: 'chief' }]
      const person = { login: 'spy', name: '越界', memberships }
      expect(await problemOf(createPerson(context, person))).toBe('invalid-input')
    })

    test('are disabled at once and re-enabled without their old sessions', async () => {
      const { office, admin } = await begin()
      const memberships = [{ organisation: office.office, role: 'taskForce' }]
      const made = await createPerson(office.context(admin), {
        login: 'qian',
        name: '钱坤',
        memberships,
      })
      const { token } = await enterAs(office, 'qian', made.password)
      const person = made.output.id
      const closed = await changePerson(office.context(admin), { person, active: false })
      expect(closed.output.active).toBe(false)
      expect(await freshActor(office.store, token)).toBeNull()
      expect(await problemOf(enterAs(office, 'qian', made.password))).toBe('wrong-sign-in')
      const opened = await changePerson(office.context(admin), { person, active: true })
      expect(opened.output.active).toBe(true)
      expect(await freshActor(office.store, token)).toBeNull()
      expect(await problemOf(enterAs(office, 'qian', made.password))).toBe('none')
    })

    test('get a new password that alone opens, and lose their sessions', async () => {
      const { office, admin } = await begin()
      const memberships = [{ organisation: office.office, role: 'taskForce' }]
      const made = await createPerson(office.context(admin), {
        login: 'zhou',
        name: '周',
        memberships,
      })
      const { token } = await enterAs(office, 'zhou', made.password)
      const reset = await resetPassword(office.context(admin, { key: 'r' }), made.output.id)
      expect(reset.password).not.toBe(made.password)
      const again = await resetPassword(office.context(admin, { key: 'r' }), made.output.id)
      expect(again).toMatchObject({ replayed: true, password: null })
      expect(await freshActor(office.store, token)).toBeNull()
      expect(await problemOf(enterAs(office, 'zhou', made.password))).toBe('wrong-sign-in')
      expect(await problemOf(enterAs(office, 'zhou', reset.password))).toBe('none')
      const { rows } = await sql<{ text: string }>`
        select concat(l.body, k.answer) as text from log_pending l
        left join idempotency_key k on k.tenant = l.tenant and k.entry = l.id
        where l.tenant = ${office.account.tenant}`.execute(office.store.read)
      for (const { text } of rows) {
        expect(text).not.toContain(made.password ?? 'none')
        expect(text).not.toContain(reset.password ?? 'none')
      }
    })

    test('hold exactly the roles they are given last', async () => {
      const { office, admin } = await begin()
      const at = office.office
      const made = await createPerson(office.context(admin), {
        login: 'wu',
        name: '吴',
        memberships: [
          { organisation: at, role: 'chief' },
          { organisation: at, role: 'auditor' },
        ],
      })
      const changed = await changePerson(office.context(admin), {
        person: made.output.id,
        memberships: [
          { organisation: at, role: 'auditor' },
          { organisation: at, role: 'reviewer' },
          { organisation: at, role: 'reviewer' },
        ],
      })
      expect(changed.output.memberships.map(({ role }) => role)).toEqual(['auditor', 'reviewer'])
      expect(await readPerson(office.store, admin, made.output.id)).toEqual(changed.output)
    })

    test('are listed part by part, each once', async () => {
      const { office, admin } = await begin()
      const logins = ['zeta', 'alpha', '王芳', 'beta', '𬭎氏']
      for (const login of logins) {
        const memberships = [{ organisation: office.office, role: 'chief' }]
        await createPerson(office.context(admin), { login, name: login, memberships })
      }
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const part = await listPeople(office.store, admin, { cursor, limit: 2 })
        expect(part.items.length).toBeLessThanOrEqual(2)
        seen.push(...part.items.map(({ login }) => login))
        cursor = part.next
      } while (cursor !== null)
      expect(seen).toEqual(['alpha', 'beta', 'demo', 'zeta', '王芳', '𬭎氏'])
    })
  })

  describe('the last who may manage people', () => {
    const ways: [string, (office: Office, admin: Actor) => Promise<unknown>][] = [
      [
        'cannot be disabled',
        (office, admin) =>
          changePerson(office.context(admin), { person: admin.person, active: false }),
      ],
      [
        'cannot lose the roles that allow it',
        (office, admin) =>
          changePerson(office.context(admin), {
            person: admin.person,
            memberships: [{ organisation: office.office, role: 'chief' }],
          }),
      ],
      [
        'cannot have the organisation closed under them',
        (office, admin) =>
          changeOrganisation(office.context(admin), {
            organisation: office.office,
            active: false,
          }),
      ],
    ]

    test.each(ways)('%s', async (_, way) => {
      const { office, admin } = await begin()
      expect(await problemOf(way(office, admin))).toBe('conflict')
      expect(await problemOf(office.enter('administrator'))).toBe('none')
    })

    test.each(ways.slice(0, 2))('once there is another: no longer "%s"', async (_, way) => {
      const { office, admin } = await begin()
      await addManager(office, admin, 'second')
      expect(await problemOf(way(office, admin))).toBe('none')
    })

    test('two who remove each other at the same moment leave one', async () => {
      for (let round = 0; round < 5; round += 1) {
        const { office, admin } = await begin()
        const second = await addManager(office, admin, 'second')
        const outcomes = await Promise.all([
          problemOf(changePerson(office.context(admin), { person: second.person, active: false })),
          problemOf(changePerson(office.context(second), { person: admin.person, active: false })),
        ])
        expect(outcomes.sort()).toEqual(['conflict', 'none'])
      }
    })

    async function addManager(office: Office, admin: Actor, login: string): Promise<Actor> {
      const made = await createPerson(office.context(admin), {
        login,
        name: login,
        memberships: [{ organisation: office.office, role: 'administrator' }],
      })
      return (await enterAs(office, login, made.password)).actor
    }
  })

  describe('organisations', () => {
    test('are created, changed, closed and opened again', async () => {
      const { office, admin } = await begin()
      const made = await createOrganisation(office.context(admin), {
        name: '示例装备公司',
        kind: 'firm',
        home: '310115',
        creditCode: '91310000MA1FL0XX0X',
      })
      const organisation = made.output.id
      const person = await createPerson(office.context(admin), {
        login: 'firm',
        name: '企业人员',
        memberships: [{ organisation, role: 'memberFirm' }],
      })
      const { token } = await enterAs(office, 'firm', person.password)
      const changed = await changeOrganisation(office.context(admin), {
        organisation,
        name: '示例装备集团',
        home: null,
        active: false,
      })
      expect(changed.output).toEqual({
        id: organisation,
        name: '示例装备集团',
        kind: 'firm',
        home: null,
        creditCode: '91310000MA1FL0XX0X',
        active: false,
      })
      expect(await freshActor(office.store, token)).toBeNull()
      expect(await problemOf(enterAs(office, 'firm', person.password))).toBe('invalid-input')
      await changeOrganisation(office.context(admin), { organisation, active: true })
      expect(await problemOf(enterAs(office, 'firm', person.password))).toBe('none')
      const { items } = await listOrganisations(office.store, admin)
      expect(items.map(({ name }) => name)).toContain('示例装备集团')
    })

    test('are refused where the input does not hold', async () => {
      const { office, admin } = await begin()
      const context = office.context(admin)
      const firm = { name: '甲公司', kind: 'firm' } as const
      const taken = { ...firm, name: '示例研究院' }
      const rename = { organisation: office.firm, name: '示例研究院' }
      const other = office.context((await office.enter('office')).actor)
      const cases: [() => Promise<unknown>, string][] = [
        [() => createOrganisation(context, { ...firm, name: '' }), 'invalid-input'],
        [() => createOrganisation(context, { ...firm, creditCode: '1' }), 'credit-code-invalid'],
        [() => createOrganisation(context, taken), 'conflict'],
        [() => changeOrganisation(context, rename), 'conflict'],
        [() => changeOrganisation(context, { organisation: NOBODY }), 'not-found'],
        [() => changeOrganisation(context, { organisation: 'x' }), 'not-found'],
        [() => createOrganisation(other, firm), 'forbidden'],
      ]
      const outcomes = await Promise.all(cases.map(([attempt]) => problemOf(attempt())))
      expect(outcomes).toEqual(cases.map(([, expected]) => expected))
    })
  })
})
