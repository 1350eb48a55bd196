import { describe, expect, test } from 'vitest'
import { onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import { parseQuantity, type Uuid } from '../../base/index.ts'
import type { ChainReading } from '../../graph/chain/index.ts'
import { type EvidenceRules, stateClaims, type Thing, thingId } from '../../graph/evidence/index.ts'
import { creditCheckCharacter } from '../../graph/kinds/index.ts'
import { coreVocabulary } from '../../graph/reading/applying/vocabulary.case.ts'
import type { GridSheet } from '../../graph/reading/index.ts'
import { INTERNAL_LABEL, PUBLIC_LABEL, visible } from '../../trust/access/index.ts'
import { beginOffice, later, type Office, problemOf } from '../../trust/people/office.case.ts'
import {
  closeRound,
  composeRound,
  decideAnswers,
  openRound,
  paperOf,
  planRound,
  readRound,
  readRoundCells,
  readRounds,
  recipientsSeen,
  sendRound,
  takeReturn,
} from './index.ts'

const TODAY = '2026-11-20'
const vocabulary = coreVocabulary()
const rules: EvidenceRules = {
  searched: new Set(['name']),
  policy: { version: 1, classes: { typed: { batch: true, people: 1, words: { zh: '', en: '' } } } },
}
const knowledge = { vocabulary, rules }

const creditCode = (number: number): string => {
  const body = `91440300${String(100_000_000 + number)}`
  return `${body}${creditCheckCharacter(body)}`
}
const firm = (number: number): Thing => ({
  ...{ kind: 'firm', scheme: 'credit-code', code: creditCode(number) },
})
const CHAIN: Thing = { kind: 'chain', scheme: 'list:test', code: 'chain' }
const STAGE: Thing = { kind: 'stage', scheme: 'list:test', code: 'stage' }
const [JIA, YI, BING] = [firm(1), firm(2), firm(3)]

type Said = readonly [subject: Thing, property: string, said: string | Thing]

/** An office with a chain of three firms, of which something is known, and its clock. */
class Desk {
  readonly office: Office
  readonly actor: Awaited<ReturnType<Office['enter']>>['actor']
  #seconds = 0

  private constructor(office: Office, actor: Desk['actor']) {
    this.office = office
    this.actor = actor
  }

  static async begin(office: Office): Promise<Desk> {
    const desk = new Desk(office, (await office.enter('office')).actor)
    const member = (thing: Thing, name: string): Said[] => [
      [thing, 'name', name],
      [thing, 'belongsToStage', STAGE],
    ]
    await desk.say('2026-03-01', PUBLIC_LABEL.id, [
      [CHAIN, 'name', '示例链'],
      [STAGE, 'name', '示例环节'],
      [STAGE, 'belongsToChain', CHAIN],
      ...member(JIA, '甲公司'),
      ...member(YI, '乙公司'),
      ...member(BING, '丙公司'),
      [JIA, 'revenue', '3.5亿元'],
    ])
    await desk.say('2024-01-01', PUBLIC_LABEL.id, [[JIA, 'employees', '100人']])
    await desk.say('2026-04-01', INTERNAL_LABEL.id, [[BING, 'revenue', '9亿元']])
    return desk
  }

  at() {
    this.#seconds += 1
    return this.office.context(this.actor, { now: later(this.#seconds * 1000) })
  }

  async say(day: string, label: number, claims: readonly Said[]): Promise<void> {
    await stateClaims(this.at(), rules, {
      note: JSON.stringify([day, label, claims]),
      facts: {
        ...{ title: '登记', publisher: '示例市', publishedOn: day, class: 'typed', label },
        ...{ origin: null, synthetic: false },
      },
      claims: claims.map(([subject, property, said]) => {
        const quantity = typeof said === 'string' ? parseQuantity(said) : null
        return {
          ...{ subject, property, object: typeof said === 'string' ? null : said, quantity },
          text: typeof said === 'string' && quantity === null ? said : null,
          ...{ validFrom: quantity === null ? null : day, validTo: null },
        }
      }),
      things: [],
    })
  }

  get dated() {
    const asOf = { known: later((this.#seconds + 1) * 1000).toISOString(), valid: TODAY }
    const lexicon = {
      codeName: () => null,
      label: (property: string) => ({ zh: property, en: property }),
      maximumAgeMonths: (id: string) => vocabulary.properties.get(id)?.maximumAgeMonths ?? null,
    }
    const store = this.office.store
    const read = { db: store.read, visibility: visible(this.actor), asOf, lexicon }
    const reading: ChainReading = { ...read, home: '', relate: () => null }
    return { reading, today: TODAY }
  }

  request(properties: readonly string[], more: { again?: string; by?: 'firm' } = {}) {
    const { again = null, by } = more
    const department = { organisation: this.office.office, properties: null, region: null }
    return {
      ...{ chain: thingId(this.actor.tenant, CHAIN), kind: 'firm', region: null, list: null },
      ...{ properties, again, title: '年度收数', due: '2026-12-20', label: INTERNAL_LABEL.id },
      ...{ validFrom: '2025-01-01', validTo: '2026-01-01' },
      of: by === 'firm' ? { by } : { by: 'department' as const, departments: [department] },
    }
  }

  plan(...given: Parameters<Desk['request']>) {
    return planRound(this.at(), knowledge, this.dated, this.request(...given))
  }

  compose(...given: Parameters<Desk['request']>) {
    return composeRound(this.at(), knowledge, this.dated, this.request(...given))
  }

  async sheets(round: Uuid, ordinal = 1): Promise<GridSheet[]> {
    const [recipient] = await recipientsSeen(this.at(), round, ordinal)
    if (recipient === undefined) throw new Error('no such recipient')
    const paper = paperOf(await openRound(this.at(), { id: round }), recipient, vocabulary, TODAY)
    return [
      {
        name: paper.tableSheet,
        rows: paper.rows.map((cells, at) => ({
          row: at + 1,
          cells: cells.map(({ text }) => text),
        })),
      },
    ]
  }

  bring(sheets: GridSheet[], name: string) {
    const file = { fileName: name, mediaType: 'x', sha256: name.padStart(64, '0'), sizeBytes: 1 }
    return takeReturn(this.at(), knowledge, { file, sheets }, null)
  }

  async cells(round: Uuid) {
    const page = { recipient: null, state: null, offset: 0, limit: 100 }
    const { cells } = await readRoundCells(this.at(), this.dated.reading, round, page)
    const named = cells.map((cell) => [`${cell.thing.name} ${cell.property}`, cell] as const)
    return Object.fromEntries(named)
  }
}

/** Fills cells by row name and 0-based column; rows of things begin behind the head. */
function fill(sheets: GridSheet[], values: Record<string, Record<number, string>>): GridSheet[] {
  const [sheet] = sheets
  for (const { cells } of sheet?.rows ?? []) {
    for (const [column, text] of Object.entries(values[cells[2] ?? ''] ?? {})) {
      cells[Number(column)] = text
    }
  }
  return sheets
}

let tenant = 0

onEachEngine((engine) => {
  const shared = sharedStore(engine)
  const begin = async (): Promise<Desk> => {
    tenant += 1
    return Desk.begin(await beginOffice(shared.store, tenant))
  }

  describe('a collection round', () => {
    test('asks what is missing or stale, takes a spoilt return apart, and asks no field twice', async () => {
      const desk = await begin()
      const asked = ['revenue', 'employees', 'address']
      const { plan } = await desk.plan(asked)
      expect(plan.saved).toEqual({ known: 2, elsewhere: 0, answered: 0 })
      expect(plan.asked.map(({ why }) => why).sort()).toEqual([
        ...Array(6).fill('missing'),
        'stale',
      ])
      const { id } = await desk.compose(asked)
      expect(await problemOf(desk.compose(asked))).toBe('collection-empty')
      expect((await desk.plan([...asked, 'tier'])).plan.asked.map((cell) => cell.property)).toEqual(
        ['tier', 'tier', 'tier'],
      )
      expect((await desk.plan(asked, { again: '核对' })).plan.asked).toHaveLength(7)
      const sheets = await desk.sheets(id)
      expect(await problemOf(desk.bring(sheets, 'early.xlsx'))).toBe('collection-step')
      await sendRound(desk.at(), id)

      // Sorted, one row cut, one known cell typed over, a wrong unit, a formula, a row of somebody's.
      fill(sheets, {
        甲公司: { 3: '4亿元', 4: '120', 5: '无法提供' },
        乙公司: { 3: '1.2亿元', 4: '12吨', 5: '甲路1号' },
      })
      const [sheet] = sheets
      const [head, body] = [sheet?.rows.slice(0, 6) ?? [], sheet?.rows.slice(6) ?? []]
      const kept = body.filter(({ cells }) => cells[2] !== '丙公司').toReversed()
      const yi = kept.find(({ cells }) => cells[2] === '乙公司')
      if (yi !== undefined) yi.formulas = [5]
      const stranger = { row: 0, cells: ['', creditCode(9), '丁公司', '7', '', ''] }
      const rows = [...head, ...kept, stranger].map((row, at) => ({ ...row, row: at + 1 }))
      await desk.bring([{ name: '填报表', rows }], 'sorted.xlsx')

      const view = await readRound(desk.at(), id, TODAY)
      const [returned] = view.recipients[0]?.returns ?? []
      expect(returned?.counts).toEqual({ answers: 2, repeated: 0, declined: 1, unanswered: 4 })
      expect(returned?.problems.map(({ code, cell, given }) => [code, cell, given])).toEqual([
        ['value-unit', 'E7', '12吨'],
        ['formula', 'F7', '甲路1号'],
        ['known-typed-over', 'D8', '4亿元'],
        ['row-unknown', null, `${creditCode(9)} | 丁公司 | 7`],
        ['row-missing', null, creditCode(3)],
      ])
      expect(view.meter).toMatchObject({ asked: 7, answered: 2, waiting: 2, declined: 1, twice: 0 })
      expect(view.recipients[0]?.reminder?.zh).toContain('尚有 4 项未填')

      const cells = await desk.cells(id)
      const employees = cells['甲公司 employees']
      expect(employees).toMatchObject({ state: 'waiting', change: 'changed', why: 'stale' })
      expect([employees?.before?.text, employees?.answer?.text]).toEqual(['100人', '120'])
      expect(cells['乙公司 revenue']?.answer?.number).toBe('120000000')
      expect(cells['乙公司 revenue']?.answer?.period).toBe('2025')

      // The same again is no news; the one that is refused is not put forward a second time.
      const refuse = { kind: 'reject', claims: [cells['乙公司 revenue']?.claim ?? ''] } as const
      expect(
        await problemOf(decideAnswers(desk.at(), rules, id, { ...refuse, reason: null })),
      ).toBe('invalid-input')
      await decideAnswers(desk.at(), rules, id, { ...refuse, reason: 'wrong-value' })
      const accept = { kind: 'accept', claims: [employees?.claim ?? ''], reason: null } as const
      await decideAnswers(desk.at(), rules, id, accept)
      await desk.bring([{ name: '填报表', rows }], 'again.xlsx')
      const after = await readRound(desk.at(), id, TODAY)
      const [again] = after.recipients[0]?.returns ?? []
      expect(again?.counts).toMatchObject({ answers: 0, repeated: 2 })
      expect(again?.problems.map(({ code }) => code)).toContain('refused-before')
      expect(after.meter).toMatchObject({ accepted: 1, refused: 1, declined: 1, waiting: 0 })

      // What was accepted is fresh; what was refused, declined or never answered may be asked anew.
      expect(await problemOf(desk.compose(asked))).toBe('collection-empty')
      await closeRound(desk.at(), id)
      expect(await problemOf(desk.bring(await desk.sheets(id), 'late.xlsx'))).toBe(
        'collection-step',
      )
      const next = await desk.plan(asked)
      expect(next.plan.saved.known).toBe(3)
      expect(next.plan.asked).toHaveLength(6)
      await desk.compose(asked)
      const { rounds, meter } = await readRounds(desk.at(), TODAY)
      expect(rounds.map(({ round }) => round.state)).toEqual(['draft', 'closed'])
      expect(meter).toMatchObject({ asked: 7, twice: 0 })
    })

    test('asks each firm for itself, shows nobody what is not for them, and counts what is asked twice', async () => {
      const desk = await begin()
      const { id } = await desk.compose(['revenue', 'employees'], { by: 'firm' })
      const recipients = await recipientsSeen(desk.at(), id)
      expect(recipients.map(({ name }) => name).sort()).toEqual(
        ['丙公司', '乙公司', '甲公司'].sort(),
      )
      const states = recipients.map(({ name, sheet }) => [
        name,
        sheet.rows
          .map((row) => row.cells.map(({ state, text }) => `${state} ${text}`).join())
          .join(),
      ])
      // What is known of 丙 is internal, so its sheet says only that it is known.
      expect(Object.fromEntries(states)).toEqual({
        甲公司: 'asked ',
        乙公司: 'asked ,asked ',
        丙公司: 'asked ',
      })
      const second = await desk.compose(['employees'], { again: '统计口径有变', by: 'firm' })
      await sendRound(desk.at(), second.id)
      expect((await readRound(desk.at(), second.id, TODAY)).meter).toMatchObject({
        ...{ asked: 3, twice: 3 },
      })
      const stranger = (await desk.office.enter('memberFirm')).actor
      const eyes = { store: desk.office.store, actor: stranger }
      expect((await readRounds(eyes, TODAY)).rounds).toEqual([])
      expect(await problemOf(readRound(eyes, second.id, TODAY))).toBe('not-found')
      const page = { recipient: null, state: null, offset: 0, limit: 9 }
      const peek = readRoundCells(eyes, desk.dated.reading, second.id, page)
      expect(await problemOf(peek)).toBe('not-found')
      const file = { fileName: 'a', mediaType: 'x', sha256: '0'.repeat(64), sizeBytes: 1 }
      const theirs = { file, sheets: await desk.sheets(second.id) }
      const context = desk.office.context(stranger)
      expect(await problemOf(takeReturn(context, knowledge, theirs, null))).toBe('not-found')
    })
  })
})
