import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  NOT_PUBLISHED,
  parsePublicationPolicy,
  type ReviewedFact,
  type ReviewedThing,
  reviewForPublication,
} from './index.ts'

const policy = parsePublicationPolicy(
  JSON.parse(readFileSync('packs/core/publication.json', 'utf8')),
)

const thing = (name: string, kind = 'firm', abroad = false): ReviewedThing => ({
  ...{ id: name, kind, name, abroad },
})
const HOME = thing('甲电子公司')
const OTHER = thing('乙材料公司')
const ABROAD = thing('ZETA CANARY GMBH', 'firm', true)
const PERSON = thing('金丝雀某', 'officeHolder')

let claims = 0
const fact = (
  subject: ReviewedThing,
  property: string,
  said: string | ReviewedThing,
  more: Partial<ReviewedFact> = {},
): ReviewedFact => ({
  claim: `claim ${++claims}`,
  subject,
  property,
  object: typeof said === 'string' ? null : said,
  printed: typeof said === 'string' ? said : '',
  quote: null,
  level: 'public',
  sourceWords: ['年报', '市局'],
  ...more,
})

const named = (each: ReviewedThing, more: Partial<ReviewedFact> = {}): ReviewedFact =>
  fact(each, 'name', each.name, more)

test('a foreign partner is hidden from everybody, with every sentence that tells it', () => {
  const facts = [
    named(HOME),
    named(ABROAD),
    fact(ABROAD, 'supplies', HOME),
    fact(HOME, 'supplies', OTHER),
    named(OTHER),
    fact(HOME, 'note', '扩产', { quote: '甲电子公司向 ZETA CANARY GMBH 采购后扩产' }),
    fact(HOME, 'revenue', '3亿元', { quote: '甲电子公司收入3亿元' }),
  ]
  for (const audience of ['public', 'internal'] as const) {
    const { facts: kept, hidden } = reviewForPublication(facts, policy, audience)
    expect(kept.map(({ property }) => property)).toEqual([
      ...['name', 'name', 'supplies', 'name', 'note', 'revenue'],
    ])
    expect(kept.find(({ property }) => property === 'note')?.quote).toBe(NOT_PUBLISHED.zh)
    expect(kept.find(({ property }) => property === 'revenue')?.quote).toBe('甲电子公司收入3亿元')
    expect(hidden.map(({ reason, count }) => [reason, count])).toEqual([
      ['partner', 1],
      ['quote', 1],
    ])
  }
})

test('a closer label goes with the thing that only it names, and not with the rest', () => {
  const inner = { level: 'internal' } as const
  const facts = [
    named(HOME),
    named(OTHER, inner),
    fact(OTHER, 'revenue', '9亿元'),
    fact(HOME, 'supplies', OTHER),
    fact(HOME, 'revenue', '3亿元'),
  ]
  const shown = reviewForPublication(facts, policy, 'public')
  expect(JSON.stringify(shown.facts)).not.toContain(OTHER.name)
  expect(shown.facts).toHaveLength(2)
  expect(shown.hidden).toMatchObject([{ reason: 'label', count: 3 }])
  expect(reviewForPublication(facts, policy, 'internal').facts).toEqual(facts)
})

test.each(['restricted', 'sensitive'] as const)('%s facts leave for nobody', (level) => {
  const facts = [named(HOME), fact(HOME, 'profit', '1亿元', { level })]
  for (const audience of ['public', 'internal'] as const) {
    expect(reviewForPublication(facts, policy, audience).facts).toHaveLength(1)
  }
})

test('a person is hidden from the public and from every title that names them', () => {
  const facts = [
    named(HOME),
    named(PERSON),
    fact(PERSON, 'leads', HOME),
    fact(HOME, 'revenue', '3亿元', { sourceWords: [`${PERSON.name}讲话`, '市局'] }),
  ]
  const { facts: kept, hidden } = reviewForPublication(facts, policy, 'public')
  expect(JSON.stringify(kept)).not.toContain(PERSON.name)
  expect(kept).toHaveLength(1)
  expect(hidden).toMatchObject([
    { reason: 'personal', count: 2 },
    { reason: 'quote', count: 1 },
  ])
  expect(reviewForPublication(facts, policy, 'internal').hidden).toEqual([])
})

test('a newer name under a closer label does not take away an open one', () => {
  const facts = [named(HOME), fact(HOME, 'name', '甲集团', { level: 'internal' })]
  const { facts: kept } = reviewForPublication(facts, policy, 'public')
  expect(kept.map(({ printed }) => printed)).toEqual([HOME.name])
})

test('a policy of another shape is refused', () => {
  expect(() => parsePublicationPolicy({ version: 1 })).toThrow(/pack-invalid/)
})
