import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildMap, parentsOf } from './map.ts'
import type { ChainFacts, EdgeFact, MemberFact, ValueFact } from './model.ts'
import type { Drawing } from './tile.ts'

const bare = { operator: null, number: null, low: null, high: null, unit: null }
const always = { valid_from: null, valid_to: null, published_on: '2024-01-31', synthetic: false }

const edge = (subject: string, property: string, object: string): EdgeFact => ({
  ...bare,
  ...always,
  claim: `${subject}-${property}-${object}`,
  subject,
  property,
  object,
  printed: null,
  source: 's1',
  source_class: 'authoritative-table',
})
const value = (subject: string, property: string, printed: string, more = {}): ValueFact => ({
  ...bare,
  ...always,
  claim: `${subject}-${property}-${printed}`,
  subject,
  property,
  printed,
  source: 's1',
  source_title: '年鉴',
  recorded_at: '2024-02-01T00:00:00.000Z',
  ...more,
})
const firm = (member: string, stage: string, place_code: string | null): MemberFact => ({
  claim: `${member}-${stage}`,
  stage,
  member,
  kind: 'firm',
  synthetic: false,
  place_claim: place_code === null ? null : `${member}-at`,
  place_code,
})

const DRAWING: Drawing = {
  lexicon: {
    codeName: () => null,
    label: (property) => ({ zh: property, en: property }),
    maximumAgeMonths: (property) => (property === 'verdict' ? 24 : null),
  },
  today: '2024-03-01',
  relate: (code) =>
    code === 'NL' ? 'abroad' : code.startsWith('32') ? 'province' : code === '' ? null : 'country',
  parameters: { chain: 'c', home: '320000', known: 'k', valid: 'v' },
}

function chainOf(more: Partial<ChainFacts>): ChainFacts {
  const stages = ['设备', '光刻', '制造'].map((name) => ({
    id: name,
    name,
    claim: `${name}-name`,
    synthetic: false,
  }))
  return {
    chain: { id: 'c', kind: 'chain', name: '集成电路' },
    chainValues: [],
    stages,
    parents: [edge('光刻', 'belongsToStage', '设备')],
    values: [],
    links: [],
    members: [],
    ...more,
  }
}

const tileOf = (facts: ChainFacts, id: string) =>
  buildMap(facts, DRAWING).stages.find((tile) => tile.id === id)

