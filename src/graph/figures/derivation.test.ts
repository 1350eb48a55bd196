import { describe, expect, test } from 'vitest'
import { onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import { ensureLabel, PUBLIC_LABEL, visible } from '../../trust/access/index.ts'
import { beginOffice, NOW } from '../../trust/people/office.case.ts'
import { type EvidenceRules, stateClaims } from '../evidence/index.ts'
import { type Algorithms, keepFigure, recomputableId, resolveFigure } from './index.ts'

const RULES: EvidenceRules = {
  searched: new Set(['name']),
  policy: { version: 1, classes: { typed: { batch: true, people: 1, words: { zh: '', en: '' } } } },
}

onEachEngine((engine) => {
  const shared = sharedStore(engine)
  let tenant = 0

  async function begin() {
    const office = await beginOffice(shared.store, ++tenant)
    const { actor } = await office.enter('office')
    const state = async (name: string, label: number): Promise<string> => {
      const firm = { kind: 'firm', scheme: 'list:test', code: name }
      const { claims } = await stateClaims(office.context(actor), RULES, {
        note: `填报：${name}`,
        facts: {
          title: '填报',
          publisher: '办公室',
          publishedOn: null,
          class: 'typed',
          label,
          origin: null,
          synthetic: false,
        },
        claims: [
          {
            subject: firm,
            property: 'name',
            object: null,
            text: name,
            quantity: null,
            validFrom: null,
            validTo: null,
          },
        ],
        things: [],
      })
      return claims[0] ?? ''
    }
    const reading = {
      db: shared.store.read,
      visibility: visible(actor),
      asOf: { known: NOW.toISOString(), valid: '2026-11-20' },
      lexicon: {
        codeName: () => null,
        label: (property: string) => ({ zh: property, en: property }),
        maximumAgeMonths: () => null,
      },
    }
    return { office, actor, state, reading }
  }

  const algorithmsOver = (claims: readonly string[]): Algorithms => ({
    'count-firms': {
      words: { zh: '计数', en: 'Count' },
      version: 1,
      compute: async () => ({ output: String(claims.length), claims }),
    },
  })

  describe('a kept figure', () => {
    test('keeps its output, parameters, snapshot and every claim, and is one however often kept', async () => {
      const { office, actor, state, reading } = await begin()
      const claims = [await state('甲', PUBLIC_LABEL.id), await state('乙', PUBLIC_LABEL.id)]
      const id = recomputableId('count-firms', { stage: '封装' })
      const algorithms = algorithmsOver(claims)
      const kept = await keepFigure(office.context(actor), reading, algorithms, id)
      expect(await keepFigure(office.context(actor), reading, algorithms, id)).toBe(kept)
      const ground = await resolveFigure(reading, algorithmsOver([]), kept)
      expect(ground).toMatchObject({
        kind: 'derivation',
        derivation: { output: '2', version: 1, parameters: { stage: '封装' }, total: 2 },
      })
      expect(
        ground.kind === 'derivation' && ground.derivation.claims.map((each) => each.quote).sort(),
      ).toEqual(['填报：乙', '填报：甲'].sort())
    })

    test('is a new one when what it rests on has changed', async () => {
      const { office, actor, state, reading } = await begin()
      const first = await state('甲', PUBLIC_LABEL.id)
      const id = recomputableId('count-firms', {})
      const one = await keepFigure(office.context(actor), reading, algorithmsOver([first]), id)
      const second = await state('乙', PUBLIC_LABEL.id)
      const both = algorithmsOver([first, second])
      expect(await keepFigure(office.context(actor), reading, both, id)).not.toBe(one)
    })

    test('is hidden from whoever may not see one of the claims that went in', async () => {
      const { office, actor, state, reading } = await begin()
      const { account } = office
      const label = await shared.store.transaction(
        (tx) =>
          ensureLabel(tx, account.tenant, {
            level: 'restricted',
            internal: false,
            organisations: [office.office],
          }),
        { tenant: account.tenant },
      )
      const again = (await office.enter('office')).actor
      const claims = [await state('甲', PUBLIC_LABEL.id)]
      const restricted = { ...reading, visibility: visible(again) }
      const { claims: own } = await stateClaims(office.context(again), RULES, {
        note: '受限',
        facts: {
          title: '受限',
          publisher: '办公室',
          publishedOn: null,
          class: 'typed',
          label,
          origin: null,
          synthetic: false,
        },
        claims: [
          {
            subject: { kind: 'firm', scheme: 'list:test', code: '丙' },
            property: 'name',
            object: null,
            text: '丙',
            quantity: null,
            validFrom: null,
            validTo: null,
          },
        ],
        things: [],
      })
      const id = recomputableId('count-firms', {})
      const algorithms = algorithmsOver([...claims, ...own])
      const kept = await keepFigure(office.context(again), restricted, algorithms, id)
      expect((await resolveFigure(restricted, algorithms, kept)).kind).toBe('derivation')
      const publicOnly = { ...reading, visibility: { tenant: actor.tenant, labels: [1] } }
      await expect(resolveFigure(publicOnly, algorithms, kept)).rejects.toMatchObject({
        code: 'not-found',
      })
    })
  })
})
