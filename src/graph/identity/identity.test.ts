import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import type { Uuid } from '../../base/index.ts'
import { PUBLIC_LABEL, visible } from '../../trust/access/index.ts'
import { setDeskMode } from '../../trust/desk/index.ts'
import { beginOffice, later, problemOf } from '../../trust/people/office.case.ts'
import {
  type EvidenceRules,
  rebuildProjection,
  stateClaims,
  type Thing,
  thingId,
} from '../evidence/index.ts'
import { find } from '../search/index.ts'
import { readThing } from '../things/index.ts'
import {
  confirmDecision,
  decideMerge,
  decideSplit,
  listDecisions,
  markDistinct,
  possibleMatches,
  undoDecision,
} from './index.ts'

const RULES: EvidenceRules = {
  searched: new Set(['name', 'shortName']),
  policy: { version: 1, classes: { typed: { batch: true, people: 1, words: { zh: '', en: '' } } } },
}
const FULL: Thing = { kind: 'firm', scheme: 'credit-code', code: '911100001000044477' }
const LISTED: Thing = { kind: 'firm', scheme: 'list:test', code: '清源' }
const OTHER: Thing = { kind: 'firm', scheme: 'credit-code', code: '91110000100003962T' }
const SCHOOL: Thing = { kind: 'institute', scheme: 'list:test', code: '清源' }

