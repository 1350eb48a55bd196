import { expect, test } from 'vitest'
import { figure, NO_MAKERS, stage } from './fixture.case.ts'
import { countSteps, type Lens, stepOf } from './lens.ts'

const TODAY = '2024-01-31'

test.each([
  ['evidence', {}, 0],
  ['evidence', { sources: 2 }, 2],
  ['evidence', { sources: 9 }, 4],
  ['freshness', {}, 0],
  ['freshness', { newest: '2023-12-01' }, 4],
  ['freshness', { newest: '2023-03-01' }, 3],
  ['freshness', { newest: '2022-03-01' }, 2],
  ['freshness', { newest: '2023-12-01', stale: true }, 1],
  ['region', {}, 0],
  ['region', { makers: { ...NO_MAKERS, local: figure('0'), abroad: figure('1') } }, 1],
  ['region', { makers: { ...NO_MAKERS, province: figure('2'), abroad: figure('1') } }, 3],
  ['region', { makers: { ...NO_MAKERS, local: figure('1') } }, 4],
] as const)('%s of %o is step %i', (lens, more, step) => {
  expect(stepOf(stage('x', more), lens as Exclude<Lens, 'verdict'>, TODAY)).toBe(step)
})

test('the legend counts every stage once', () => {
  const counts = countSteps([stage('a'), stage('b', { sources: 1 })], 'evidence', TODAY)
  expect([...counts]).toEqual([
    [4, 0],
    [3, 0],
    [2, 0],
    [1, 1],
    [0, 1],
  ])
})
