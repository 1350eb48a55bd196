import { expect, test } from 'vitest'
import type { SearchAnswer } from '../api/index.ts'
import { speechIn } from '../words/index.ts'
import { groupsOf, hitsIn, matchSpan } from './palette-groups.ts'

const item = (id: string, kind: string, name: string) => ({
  id,
  kind,
  name,
  alias: null,
  detail: null,
  verdict: null,
  href: `/${kind}/${id}`,
})
const answer: SearchAnswer = {
  groups: [
    { kind: 'source', items: [item('1', 'source', '研究参考')] },
    { kind: 'stage', items: [item('2', 'stage', '光刻机')] },
    { kind: 'policy', items: [item('3', 'policy', '办法')] },
  ],
  ms: 1,
}
const MAY = ['read-chain', 'read-source', 'import-table']
const PATHS = ['/', '/chains', '/import']
const groups = (q: string, permissions = MAY) =>
  groupsOf(answer, q, permissions, PATHS, speechIn('zh'))

test('stages before documents before the rest, actions last', () => {
  expect(groups('').map(({ kind }) => kind)).toEqual(['stage', 'source', 'thing', 'action'])
  expect(hitsIn(groups('')).map(({ name }) => name)[0]).toBe('光刻机')
})

test.each([
  ['导', ['/import']],
  ['dr', ['/import']],
  ['daoru', ['/import']],
  ['IMPORT', ['/import']],
  ['没有', []],
])('%s finds the actions %o by characters, pinyin or initials', (q, hrefs) => {
  const actions = groups(q).find(({ kind }) => kind === 'action')
  expect((actions?.hits ?? []).map(({ href }) => href)).toEqual(hrefs)
})

test('an action that the role may not take, or whose screen is absent, is not offered', () => {
  const hrefs = (permissions: string[]) =>
    hitsIn(groups('', permissions))
      .filter(({ key }) => key.startsWith('action'))
      .map(({ href }) => href)
  expect(hrefs(['read-chain'])).toEqual(['/', '/chains'])
  expect(hrefs(MAY)).toEqual(['/', '/chains', '/import'])
})

test('typed characters are marked in the name; a match by pinyin marks nothing', () => {
  expect(matchSpan('EUV 光刻机', '光刻')).toEqual([4, 6])
  expect(matchSpan('EUV 光刻机', 'euv')).toEqual([0, 3])
  expect(matchSpan('EUV 光刻机', 'gkj')).toEqual([0, 0])
})