describe('the map of a chain', () => {
  test('a stage of which nothing is stated is unknown, and its makers are unknown, not none', () => {
    const tile = tileOf(chainOf({}), '制造')
    expect(tile?.verdict).toEqual({ word: 'unknown', figure: null })
    expect(tile?.makers).toEqual({
      local: null,
      province: null,
      country: null,
      abroad: null,
      unplaced: null,
    })
    expect(tile?.stale).toBe(false)
  })

  test.each([
    ['强', 'strong'],
    ['weak', 'weak'],
    ['缺', 'missing'],
    ['很好', 'unknown'],
  ])('a stated verdict %s is drawn as %s', (printed, word) => {
    const tile = tileOf(chainOf({ values: [value('制造', 'verdict', printed)] }), '制造')
    expect(tile?.verdict.word).toBe(word)
    expect(tile?.verdict.figure?.id).toBe(`c.制造-verdict-${printed}`)
  })

  test('a verdict older than its kind of fact may be makes the tile stale', () => {
    const old = value('制造', 'verdict', '强', { published_on: '2021-06-30' })
    expect(tileOf(chainOf({ values: [old] }), '制造')?.stale).toBe(true)
  })

  test('firms count once each, by the nearest place, and count for the stages around theirs', () => {
    const members = [
      firm('甲', '光刻', '320500'),
      firm('甲', '光刻', 'NL'),
      firm('乙', '光刻', 'NL'),
      firm('丙', '设备', null),
    ]
    const inner = tileOf(chainOf({ members }), '光刻')
    const outer = tileOf(chainOf({ members }), '设备')
    const counts = (tile: typeof inner) =>
      Object.fromEntries(
        Object.entries(tile?.makers ?? {}).map(([place, each]) => [place, each?.text]),
      )
    expect(counts(inner)).toEqual({
      local: '0',
      province: '1',
      country: '0',
      abroad: '1',
      unplaced: '0',
    })
    expect(outer?.firms.text).toBe('3')
    expect(counts(outer).unplaced).toBe('1')
  })

  test("a source's own count of makers takes the place of ours", () => {
    const values = [value('光刻', 'makersAbroad', '1 家', { number: '1', unit: '家' })]
    const tile = tileOf(chainOf({ values, members: [firm('乙', '光刻', 'CN')] }), '光刻')
    expect(tile?.makers.abroad?.id).toBe('c.光刻-makersAbroad-1 家')
    expect(tile?.makers.country?.kind).toBe('computed')
  })

  test('several claims of one link are one ribbon, thicker by sources', () => {
    const again = { ...edge('光刻', 'supplies', '制造'), claim: 'other', source: 's2' }
    const map = buildMap(chainOf({ links: [edge('光刻', 'supplies', '制造'), again] }), DRAWING)
    expect(map.links).toHaveLength(1)
    expect(map.links[0]).toMatchObject({ from: '光刻', to: '制造', sources: 2 })
  })

  test('a relation of a template is drawn, but is evidence of nothing', () => {
    const template = { ...edge('光刻', 'supplies', '制造'), source_class: 'template' }
    expect(buildMap(chainOf({ links: [template] }), DRAWING).links[0]?.sources).toBe(0)
  })

  test('an invented firm counts for an invented stage alone', () => {
    const invented = { ...firm('例一', '光刻', '320500'), synthetic: true }
    const real = chainOf({ members: [invented, firm('甲', '光刻', 'NL')] })
    const stages = real.stages.map((each) => ({ ...each, synthetic: each.id === '光刻' }))
    expect(tileOf(real, '光刻')?.firms.text).toBe('1')
    expect(tileOf({ ...real, stages }, '光刻')?.firms.text).toBe('2')
    expect(tileOf({ ...real, stages }, '设备')?.firms.text).toBe('1')
    expect(tileOf({ ...real, stages }, '设备')?.synthetic).toBe(false)
  })

  test('where no real firm is known the invented ones stand, and their count says so', () => {
    const invented = { ...firm('例一', '光刻', '320500'), synthetic: true }
    const alone = tileOf(chainOf({ members: [invented] }), '光刻')
    expect(alone?.firms).toMatchObject({ text: '1', synthetic: true })
    expect(alone?.makers.local?.synthetic ?? alone?.makers.country?.synthetic).toBe(true)
    const real = chainOf({ members: [invented, firm('甲', '光刻', 'NL')] })
    expect(tileOf(real, '光刻')?.firms).toMatchObject({ text: '1', synthetic: false })
  })

  test('the same facts in another order give the same snapshot', () => {
    const values = [value('制造', 'verdict', '强'), value('光刻', 'verdict', '缺')]
    const one = buildMap(chainOf({ values }), DRAWING).snapshot
    expect(buildMap(chainOf({ values: values.toReversed() }), DRAWING).snapshot).toBe(one)
    expect(buildMap(chainOf({ values: [] }), DRAWING).snapshot).not.toBe(one)
  })

  test('parents never run in a circle, whatever sources say', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id), { maxLength: 20 }), (pairs) => {
        const parents = parentsOf(pairs.map(([from, to]) => edge(from, 'belongsToStage', to)))
        for (const start of parents.keys()) {
          let steps = 0
          for (let at = parents.get(start); at !== undefined; at = parents.get(at)) {
            steps += 1
            expect(at).not.toBe(start)
            expect(steps).toBeLessThan(6)
          }
        }
      }),
    )
  })
})
