import { expect, test } from 'vitest'
import { figure, NO_MAKERS, stage } from './fixture.case.ts'
import { linesOf, tileContent } from './tile-content.ts'

const TODAY = '2024-01-31'
const share = {
  property: 'nationalShare',
  label: { zh: '占全国', en: 'of China' },
  figure: figure('57%', { period: '2022' }),
}

test('a stage with nothing known is one quiet line', () => {
  const content = tileContent(stage('刻蚀'), [], undefined, TODAY)
  expect(linesOf(content)).toMatchObject({ isTiny: true, hasBar: false, captions: 0 })
})

test('a share alone is the bar, and its caption says of what and when', () => {
  const content = tileContent(stage('设计', { facts: [share] }), [], undefined, TODAY)
  expect(content.bar).toMatchObject({ kind: 'share', percent: 57 })
  expect(content.captions).toMatchObject([{ kind: 'fact', period: '2022' }])
})

test('a bound is not drawn as a share: over 95 is not 95', () => {
  const bound = { ...share, figure: figure('95%', { operator: '>' }) }
  const content = tileContent(stage('EDA', { facts: [bound] }), [], undefined, TODAY)
  expect(content.bar).toEqual({ kind: 'open' })
})

test('makers alone are one line with their bar; with more to say the bar stands above', () => {
  const makers = { ...NO_MAKERS, abroad: figure('1') }
  const content = tileContent(stage('EUV', { makers }), [], undefined, TODAY)
  expect(content.captions).toEqual([{ kind: 'numbers', isWithBar: true, age: null }])
  expect(linesOf(content)).toMatchObject({ isQuiet: true, hasBar: false, captions: 1 })
  const more = tileContent(stage('EUV', { makers, facts: [share] }), [], undefined, TODAY)
  expect(more.bar).toEqual({ kind: 'makers' })
  expect(more.captions.map(({ kind }) => kind)).toEqual(['numbers', 'fact'])
})

test('marks and stale age stand in the foot, after what changed', () => {
  const tile = stage('EUV', {
    verdict: { word: 'missing', figure: figure('缺') },
    marks: [{ mark: 'chokePoint', figure: figure('卡点') }],
    newest: '2021-06-30',
    stale: true,
    sources: 1,
  })
  const change = {
    isNew: false,
    from: 'unknown',
    to: 'missing',
    marksAdded: [],
    marksRemoved: [],
  } as const
  const content = tileContent(tile, [], change, TODAY)
  expect(content.captions.map(({ kind }) => kind)).toEqual(['change', 'foot'])
  expect(content.captions.at(-1)).toMatchObject({ age: { months: 31, isStale: true } })
})

test('a stage that holds others wears its marks in the head and counts them while 未明', () => {
  const children = [
    stage('a', { verdict: { word: 'missing', figure: null } }),
    stage('b'),
    stage('c'),
  ]
  const content = tileContent(
    stage('装备', { marks: [{ mark: 'blockage', figure: figure('堵点') }] }),
    children,
    undefined,
    TODAY,
  )
  expect(content.headMarks).toEqual(['blockage'])
  expect(content.inside).toEqual([
    { word: 'missing', count: 1 },
    { word: 'unknown', count: 2 },
  ])
})
