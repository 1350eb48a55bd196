import { expect, test } from 'vitest'
import type { Figure } from '../../api/index.ts'
import { barOf, keyFigures, splitPrinted } from './key-figures.ts'

const share = (id: string, number: string | null, operator: Figure['operator'] = '='): Figure => ({
  id,
  text: `${number}%`,
  kind: 'read',
  synthetic: false,
  stale: false,
  operator,
  number,
  low: null,
  high: null,
  unit: '%',
  period: null,
})
const label = { zh: '占全国比重', en: 'National share' }

const mapWith = (ofChain: number, ofStages: number) =>
  ({
    chain: {
      headline: Array.from({ length: ofChain }, (_, n) => ({ label, figure: share(`h${n}`, '1') })),
    },
    stages: [
      {
        id: 's',
        name: '设计',
        englishName: null,
        facts: [
          { property: 'note', label, figure: share('text', null) },
          ...Array.from({ length: ofStages }, (_, n) => ({
            property: 'nationalShare',
            label,
            figure: share(`f${n}`, '1'),
          })),
        ],
      },
    ],
  }) as unknown as Parameters<typeof keyFigures>[0]

test.each([
  [0, 0, 0],
  [1, 1, 2],
  [2, 2, 3],
  [2, 8, 9],
  [0, 40, 9],
])('%i of the chain and %i of its stages fill %i places', (ofChain, ofStages, places) => {
  expect(keyFigures(mapWith(ofChain, ofStages))).toHaveLength(places)
})

test('those of the chain stand first, and a text is no number', () => {
  const keys = keyFigures(mapWith(1, 2)).map(({ key }) => key)
  expect(keys).toEqual(['h0', 'f0', 'f1'])
})

test.each([
  ['7235亿元', '', '7235', '亿元'],
  ['约70%', '约', '70', '%'],
  ['95%以上', '', '95', '%以上'],
  ['1,234.5 万元', '', '1,234.5', ' 万元'],
  ['未知', '未知', '', ''],
])('%s is set as %j %j %j', (text, before, number, after) => {
  expect(splitPrinted(text)).toEqual({ before, number, after })
})

test.each([
  ['=', { percent: 40, end: 'sharp' }],
  ['>=', { percent: 40, end: 'open' }],
  ['<', { percent: 40, end: 'below' }],
  ['~', { percent: 40, end: 'soft' }],
] as const)('a share said with %s ends its bar so', (operator, bar) => {
  expect(barOf(share('x', '40', operator))).toEqual(bar)
})

test('what is no share has no bar', () => {
  expect(barOf({ ...share('x', '40'), unit: '元' })).toBeNull()
  expect(barOf(share('x', null))).toBeNull()
})
