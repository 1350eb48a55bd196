import { describe, expect, test } from 'vitest'
import { onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import { enterTenant } from '../../store/engine/tenant-scope.ts'
import { INTERNAL_LABEL } from '../../trust/access/index.ts'
import { problemOf } from '../../trust/people/office.case.ts'
import { rebuildProjection, type Thing } from '../evidence/index.ts'
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
import { NamingOffice, RULES } from './office.case.ts'

/** A firm by its credit code, of which each passes its check. */
const coded = (code: string): Thing => ({ kind: 'firm', scheme: 'credit-code', code })
const listed = (code: string): Thing => ({ kind: 'firm', scheme: 'list:test', code })
const BANK = coded('911100001000044477')
const OTHER_BANK = coded('91100000100003962T')

onEachEngine((engine) => {
  const shared = sharedStore(engine)
  let tenant = 0
  let begun: { office: Promise<NamingOffice>; tenant: number } | null = null
  const begin = (mode?: 'four-eyes') => NamingOffice.begin(shared.store, ++tenant, mode)

  /** One office for cases that speak of different firms; beginning one takes most of the time. */
  function together(): Promise<NamingOffice> {
    begun ??= { office: begin(), tenant }
    // Before anything is waited for: a scope that is entered later is not that of the case.
    enterTenant(begun.tenant)
    return begun.office
  }

  const matchesOf = async (office: NamingOffice, thing: Thing | null) => {
    const of = thing === null ? null : office.id(thing)
    return (await possibleMatches(office.reading(), of, { offset: 0, limit: 100 })).matches
  }

  const merge = (office: NamingOffice, from: Thing, into: Thing) =>
    decideMerge(office.at(), {
      ...{ from: office.id(from), into: office.id(into), reason: '同一主体' },
    })

  async function expectRebuilt(office: NamingOffice): Promise<void> {
    const before = await office.rows()
    await rebuildProjection(shared.store, office.actor.tenant, RULES, () => {})
    expect(await office.rows()).toEqual(before)
  }

  describe('identity', () => {
    test('a merge shows all under one thing, and its undo leaves everything as it was', async () => {
      const firm = coded('914403001922038216')
      const named = listed('清源')
      const stage = { ...named, kind: 'stage', code: '封装' }
      const office = await together()
      await office.say(firm, { name: '清源半导体有限公司', ownership: '民营' })
      await office.say(named, { name: '清源', revenue: '3' })
      await office.say(named, { belongsToStage: '' }, { object: stage })
      const before = [await office.page(firm), await office.page(named)]
      const then = office.now()
      const merged = await merge(office, named, firm)
      expect(merged).toMatchObject({ state: 'in-force', thing: office.id(firm) })
      const one = await office.page(named)
      const between = office.now()
      expect(one.id).toBe(office.id(firm))
      expect(one.values.map(({ property }) => property).sort()).toEqual(['ownership', 'revenue'])
      expect(one.edges.map(({ property }) => property)).toEqual(['belongsToStage'])
      expect(one.keys).toEqual([
        { scheme: 'credit-code', code: firm.code, joinedBy: null },
        { scheme: 'list:test', code: '清源', joinedBy: merged.id },
      ])
      const found = await find(office.reading(), { text: '清源', limitPerKind: 5 })
      expect(found[0]?.items.map((each) => each.id)).toEqual([office.id(firm)])
      await expectRebuilt(office)
      expect([await office.page(firm, then), await office.page(named, then)]).toEqual(before)
      await undoDecision(office.at(), { id: merged.id, reason: '弄错了' })
      expect([await office.page(firm), await office.page(named)]).toEqual(before)
      expect(await office.page(named, between)).toEqual(one)
      await expectRebuilt(office)
      expect(await listDecisions(office.reading(), office.id(firm))).toMatchObject([
        { kind: 'merge', fromName: '清源', undone: { reason: '弄错了' } },
      ])
    })

    test('what is said of a merged key later stands under the thing that took it in', async () => {
      const firm = coded('9144030071526726XG')
      const named = listed('清流')
      const office = await together()
      await office.say(firm, { name: '清流半导体有限公司' })
      await office.say(named, { name: '清流' })
      await merge(office, named, firm)
      await office.say(named, { revenue: '5' })
      expect((await office.page(firm)).values.map(({ property }) => property)).toEqual(['revenue'])
      await expectRebuilt(office)
    })

    test('a merge of a merge, and an undo in the middle', async () => {
      const firm = coded('91330100799655058B')
      const named = listed('清泉')
      const office = await together()
      const third: Thing = { ...named, code: '清泉股份' }
      await office.say(firm, { name: '清泉半导体有限公司' })
      await office.say(named, { name: '清泉' })
      await office.say(third, { name: '清泉股份' })
      const first = await merge(office, third, named)
      await merge(office, third, firm)
      expect((await office.page(third)).id).toBe(office.id(firm))
      await undoDecision(office.at(), { id: first.id, reason: '不是' })
      expect((await office.page(third)).id).toBe(office.id(third))
      expect((await office.page(named)).id).toBe(office.id(firm))
      await expectRebuilt(office)
    })

    test('a thing of thousands of claims is merged and comes back as it was', async () => {
      const many = 2_100
      const [firm, named] = [listed('清江园区'), listed('清江园')]
      const office = await together()
      await office.say(firm, { name: '清江园区' })
      const says = Array.from({ length: many }, (_, at) => [`note-${at}`, String(at)] as const)
      await office.say(named, { name: '清江园', ...Object.fromEntries(says) })
      const merged = await merge(office, named, firm)
      expect([await office.held(firm), await office.held(named)]).toEqual([many, 0])
      await undoDecision(office.at(), { id: merged.id, reason: '弄错了' })
      expect([await office.held(firm), await office.held(named)]).toEqual([0, many])
    })

    test('a split gives chosen claims a thing of their own, by source', async () => {
      const named = listed('清溪')
      const office = await together()
      await office.say(named, { name: '清溪', revenue: '3' })
      const { source } = await office.say(named, { name: '清溪环保', ownership: '国有' })
      const before = await office.page(named)
      const asked = { thing: office.id(named), claims: [], reason: '重名' }
      const none = decideSplit(office.at(), { ...asked, sources: [] })
      expect(await problemOf(none)).toBe('invalid-input')
      const split = await decideSplit(office.at(), { ...asked, sources: [source] })
      const left = await office.page(named)
      expect(left.values.map(({ property }) => property)).toEqual(['revenue'])
      const other = await readThing(office.reading(), split.thing)
      expect(other).toMatchObject({ name: '清溪环保', kind: 'firm' })
      expect(other.keys).toEqual([{ scheme: 'list:test', code: '清溪', joinedBy: split.id }])
      await expectRebuilt(office)
      await undoDecision(office.at(), { id: split.id, reason: '同一家' })
      expect(await office.page(named)).toEqual(before)
    })

    test('two codes are never one thing, nor are two kinds', async () => {
      const named = listed('清池')
      const school = { ...named, kind: 'institute' }
      const office = await together()
      await office.say(BANK, { name: '甲' })
      await office.say(OTHER_BANK, { name: '乙' })
      await office.say(named, { name: '丙', creditCode: OTHER_BANK.code })
      await office.say(school, { name: '丁' })
      await expect(merge(office, BANK, OTHER_BANK)).rejects.toMatchObject({
        code: 'merge-two-codes',
        details: {
          reason: `「甲」的统一社会信用代码是 ${BANK.code}，「乙」的是 ${OTHER_BANK.code}`,
        },
      })
      expect(await problemOf(merge(office, named, BANK))).toBe('merge-two-codes')
      expect(await problemOf(merge(office, school, BANK))).toBe('conflict')
      expect(await problemOf(merge(office, named, OTHER_BANK))).toBe('none')
      expect(await problemOf(merge(office, named, OTHER_BANK))).toBe('conflict')
    })

    test('a code under a label that the actor may not see is refused and not told', async () => {
      const firm = coded('91440300192317458F')
      const named = listed('清波')
      const office = await together()
      await office.say(firm, { name: '甲' })
      await office.say(named, { name: '丙' })
      await office.say(named, { creditCode: OTHER_BANK.code }, { label: INTERNAL_LABEL.id })
      const labels = office.actor.labels.filter((label) => label !== INTERNAL_LABEL.id)
      const actor = { ...office.actor, labels }
      const pair = { from: office.id(named), into: office.id(firm), reason: '一家' }
      const refused = await decideMerge(office.at(actor), pair).catch((error) => error)
      expect(refused).toMatchObject({ code: 'merge-two-codes' })
      expect(JSON.stringify(refused.details)).not.toContain(OTHER_BANK.code)
      const told = await decideMerge(office.at(), pair).catch((error) => error)
      expect(JSON.stringify(told.details)).toContain(OTHER_BANK.code)
    })

    test('the key of a thing that is seen for another alone does not go out', async () => {
      const firm = coded('9144030027939873X7')
      const named = listed('清江')
      const office = await together()
      const label = INTERNAL_LABEL.id
      await office.say(firm, { name: '清江半导体有限公司' }, { label })
      await office.say(named, { name: '清江' })
      await merge(office, named, firm)
      const labels = office.actor.labels.filter((each) => each !== label)
      const reading = office.reading(office.now(), { ...office.actor, labels })
      const page = await readThing(reading, office.id(named))
      expect(page.name).toBe('清江')
      expect(JSON.stringify(page)).not.toContain(firm.code)
      const found = await find(reading, { text: firm.code, limitPerKind: 5 })
      expect(found).toEqual([])
      const own = await find(office.reading(), { text: firm.code, limitPerKind: 5 })
      expect(own[0]?.items.map(({ id }) => id)).toEqual([office.id(firm)])
    })

    test('at a desk of four eyes a merge waits for another person', async () => {
      const named = listed('清源')
      const office = await begin('four-eyes')
      await office.say(BANK, { name: '甲' })
      await office.say(named, { name: '乙' })
      const asked = await merge(office, named, BANK)
      expect(asked.state).toBe('proposed')
      expect((await office.page(named)).id).toBe(office.id(named))
      expect(await problemOf(merge(office, BANK, named))).toBe('conflict')
      expect(await problemOf(confirmDecision(office.at(), asked.id))).toBe('four-eyes')
      const second = { ...office.actor, person: '00000000-0000-8000-8000-00000000000f' }
      const confirmed = await confirmDecision(office.at(second), asked.id)
      expect(confirmed.state).toBe('in-force')
      expect((await office.page(named)).id).toBe(office.id(BANK))
      expect(await problemOf(confirmDecision(office.at(second), asked.id))).toBe('conflict')
    })

    test('a proposal can be dropped, and then be made anew', async () => {
      const named = listed('清源')
      const office = await begin('four-eyes')
      await office.say(BANK, { name: '甲' })
      await office.say(named, { name: '乙' })
      const { id } = await merge(office, named, BANK)
      const dropped = await undoDecision(office.at(), { id, reason: '再看看' })
      expect(dropped.state).toBe('dropped')
      expect((await merge(office, named, BANK)).state).toBe('proposed')
    })

    test('pairs are proposed with their grounds, and never again once found to be two', async () => {
      const named = listed('清源')
      const office = await begin()
      await office.say(BANK, { name: '清源半导体有限公司', shortName: '清源' })
      await office.say(named, { name: '清源', creditCode: BANK.code })
      await office.say(OTHER_BANK, { name: '清源' })
      const matches = await matchesOf(office, null)
      const page = (offset: number) => possibleMatches(office.reading(), null, { offset, limit: 2 })
      expect([await page(0), await page(2)]).toEqual([
        { matches: matches.slice(0, 2), total: 3 },
        { matches: matches.slice(2), total: 3 },
      ])
      const codesOf = (at: number) => matches[at]?.reasons.map(({ code }) => code)
      expect(matches).toHaveLength(3)
      expect(codesOf(0)).toEqual(['same-code', 'short-name'])
      expect(codesOf(1)).toContain('other-code')
      const ofOne = () => matchesOf(office, named)
      expect(await ofOne()).toHaveLength(2)
      const pair = { one: office.id(named), other: office.id(OTHER_BANK), reason: '代码不同' }
      const { id } = await markDistinct(office.at(), pair)
      expect(await ofOne()).toHaveLength(1)
      expect(await problemOf(merge(office, named, OTHER_BANK))).toBe('merge-two-codes')
      await undoDecision(office.at(), { id, reason: '再看' })
      expect(await ofOne()).toHaveLength(2)
    })

    test('names that differ by form or by time are told, and two that were found to be two stay', async () => {
      const named = listed('清源')
      const office = await begin()
      const [one, two, three] = ['甲', '乙', '丙'].map((code) => ({ ...named, code }))
      if (one === undefined || two === undefined || three === undefined) return
      await office.say(one, { name: '江苏清源半导体有限公司' })
      await office.say(two, { name: '江苏清源半导体股份有限公司' })
      await office.say(three, { name: '清源集成', formerName: '江苏清源半导体有限公司' })
      const all = await matchesOf(office, null)
      const reasons = all.map((match) => match.reasons.map(({ code }) => code))
      expect(reasons).toContainEqual(['same-core', 'other-form', 'no-code'])
      expect(reasons.some((codes) => codes.includes('former-name'))).toBe(true)
      expect(await matchesOf(office, one)).toHaveLength(2)
      await markDistinct(office.at(), {
        ...{ one: office.id(one), other: office.id(two), reason: '两家' },
      })
      expect(await problemOf(merge(office, one, two))).toBe('conflict')
    })
  })
})