onEachEngine((engine) => {
  const shared = sharedStore(engine)
  let tenant = 0

  async function begin(mode: 'one-person' | 'four-eyes' = 'one-person') {
    const office = await beginOffice(shared.store, ++tenant)
    const { actor } = await office.enter('office')
    let clock = 0
    const tick = () => later((clock += 1000))
    const at = () => office.context(actor, { now: tick() })
    const say = async (subject: Thing, said: Record<string, string>, object?: Thing) =>
      stateClaims(at(), RULES, {
        note: `登记 ${JSON.stringify(said)} ${subject.code} ${clock}`,
        facts: {
          ...{ title: '登记', publisher: '示例市', publishedOn: '2026-11-20', class: 'typed' },
          ...{ label: PUBLIC_LABEL.id, origin: null, synthetic: false },
        },
        claims: Object.entries(said).map(([property, text]) => ({
          ...{ subject, property, object: object ?? null, text: object ? null : text },
          ...{ quantity: null, validFrom: null, validTo: null },
        })),
        things: [],
      })
    if (mode === 'one-person') await setDeskMode(at(), { mode, reason: '只有一人' })
    const reading = (known = later(clock)) => ({
      db: shared.store.read,
      visibility: visible(actor),
      asOf: { known: known.toISOString(), valid: '2026-11-20' },
      lexicon: {
        codeName: () => null,
        label: (property: string) => ({ zh: property, en: property }),
        maximumAgeMonths: () => null,
      },
    })
    const id = (thing: Thing): Uuid => thingId(actor.tenant, thing)
    const all = async () => {
      const rows = await Promise.all(
        ['entity', 'edge', 'value', 'term'].map((table) =>
          sql<{ row: string }>`
            select ${sql.lit(table)} || to_jsonb(f)::text as row from ${sql.table(table)} f
            where tenant = ${actor.tenant}`.execute(shared.store.read),
        ),
      )
      return rows.flatMap(({ rows: found }) => found.map(({ row }) => row)).sort()
    }
    const page = async (thing: Thing, known?: Date) => {
      const { names, values, keys, id: shown } = await readThing(reading(known), id(thing))
      return { id: shown, names, values, keys }
    }
    return { office, actor, at, say, reading, id, all, page, now: () => later(clock) }
  }

  describe('identity', () => {
    test('a merge shows all under one thing, and its undo leaves everything as it was', async () => {
      const { at, say, id, page, reading, now, all, actor } = await begin()
      await say(FULL, { name: '清源半导体有限公司', ownership: '民营' })
      await say(LISTED, { name: '清源', revenue: '3' })
      const before = [await page(FULL), await page(LISTED)]
      const then = now()
      const merged = await decideMerge(at(), RULES, {
        ...{ from: id(LISTED), into: id(FULL), reason: '同一代码' },
      })
      expect(merged).toMatchObject({ state: 'in-force', thing: id(FULL) })
      const one = await page(LISTED)
      const between = now()
      expect(one.id).toBe(id(FULL))
      expect(one.values.map(({ property }) => property).sort()).toEqual(['ownership', 'revenue'])
      expect(one.keys).toEqual([
        { scheme: 'credit-code', code: FULL.code, joinedBy: null },
        { scheme: 'list:test', code: '清源', joinedBy: merged.id },
      ])
      const found = await find(reading(), { text: '清源', limitPerKind: 5 })
      expect(found[0]?.items.map((each) => each.id)).toEqual([id(FULL)])
      await rebuildAndCompare(all, actor.tenant)
      expect([await page(FULL, then), await page(LISTED, then)]).toEqual(before)
      await undoDecision(at(), RULES, { id: merged.id, reason: '弄错了' })
      expect([await page(FULL), await page(LISTED)]).toEqual(before)
      expect(await page(LISTED, between)).toEqual(one)
      await rebuildAndCompare(all, actor.tenant)
      expect(await listDecisions(reading(), id(FULL))).toMatchObject([
        { kind: 'merge', fromName: '清源', undone: { reason: '弄错了' } },
      ])
    })

    test('what is said of a merged key later stands under the thing that took it in', async () => {
      const { at, say, id, page } = await begin()
      await say(FULL, { name: '清源半导体有限公司' })
      await say(LISTED, { name: '清源' })
      await decideMerge(at(), RULES, { from: id(LISTED), into: id(FULL), reason: '一家' })
      await say(LISTED, { revenue: '5' })
      expect((await page(FULL)).values.map(({ property }) => property)).toEqual(['revenue'])
    })

    test('a merge of a merge, and an undo in the middle', async () => {
      const { at, say, id, page, all, actor } = await begin()
      const third: Thing = { ...LISTED, code: '清源股份' }
      await say(FULL, { name: '清源半导体有限公司' })
      await say(LISTED, { name: '清源' })
      await say(third, { name: '清源股份' })
      const first = await decideMerge(at(), RULES, {
        ...{ from: id(third), into: id(LISTED), reason: '一' },
      })
      await decideMerge(at(), RULES, { from: id(third), into: id(FULL), reason: '二' })
      expect((await page(third)).id).toBe(id(FULL))
      await undoDecision(at(), RULES, { id: first.id, reason: '不是' })
      expect((await page(third)).id).toBe(id(third))
      expect((await page(LISTED)).id).toBe(id(FULL))
      await rebuildAndCompare(all, actor.tenant)
    })

    test('a split gives chosen claims a thing of their own, by source', async () => {
      const { at, say, id, page, reading, all, actor } = await begin()
      await say(LISTED, { name: '清源', revenue: '3' })
      const { source } = await say(LISTED, { name: '清源环保', ownership: '国有' })
      const before = await page(LISTED)
      const all2 = { thing: id(LISTED), claims: [], reason: '重名' }
      expect(await problemOf(decideSplit(at(), RULES, { ...all2, sources: [] }))).toBe(
        'invalid-input',
      )
      const split = await decideSplit(at(), RULES, { ...all2, sources: [source] })
      expect((await page(LISTED)).values.map(({ property }) => property)).toEqual(['revenue'])
      const other = await readThing(reading(), split.thing)
      expect(other).toMatchObject({ name: '清源环保', kind: 'firm' })
      await rebuildAndCompare(all, actor.tenant)
      await undoDecision(at(), RULES, { id: split.id, reason: '同一家' })
      expect(await page(LISTED)).toEqual(before)
    })

    test('two codes are never one thing, nor are two kinds', async () => {
      const { at, say, id } = await begin()
      await say(FULL, { name: '甲' })
      await say(OTHER, { name: '乙' })
      await say(LISTED, { name: '丙', creditCode: OTHER.code })
      await say(SCHOOL, { name: '丁' })
      const merge = (from: Thing, into: Thing) =>
        decideMerge(at(), RULES, { from: id(from), into: id(into), reason: '试' })
      await expect(merge(FULL, OTHER)).rejects.toMatchObject({
        code: 'merge-two-codes',
        details: { name: '甲', code: FULL.code, otherName: '乙', otherCode: OTHER.code },
      })
      expect(await problemOf(merge(LISTED, FULL))).toBe('merge-two-codes')
      expect(await problemOf(merge(SCHOOL, FULL))).toBe('conflict')
      expect(await problemOf(merge(LISTED, OTHER))).toBe('none')
      expect(await problemOf(merge(LISTED, OTHER))).toBe('conflict')
    })

    test('at a desk of four eyes a merge waits for another person', async () => {
      const { at, say, id, page, office, actor } = await begin('four-eyes')
      await say(FULL, { name: '甲' })
      await say(LISTED, { name: '乙' })
      const pair = { from: id(LISTED), into: id(FULL), reason: '一家' }
      const asked = await decideMerge(at(), RULES, pair)
      expect(asked.state).toBe('proposed')
      expect((await page(LISTED)).id).toBe(id(LISTED))
      expect(await problemOf(confirmDecision(at(), RULES, asked.id))).toBe('four-eyes')
      const person = '00000000-0000-8000-8000-00000000000f'
      const second = office.context({ ...actor, person }, { now: later(90_000) })
      expect((await confirmDecision(second, RULES, asked.id)).state).toBe('in-force')
      expect((await page(LISTED, later(90_000))).id).toBe(id(FULL))
      expect(await problemOf(confirmDecision(second, RULES, asked.id))).toBe('conflict')
    })

    test('pairs are proposed with their grounds, and never again once found to be two', async () => {
      const { at, say, id, reading } = await begin()
      await say(FULL, { name: '清源半导体有限公司', shortName: '清源' })
      await say(LISTED, { name: '清源', creditCode: FULL.code })
      await say(OTHER, { name: '清源' })
      const matches = await possibleMatches(reading(), null)
      const codesOf = (at: number) => matches[at]?.reasons.map(({ code }) => code)
      expect(matches.map(({ score }) => score > 0)).toEqual([true, false, false])
      expect(codesOf(0)).toEqual(['same-code', 'short-name'])
      expect(codesOf(1)).toContain('other-code')
      expect(await possibleMatches(reading(), id(LISTED))).toHaveLength(2)
      await markDistinct(at(), { one: id(LISTED), other: id(OTHER), reason: '代码不同' })
      expect(await possibleMatches(reading(), id(LISTED))).toHaveLength(1)
    })
  })

  async function rebuildAndCompare(all: () => Promise<string[]>, of: number): Promise<void> {
    const before = await all()
    await rebuildProjection(shared.store, of, RULES, () => {})
    expect(await all()).toEqual(before)
  }
})
