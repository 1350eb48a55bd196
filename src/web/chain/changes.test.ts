import { expect, test } from 'vitest'
import { changesBetween } from './changes.ts'
import { chainMap, figure, stage } from './fixture.case.ts'

const verdict = (word: 'weak' | 'stable' | 'unknown') => ({ verdict: { word, figure: null } })
const choke = { marks: [{ mark: 'chokePoint' as const, figure: figure('卡点') }] }

test('turns, marks, new and removed stages are told apart; what stayed is silent', () => {
  const before = chainMap([
    stage('turned', verdict('unknown')),
    stage('same', verdict('weak')),
    stage('marked'),
    stage('gone'),
  ])
  const after = chainMap([
    stage('turned', verdict('stable')),
    stage('same', verdict('weak')),
    stage('marked', choke),
    stage('new', verdict('weak')),
  ])
  const { byStage, removed, turns } = changesBetween(before, after)
  expect([...byStage.keys()]).toEqual(['turned', 'marked', 'new'])
  expect(byStage.get('turned')).toMatchObject({ isNew: false, from: 'unknown', to: 'stable' })
  expect(byStage.get('marked')).toMatchObject({ from: null, marksAdded: ['chokePoint'] })
  expect(byStage.get('new')).toMatchObject({ isNew: true })
  expect(removed.map(({ id }) => id)).toEqual(['gone'])
  expect(turns).toEqual([{ from: 'unknown', to: 'stable', count: 1 }])
})
