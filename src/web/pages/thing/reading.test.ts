import { expect, test } from 'vitest'
import type { ThingView } from '../../api/index.ts'
import { stagesOf } from './queries.ts'
import {
  groupKey,
  mapHref,
  relationsOf,
  shownName,
  sourcesOf,
  spanOf,
  thingHref,
} from './reading.ts'
import { validateThingSearch } from './search.ts'

const source = (id: string) => ({ id, title: id })
const edge = (property: string, direction: 'in' | 'out', stages: string[]) => ({
  property,
  direction,
  label: { zh: '', en: '' },
  total: stages.length,
  items: stages.map((id) => ({ thing: { id, kind: 'stage', name: id }, source: source('b') })),
})
const thing = {
  id: 't',
  kind: 'firm',
  name: 't',
  names: [],
  values: [{ readings: [{ source: source('a') }, { source: source('b') }] }],
  edges: [edge('belongsToStage', 'out', ['s1', 's2']), edge('supplies', 'in', ['s3'])],
} as unknown as ThingView

test.each([
  ['firm', '/firms/x?valid=2022-01-01'],
  ['product', '/things/x?valid=2022-01-01'],
  ['chain', '/chains/x'],
])('a %s opens at %s', (kind, href) => {
  expect(thingHref({ id: 'x', kind, name: '' }, { valid: '2022-01-01' })).toBe(href)
})

test('the map opens on the same day and axis', () => {
  expect(mapHref('c', 's', {})).toBe('/chains/c?stage=s')
  expect(mapHref('c', 's', { valid: '2022-01-01' })).toBe(
    '/chains/c?axis=valid&day=2022-01-01&stage=s',
  )
  expect(mapHref('c', null, { known: '2022-01-01' })).toBe('/chains/c?day=2022-01-01')
})

test('each source stands once, the most cited first', () => {
  expect(sourcesOf(thing).map(({ source: { id }, count }) => [id, count])).toEqual([
    ['b', 4],
    ['a', 1],
  ])
})

test('a thing stands on the stages that chains hold, each once, and on no other', () => {
  const on = (id: string, stages: string[]) => ({ id, name: id, stages })
  expect(stagesOf({ chains: [on('c1', ['s1', 's2']), on('c2', ['s2'])] })).toEqual(['s1', 's2'])
  expect(stagesOf({ chains: [] })).toEqual([])
})

test.each([
  [null, null, null],
  ['2019', null, 'source.valid.from'],
  [null, '2019', 'source.valid.to'],
  ['2018', '2019', 'source.valid.span'],
] as const)('valid from %s to %s is said by %s', (from, to, key) => {
  expect(spanOf(from, to)?.key ?? null).toBe(key)
})

test('an address with nonsense in it is the plain page', () => {
  expect(validateThingSearch({ known: '2022-13-01', valid: 5, all: 'x' })).toEqual({})
  expect(validateThingSearch({ all: 'makes.out' })).toEqual({ all: 'makes.out' })
})

test('a group of several kinds is told apart, unless it is cut off', () => {
  const [group] = [edge('belongsToStage', 'in', ['s1', 's2'])]
  const mixed = {
    ...group,
    items: group?.items.map((item, at) => ({
      ...item,
      thing: { ...item.thing, kind: at === 0 ? 'firm' : 'product' },
    })),
  } as unknown as ThingView['edges'][number]
  expect(relationsOf([mixed]).map(groupKey)).toEqual([
    'belongsToStage.in.firm',
    'belongsToStage.in.product',
  ])
  expect(relationsOf([{ ...mixed, total: 900 }]).map(groupKey)).toEqual(['belongsToStage.in'])
})

test('the English name stands on an English page, where there is one', () => {
  const named = {
    ...thing,
    name: '晶圆制造',
    names: [{ property: 'englishName', name: 'Wafer fabrication' }],
  } as unknown as ThingView
  expect(shownName(named, 'en')).toBe('Wafer fabrication')
  expect(shownName(named, 'zh')).toBe('晶圆制造')
  expect(shownName({ ...named, names: [] }, 'en')).toBe('晶圆制造')
})
