import { expect, test } from 'vitest'
import { forestOf } from '../map/index.ts'
import { link, stage } from './fixture.case.ts'
import { nextTile, pathLevels, supplyPath } from './path.ts'
import { sentencesOf } from './sentences.ts'

/*  eq(euv, etch) → fab(logic) → osat → app        eda → design → fab  */
const stages = [
  stage('eq'),
  stage('euv', { parent: 'eq' }),
  stage('etch', { parent: 'eq' }),
  stage('eda'),
  stage('design'),
  stage('fab'),
  stage('logic', { parent: 'fab' }),
  stage('osat'),
  stage('app'),
]
const links = [
  link('euv', 'logic'),
  link('eda', 'design'),
  link('design', 'fab'),
  link('fab', 'osat'),
  link('osat', 'app'),
]
const forest = forestOf(stages)
const sorted = (set: ReadonlySet<string>) => [...set].sort()

test('a path goes on through what holds a stage, and not to its neighbours', () => {
  const { stages: lit, links: ribbons } = supplyPath('euv', links, forest)
  expect(sorted(lit)).toEqual(['app', 'euv', 'fab', 'logic', 'osat'])
  expect(sorted(ribbons)).toEqual(['euv>logic', 'fab>osat', 'osat>app'])
})

test('upstream and downstream are both on it, and a stage stands for what it holds', () => {
  expect(sorted(supplyPath('osat', links, forest).stages)).toContain('eda')
  expect(sorted(supplyPath('eq', links, forest).stages)).toContain('app')
})

test('a circle of links ends', () => {
  const round = [link('a', 'b'), link('b', 'a')]
  const two = forestOf([stage('a'), stage('b')])
  expect(sorted(supplyPath('a', round, two).stages)).toEqual(['a', 'b'])
  expect(pathLevels('a', round, two).map(({ distance }) => distance)).toEqual([-1, 0, 1])
})

test('levels count the steps from the stage', () => {
  expect(pathLevels('fab', links, forest)).toEqual([
    { distance: -2, stages: ['eda'] },
    { distance: -1, stages: ['euv', 'design'] },
    { distance: 0, stages: ['fab'] },
    { distance: 1, stages: ['osat'] },
    { distance: 2, stages: ['app'] },
  ])
})

const place = (id: string, column: number, y: number, x = column * 100) => ({
  id,
  column,
  x,
  y,
  depth: 0,
  isGroup: false,
  width: 80,
  height: 20,
})
const layout = {
  tiles: [
    place('eda', 0, 0),
    place('euv', 0, 40),
    place('design', 1, 0),
    place('fab', 2, 40),
    place('logic', 2, 70),
  ],
}

test.each([
  ['eda', 'ArrowRight', 'design'],
  ['eda', 'ArrowDown', 'euv'],
  ['eda', 'ArrowUp', null],
  ['euv', 'ArrowRight', 'logic'],
  ['design', 'ArrowLeft', 'eda'],
  ['fab', 'ArrowLeft', 'design'],
  ['logic', 'ArrowUp', 'fab'],
  ['eda', 'ArrowLeft', null],
  ['absent', 'ArrowRight', 'eda'],
] as const)('from %s %s leads to %s', (from, key, to) => {
  expect(nextTile(from, key, layout, links)).toBe(to)
})

test('the sentences name who is held, what is stale, and first what is unknown on the path', () => {
  const held = stage('held', {
    marks: [{ mark: 'chokePoint', figure: link('x', 'y').figure }],
    stale: true,
    newest: '2021-06-30',
    verdict: { word: 'weak', figure: null },
  })
  const slow = stage('slow', {
    marks: [{ mark: 'blockage', figure: link('x', 'y').figure }],
    verdict: { word: 'weak', figure: null },
  })
  const all = [held, slow, stage('far'), stage('near')]
  const path = { stages: new Set(['near']), links: new Set<string>() }
  const said = sentencesOf(all, path)
  expect(said.held.stages.map(({ id }) => id)).toEqual(['held'])
  expect(said.stale).toMatchObject({ oldest: '2021-06-30' })
  expect(said.unknown).toMatchObject({ count: 2, of: 4 })
  expect(said.unknown.first.map(({ id }) => id)).toEqual(['near'])
  expect(sentencesOf(all, null).unknown.first.map(({ id }) => id)).toEqual(['far', 'near'])
})
