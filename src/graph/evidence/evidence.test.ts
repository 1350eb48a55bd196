import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import type { Store } from '../../store/index.ts'
import { PUBLIC_LABEL, visible } from '../../trust/access/index.ts'
import { beginOffice, later, NOW, type Office } from '../../trust/people/office.case.ts'
import {
  type AsOf,
  decideClaims,
  decisionsAsOf,
  type EvidenceRules,
  rebuildProjection,
  stands,
  stateClaims,
  turnBatch,
} from './index.ts'

const RULES: EvidenceRules = {
  searched: new Set(['name', 'shortName']),
  policy: { version: 1, classes: { typed: { batch: true, people: 1, words: { zh: '', en: '' } } } },
}
const FACT_TABLES = ['entity', 'edge', 'value', 'term'] as const

const FIRM = { kind: 'firm', scheme: 'list:test', code: '甲' }
const STAGE = { kind: 'stage', scheme: 'list:test', code: '封装' }

async function rowsOf(store: Store, tenant: number): Promise<string[]> {
  const all: string[] = []
  for (const table of FACT_TABLES) {
    const { rows } = await sql<{ row: string }>`
      select ${sql.lit(table)} || ' ' || to_jsonb(f)::text as row from ${sql.table(table)} f
      where tenant = ${tenant}`.execute(store.read)
    all.push(...rows.map(({ row }) => row))
  }
  return all.sort()
}

async function shownValues(office: Office, asOf: AsOf, labels: number[] = [1]): Promise<string[]> {
  const visibility = { tenant: office.account.tenant, labels }
  const { rows } = await sql<{ printed: string }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select v.printed from value v where ${stands('v', visibility)} order by v.printed`.execute(
    office.store.read,
  )
  return rows.map(({ printed }) => printed)
}

const at = (date: Date): AsOf => ({ known: date.toISOString(), valid: '2026-11-20' })

onEachEngine((engine) => {
  const shared = sharedStore(engine)
  let tenant = 0

  async function begin() {
    const office = await beginOffice(shared.store, ++tenant)
    const { actor } = await office.enter('office')
    const state = (text: string, when: Date, property = 'ownership') =>
      stateClaims(office.context(actor, { now: when }), RULES, {
        note: `经办人填报：${text}`,
        facts: {
          title: '填报',
          publisher: '示例市链长制办公室',
          publishedOn: '2026-11-20',
          class: 'typed',
          label: PUBLIC_LABEL.id,
          origin: null,
          synthetic: false,
        },
        claims: [
          {
            subject: FIRM,
            property,
            object: null,
            text,
            quantity: null,
            validFrom: null,
            validTo: null,
          },
          {
            subject: FIRM,
            property: 'belongsToStage',
            object: STAGE,
            text: null,
            quantity: null,
            validFrom: null,
            validTo: null,
          },
        ],
        things: [],
      })
    return { office, actor, state }
  }

  describe('evidence', () => {
    test('what was stated stands from its decision on, and not before', async () => {
      const { office, state } = await begin()
      await state('国有', NOW)
      expect(await shownValues(office, at(NOW))).toEqual(['国有'])
      expect(await shownValues(office, at(new Date(NOW.getTime() - 1)))).toEqual([])
    })

    test('a claim that was taken back is still what was known until then', async () => {
      const { office, actor, state } = await begin()
      const { claims } = await state('国有', NOW)
      const context = office.context(actor, { now: later(1000) })
      await decideClaims(context, RULES, { kind: 'withdraw', claims, reason: 'outdated' })
      expect(await shownValues(office, at(later(999)))).toEqual(['国有'])
      expect(await shownValues(office, at(later(1000)))).toEqual([])
      const again = office.context(actor, { now: later(2000) })
      await decideClaims(again, RULES, { kind: 'publish', claims, reason: null })
      expect(await shownValues(office, at(later(1500)))).toEqual([])
      expect(await shownValues(office, at(later(2000)))).toEqual(['国有'])
    })

    test('conflicting claims stand side by side', async () => {
      const { office, state } = await begin()
      await state('国有', NOW)
      await state('民营', later(5))
      expect(await shownValues(office, at(later(10)))).toEqual(['国有', '民营'])
    })

    test('stating the same again adds nothing', async () => {
      const { office, state } = await begin()
      const { claims } = await state('国有', NOW)
      const before = await rowsOf(shared.store, office.account.tenant)
      expect((await state('国有', later(5))).claims).toEqual(claims)
      expect(await rowsOf(shared.store, office.account.tenant)).toEqual(before)
    })

    test('a batch goes and comes back by one decision', async () => {
      const { office, actor, state } = await begin()
      const { claims } = await state('国有', NOW)
      const { rows } = await sql<{ batch: string }>`
        select batch from claim where id = ${claims[0]}`.execute(shared.store.read)
      const batch = rows[0]?.batch ?? ''
      const turn = (kind: 'withdraw' | 'restore', when: Date) =>
        turnBatch(office.context(actor, { now: when }), RULES, { batch, kind, reason: 'other' })
      await turn('withdraw', later(10))
      await expect(turn('withdraw', later(11))).rejects.toMatchObject({ code: 'conflict' })
      await turn('restore', later(20))
      expect(await shownValues(office, at(later(15)))).toEqual([])
      expect(await shownValues(office, at(later(20)))).toEqual(['国有'])
    })

    test('an actor without the label sees nothing of it', async () => {
      const { office, actor, state } = await begin()
      await state('国有', NOW)
      expect(visible(actor).labels).toContain(PUBLIC_LABEL.id)
      expect(await shownValues(office, at(NOW), [])).toEqual([])
    })

    test('rebuilding gives what was projected step by step', async () => {
      const step = fc.record({
        kind: fc.constantFrom('state', 'withdraw', 'publish', 'reject'),
        which: fc.nat({ max: 5 }),
        property: fc.constantFrom('ownership', 'name', 'shortName'),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
          const { office, actor, state } = await begin()
          const known: string[] = []
          let when = 0
          for (const { kind, which, property } of steps) {
            when += 10
            if (kind === 'state') {
              known.push(...(await state(`值${which}`, later(when), property)).claims)
            } else if (known.length > 0) {
              const claims = [known[which % known.length] ?? '']
              const context = office.context(actor, { now: later(when) })
              await decideClaims(context, RULES, { kind, claims, reason: null })
            }
          }
          const before = await rowsOf(shared.store, office.account.tenant)
          await rebuildProjection(shared.store, office.account.tenant, RULES, () => {})
          expect(await rowsOf(shared.store, office.account.tenant)).toEqual(before)
        }),
        { numRuns: 15 },
      )
    })
  })
})
