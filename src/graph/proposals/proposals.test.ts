import { describe, expect, test } from 'vitest'
import { onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import { parseQuantity } from '../../base/index.ts'
import { enterTenant } from '../../store/engine/tenant-scope.ts'
import { problemOf } from '../../trust/people/office.case.ts'
import { rebuildProjection, thingId } from '../evidence/index.ts'
import { RULES } from '../identity/office.case.ts'
import { GANSU, ReviewDesk } from './desk.case.ts'
import { alikeTo, cautionsOf, lastDecisionOf, returnedOf, rivalsOf, sentenceOf } from './index.ts'

/** One value that another contradicts, three alike, one that carries its year over, and a body. */
const TEXT = `2022年，甘肃产值达到120亿元。会后又称，2022年，甘肃产值达到125亿元。
2021年，甘肃拥有专利授权9680件、商标注册5321件、软件著作权登记1234件。
2020年，甘肃拥有商标注册77件。甘肃进出口总额达到900亿元。
酒泉市财政局发文。`

onEachEngine((engine) => {
  const shared = sharedStore(engine)
  let tenant = 700
  const begin = (mode?: 'one-person') => ReviewDesk.begin(shared.store, ++tenant, TEXT, mode)
  /** One desk for cases that look and change nothing. */
  let looking: Promise<ReviewDesk> | null = null
  let lookedAt = 0
  const look = (): Promise<ReviewDesk> => {
    if (looking === null) {
      looking = begin()
      lookedAt = tenant
    } else enterTenant(lookedAt)
    return looking
  }

  describe('the queue', () => {
    test('sets apart what the reader doubts, what contradicts, and what is alike', async () => {
      const desk = await look()
      const one = await desk.claim('output', '120亿元')
      const other = await desk.claim('output', '125亿元')
      const doubted = await desk.claim('statedFigure', '900亿元')
      expect(await desk.lines('contradiction')).toMatchObject([
        { claims: [one.id], count: 1 },
        { claims: [other.id], count: 1 },
      ])
      expect(await desk.lines('quarantine')).toMatchObject([{ claims: [doubted.id] }])
      const db = desk.office.store.read
      expect(await cautionsOf(db, desk.office.actor.tenant, doubted.id)).toEqual([
        { code: 'date-carried', detail: '2020' },
      ])
      expect(await rivalsOf(db, await desk.view(), one.id)).toEqual([other.id])
      const alike = await desk.lines('alike')
      expect(alike.map(({ count }) => count)).toEqual([3])
      const counts = await desk.counts()
      expect(counts).toMatchObject({ contradiction: [2, 2], alike: [3, 1], quarantine: [1, 1] })
    })

    test('knows a merged name: what stands of the other contradicts what waits of it', async () => {
      const desk = await begin('one-person')
      const { id } = await desk.claim('output', '120亿元')
      const other = { ...GANSU, code: '620900' }
      const { claim } = await desk.edit((await desk.claim('output', '125亿元')).id, {
        subject: other,
      })
      const apart = await desk.view()
      const view = { ...apart, moved: new Map([[desk.office.id(GANSU), desk.office.id(other)]]) }
      const db = shared.store.read
      expect((await alikeTo(db, apart, id))?.group).toBe('single')
      expect((await alikeTo(db, view, id))?.group).toBe('contradiction')
      expect(await rivalsOf(db, apart, id)).toEqual([])
      expect(await rivalsOf(db, view, id)).toEqual([claim])
    })

    test('finds lines by the words of a claim and of its thing', async () => {
      const desk = await look()
      const body = await desk.claim('name', '财政局')
      expect(await desk.lines(null, '酒泉市财政局')).toMatchObject([{ claims: [body.id] }])
      expect(await desk.lines(null, '100%')).toEqual([])
    })

    test('keeps the sentence around each claim', async () => {
      const desk = await look()
      const { id } = await desk.claim('output', '125亿元')
      const sentence = await sentenceOf(desk.office.store.read, desk.office.actor.tenant, id)
      const words = [...TEXT].slice(sentence?.start ?? 0, sentence?.end ?? 0).join('')
      expect(words).toBe('会后又称，2022年，甘肃产值达到125亿元。')
    })
  })

  describe('a decision', () => {
    test('lets a claim stand, which then contradicts its rival, and is taken back as if it were not', async () => {
      const desk = await begin()
      const one = await desk.claim('output', '120亿元')
      const before = await desk.counts()
      const { decision } = await desk.accept([one.id])
      expect((await desk.office.page(GANSU)).values).toMatchObject([
        { property: 'output', figures: [{ figure: { text: '120亿元' } }] },
      ])
      expect(await desk.lines('contradiction')).toHaveLength(1)
      expect(await problemOf(desk.accept([one.id]))).toBe('conflict')
      await desk.undo(decision)
      expect(await desk.counts()).toEqual(before)
      expect((await desk.claim('output', '120亿元')).stage).toBe('draft')
      expect(await problemOf(desk.office.page(GANSU))).toBe('not-found')
      expect(await problemOf(desk.undo(decision))).toBe('conflict')
      await desk.accept([one.id])
      const rows = await desk.office.rows()
      await rebuildProjection(shared.store, desk.office.actor.tenant, RULES, () => {})
      expect(await desk.office.rows()).toEqual(rows)
    })

    test('takes alike claims together, and doubted ones only singly', async () => {
      const desk = await begin()
      const [line] = await desk.lines('alike')
      const [doubted] = await desk.lines('quarantine')
      const [alike, doubtful] = [line?.claims ?? [], doubted?.claims ?? []]
      expect(await problemOf(desk.accept([...alike, ...doubtful]))).toBe('conflict')
      expect(await desk.accept(alike)).toMatchObject({ claims: 3 })
      expect(await desk.accept(doubtful)).toMatchObject({ claims: 1 })
      expect(await desk.counts()).toMatchObject({ alike: [0, 0], quarantine: [0, 0] })
    })

    test('that rejects names a reason, and is the last that can be undone', async () => {
      const desk = await look()
      const { id } = await desk.claim('name', '财政局')
      expect(await problemOf(desk.reject([id], null))).toBe('invalid-input')
      const { decision } = await desk.reject([id], 'wrong-subject')
      const { tenant: own, person } = desk.office.actor
      const last = await lastDecisionOf(shared.store.read, own, person)
      expect(last).toMatchObject({ id: decision, kind: 'reject', claims: 1, claim: id })
      await desk.undo(decision)
      expect(await lastDecisionOf(shared.store.read, own, person)).toBeNull()
    })

    test('is made by nobody without the permission, nor over what one may not see', async () => {
      const desk = await look()
      const { id } = await desk.claim('output', '120亿元')
      const blind = { ...desk.office.actor, labels: [] }
      expect(await problemOf(desk.accept([id], blind))).toBe('not-found')
      const barred = { ...desk.office.actor, permissions: new Set<never>() }
      expect(await problemOf(desk.accept([id], barred))).toBe('forbidden')
    })
  })

  describe('a correction', () => {
    const corrected = { text: null, quantity: parseQuantity('121亿元', { unit: '元' }) }

    test('by four eyes takes the place of the reading and waits for another', async () => {
      const desk = await begin()
      const read = await desk.claim('output', '120亿元')
      const { claim, decision, waits } = await desk.edit(read.id, corrected)
      expect(waits).toBe(true)
      expect((await desk.claim('output', '120亿元')).stage).toBe('rejected')
      expect(await problemOf(desk.accept([claim]))).toBe('four-eyes')
      await desk.undo(decision)
      expect((await desk.claim('output', '121亿元')).stage).toBe('rejected')
      expect((await desk.claim('output', '120亿元')).stage).toBe('draft')
      const again = await desk.edit(read.id, corrected)
      expect(again.claim).toBe(claim)
      await desk.accept([claim], desk.second)
      expect((await desk.claim('output', '121亿元')).stage).toBe('published')
      expect(await problemOf(desk.undo(again.decision))).toBe('conflict')
    })

    test('that another person rejects goes back, and waits again where that is undone', async () => {
      const desk = await begin()
      const read = await desk.claim('output', '120亿元')
      const { claim } = await desk.edit(read.id, corrected)
      const stages = async () =>
        Promise.all(
          ['120亿元', '121亿元'].map(async (text) => (await desk.claim('output', text)).stage),
        )
      const rejected = await desk.reject([claim], 'wrong-value', desk.second)
      expect(await stages()).toEqual(['draft', 'rejected'])
      const { tenant, person } = desk.office.actor
      expect(await returnedOf(shared.store.read, tenant, read.id)).toMatchObject({
        ...{ claim, reason: 'wrong-value' },
      })
      expect(await lastDecisionOf(shared.store.read, tenant, person)).toBeNull()
      await desk.undo(rejected.decision, desk.second)
      expect(await stages()).toEqual(['rejected', 'draft'])
      expect(await lastDecisionOf(shared.store.read, tenant, desk.second.person)).toBeNull()
      const again = await desk.reject([claim], 'wrong-value', desk.second)
      expect(await stages()).toEqual(['draft', 'rejected'])
      await desk.accept([read.id])
      expect(await problemOf(desk.undo(again.decision, desk.second))).toBe('conflict')
    })

    test('at a desk of one person stands at once, under the thing that was chosen', async () => {
      const desk = await begin('one-person')
      const read = await desk.claim('statedFigure', '77件')
      const subject = { ...GANSU, code: '620900' }
      const edit = { subject, text: '商标注册 78件（2020）' }
      const { waits, decision } = await desk.edit(read.id, edit)
      expect(waits).toBe(false)
      const { subject: placed } = await desk.claim('statedFigure', '78件')
      expect(placed).toBe(thingId(desk.office.actor.tenant, subject))
      expect((await desk.office.page(subject)).values).toHaveLength(1)
      expect(await problemOf(desk.edit(read.id, edit))).toBe('conflict')
      await desk.undo(decision)
      expect(await problemOf(desk.office.page(subject))).toBe('not-found')
    })

    test('that changes nothing is refused', async () => {
      const desk = await look()
      const { id, printed } = await desk.claim('name', '财政局')
      expect(await problemOf(desk.edit(id, { text: printed }))).toBe('conflict')
    })
  })
})
