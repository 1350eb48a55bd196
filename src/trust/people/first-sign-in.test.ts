import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import { firstSignIn, isFirstStart } from './index.ts'
import { beginOffice, NOW, problemOf, ROLES } from './office.case.ts'

onEachEngine((engine) => {
  const shared = sharedStore(engine)

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
      ['nobody who grants roles', ['administrator'], 'conflict'],
      ['two seats of administrators', ['administrator', 'securityAdministrator'], 'invalid-input'],
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
          safeguards: { secondFactor: true, stepUp: true, separated: true },
          now: NOW,
          random: (sizeBytes) => new Uint8Array(sizeBytes).map((__, index) => index * 37 + 11),
        },
      )
      expect(await problemOf(beginning)).toBe(expected)
      expect(await isFirstStart(shared.store, 902)).toBe(true)
    })
  })
})
