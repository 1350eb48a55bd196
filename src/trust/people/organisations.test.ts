import { describe, expect, test } from 'vitest'
import { onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import type { Actor } from '../access/index.ts'
import { signIn } from '../session/index.ts'
import {
  changeOrganisation,
  changePerson,
  createOrganisation,
  createPerson,
  listOrganisations,
} from './index.ts'
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
        memberships: ['administrator', 'securityAdministrator'].map((role) => ({
          ...{ organisation: office.office, role },
        })),
      })
      const { actor } = await enterAs(office, login, made.password)
      return { ...actor, permissions: admin.permissions }
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
