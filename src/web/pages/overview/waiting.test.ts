import { expect, test } from 'vitest'
import type { ChainSummary, JobView, Overview } from '../../api/index.ts'
import { whatWaits } from './waiting.ts'

const chain = (id: string, unknown: number, synthetic = false) =>
  ({ id, name: id, synthetic, verdicts: { unknown: { number: String(unknown) } } }) as ChainSummary
const job = (id: string, state: JobView['state']) => ({ id, title: id, state }) as JobView

const overview = (given: Partial<Overview>) =>
  ({ chains: [], jobs: [], held: 0, ...given }) as Overview
const keys = (given: Partial<Overview>, permissions = ['read-jobs', 'decide-claim']) =>
  whatWaits(overview(given), permissions, ({ name }) => name).map(({ key }) => key)

test('nothing waits where nothing is open', () => {
  expect(keys({ chains: [chain('a', 0)], jobs: [job('j', 'done')] })).toEqual([])
})

test('a failed job stands before held claims, and those before unjudged stages', () => {
  const given = { chains: [chain('a', 3)], jobs: [job('j', 'failed')], held: 2 }
  expect(keys(given)).toEqual(['j', 'held', 'a'])
})

test('a role that reads no jobs is not sent to them', () => {
  expect(keys({ jobs: [job('j', 'failed')], held: 2 }, [])).toEqual([])
})

test('the chains with the most unjudged stages, three at most, and none that is invented', () => {
  const chains = [chain('a', 1), chain('b', 9), chain('c', 5), chain('d', 4), chain('e', 99, true)]
  expect(keys({ chains })).toEqual(['b', 'c', 'd'])
})

test('a chain on old evidence waits for a new look, before its unjudged stages', () => {
  const waits = whatWaits(overview({ chains: [chain('a', 2)] }), [], ({ name }) => name, {
    stale: ['a'],
  })
  expect(waits.map(({ href }) => href)).toEqual([
    '/chains/a?lens=freshness',
    '/chains/a?lens=evidence',
  ])
})

test('the kinds of facts that one’s role keeps are checked again, the most numerous first', () => {
  const kept = [
    { property: 'revenue', name: '营业收入', stale: 2 },
    { property: 'output', name: '产值', stale: 5 },
    { property: 'tier', name: '梯度', stale: 0 },
  ]
  const keys = (permissions: string[]) =>
    whatWaits(overview({}), permissions, ({ name }) => name, { kept }).map(({ key }) => key)
  expect(keys(['state-claim'])).toEqual(['recheck output', 'recheck revenue'])
  expect(keys([])).toEqual([])
})
