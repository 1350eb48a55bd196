import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import type { Actor } from '../access/index.ts'
import { signIn } from '../session/index.ts'
import { changePerson, createPerson, listPeople, readPerson, resetPassword } from './index.ts'
import { beginOffice, freshActor, NOW, type Office, problemOf, ROLES } from './office.case.ts'

const NOBODY = '00000000-0000-8000-8000-0000000000ee'

onEachEngine((engine) => {
  const shared = sharedStore(engine)
  let tenant = 0

  async function begin(): Promise<{ office: Office; admin: Actor }> {
    tenant += 1
    const office = await beginOffice(shared.store, tenant)
    return { office, admin: (await office.operator()).actor }
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
        [{ login: 'qian', memberships: [] }, 'none'],
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
      const person = { login: 'sun', name: '孙悦' }
      const memberships = [{ organisation: office.office, role: 'chief' }]
      for (const role of ROLES.values()) {
        const { actor } = await office.enter(role.id)
        const context = office.context(actor, { dryRun: true })
        const manages = role.permissions.includes('manage-people') ? 'none' : 'forbidden'
        const reads = role.permissions.includes('read-people') ? 'none' : 'forbidden'
        const grants = role.permissions.includes('grant-roles') ? 'none' : 'forbidden'
        const both = manages === 'none' && grants === 'none' ? 'none' : 'forbidden'
        const change = { person: admin.person, name: '改' }
        const asked = [
          await problemOf(createPerson(context, { ...person, memberships })),
          await problemOf(changePerson(context, { ...change, memberships })),
          await problemOf(changePerson(context, { person: admin.person, memberships })),
        ]
        // The last would leave nobody to manage people, which is asked after the permission.
        expect([role.id, ...asked.map((each) => (each === 'conflict' ? 'none' : each))]).toEqual([
          ...[role.id, both, both, grants],
        ])
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
      const two = await begin()
      const one = await begin()
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
})
