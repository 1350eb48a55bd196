import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import { type Actor, INTERNAL_LABEL, visible } from '../../trust/access/index.ts'
import { beginOffice, later } from '../../trust/people/office.case.ts'
import { decideClaims, type EvidenceRules } from '../evidence/index.ts'
import { claimsOfSource } from '../figures/index.ts'
import { coreVocabulary } from '../reading/applying/vocabulary.case.ts'
import { readStatements } from '../reading/index.ts'
import { coreRules } from '../reading/statement/core-rules.case.ts'
import { bringBytes, readSource } from '../sources/index.ts'
import { keepStatements, type StatementsEffects } from './index.ts'

const RULES: EvidenceRules = { searched: new Set(['name']), policy: { version: 1, classes: {} } }
const TEXT =
  '近日，甘肃省工信厅印发《甘肃省氢能产业发展规划》。\n2022年，甘肃产值达到120亿元。力争到2030年，甘肃氢能产业产值达到1000亿元。\n'
const rules = coreRules()
const vocabulary = coreVocabulary()
const GANSU = { kind: 'division', scheme: 'division', code: '620000' }

onEachEngine((engine) => {
  const shared = sharedStore(engine)
  let tenant = 400

  async function begin() {
    const office = await beginOffice(shared.store, ++tenant)
    const { actor } = await office.enter('office')
    const facts = {
      ...{ title: '简报', publisher: '示例', publishedOn: null, class: 'machine-read' as const },
      ...{ label: INTERNAL_LABEL.id, origin: null, synthetic: false },
    }
    const id = await bringBytes(office.context(actor), {
      ...{ fileName: `简报${tenant}.txt`, bytes: new TextEncoder().encode(TEXT), facts },
    })
    const source = await readSource(shared.store.read, visible(actor), id)
    if (source === null) throw new Error('the source is gone')
    let times = 0
    const read = async (reader: string, text = TEXT, by: Actor = actor) => {
      times += 1
      const progress: number[][] = []
      const effects: StatementsEffects = {
        ...{ store: shared.store, visibility: visible(actor), vocabulary },
        place: (name) => (name === '甘肃' ? GANSU : null),
        contextOf: (part) => ({
          ...office.context(by),
          key: `a-reading-${tenant}-${times}-${part}`,
        }),
        onPart: async (_, done, total) => {
          progress.push([done, total])
        },
      }
      const statements = readStatements(rules, text)
      const kept = await keepStatements(effects, source, { reader, statements })
      return { kept, progress }
    }
    const claims = () =>
      claimsOfSource(shared.store.read, visible(actor), { source: id }, { limit: 100, offset: 0 })
    const countFacts = async (): Promise<number> => {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from value where tenant = ${tenant}`.execute(shared.store.read)
      return rows[0]?.n ?? -1
    }
    return { office, actor, read, claims, countFacts }
  }

  describe('what a text says', () => {
    test('is held claim by claim, each at its very words, and no fact until a person decides', async () => {
      const { office, actor, read, claims, countFacts } = await begin()
      const { kept, progress } = await read('statements-1-a')
      const held = await claims()
      expect(kept).toEqual({ proposed: held.length, added: held.length })
      expect(progress).toEqual([[held.length, held.length]])
      const points = [...TEXT]
      for (const claim of held) {
        expect(claim).toMatchObject({ method: 'read', stage: 'draft', reader: 'statements-1-a' })
        expect(claim.confidence).toBeLessThan(100)
        const words = points.slice(claim.span_start ?? 0, claim.span_end ?? 0).join('')
        expect(words).not.toBe('')
        if (claim.property === 'output') expect(words).toContain('120亿元')
      }
      expect(held.map(({ property }) => property)).toEqual(
        expect.arrayContaining(['name', 'issuer', 'output', 'target']),
      )
      expect(await countFacts()).toBe(0)
      const output = held.find(({ property }) => property === 'output')
      const chosen = output === undefined ? [] : [output.id]
      const context = office.context(actor, { now: later(1000) })
      await decideClaims(context, RULES, { kind: 'publish', claims: chosen, reason: null })
      expect(await countFacts()).toBe(1)
      const after = await claims()
      const stages = after.map(({ id, stage }) => [id === output?.id, stage])
      expect(stages.filter(([, stage]) => stage === 'published')).toEqual([[true, 'published']])
    })

    test('read again adds nothing, also by another edition, which adds what is new to it', async () => {
      const { office, actor, read, claims } = await begin()
      const first = await read('statements-1-a')
      const [one] = await claims()
      const context = office.context(actor, { now: later(1000) })
      const chosen = { claims: one === undefined ? [] : [one.id], reason: 'not-a-fact' }
      await decideClaims(context, RULES, { kind: 'reject', ...chosen })
      const { proposed } = first.kept
      expect((await read('statements-1-a')).kept).toEqual({ proposed, added: 0 })
      expect((await read('statements-2-b')).kept).toEqual({ proposed, added: 0 })
      const more = await read('statements-2-b', `${TEXT}近日，甘肃省财政厅发文。`)
      expect(more.kept).toEqual({ proposed: proposed + 1, added: 1 })
      const readers = (await claims()).map(({ reader }) => reader)
      expect(readers.filter((reader) => reader === 'statements-2-b')).toHaveLength(1)
    })

    test('is not kept by somebody who may not bring sources', async () => {
      const { office, read, claims } = await begin()
      const { actor } = await office.enter('chief')
      await expect(read('statements-1-a', TEXT, actor)).rejects.toMatchObject({ code: 'forbidden' })
      expect(await claims()).toEqual([])
    })
  })
})
