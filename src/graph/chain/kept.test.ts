import { expect, test } from 'vitest'
import { keepFacts } from './kept.ts'
import type { ChainFacts, MemberFact } from './model.ts'

const factsOf = (members: number): ChainFacts => ({
  chain: { id: 'c', kind: 'chain', name: '链', claim: 'd' } as ChainFacts['chain'],
  ...{ chainValues: [], stages: [], parents: [], values: [], links: [] },
  members: Array.from({ length: members }, () => ({}) as MemberFact),
})

/** Counts how often it was read. */
function reading(facts: ChainFacts | null) {
  const told = { times: 0 }
  const read = async (): Promise<ChainFacts | null> => {
    told.times += 1
    return facts
  }
  return { told, read }
}

test('what is asked for under one key is read once, also by those who ask meanwhile', async () => {
  const kept = keepFacts()
  const { told, read } = reading(factsOf(3))
  const [one, other] = await Promise.all([kept.under('a', read), kept.under('a', read)])
  expect(one).toBe(other)
  expect(await kept.under('a', read)).toBe(one)
  expect(told.times).toBe(1)
  await kept.under('b', read)
  expect(told.times).toBe(2)
})

test('what fails is not kept', async () => {
  const kept = keepFacts()
  const failing = async (): Promise<never> => {
    throw new Error('no answer')
  }
  await expect(kept.under('a', failing)).rejects.toThrow('no answer')
  const { told, read } = reading(null)
  expect(await kept.under('a', read)).toBeNull()
  expect(await kept.under('a', read)).toBeNull()
  expect(told.times).toBe(1)
})

test('what was not asked for the longest goes first, and goes even when it is too large alone', async () => {
  const kept = keepFacts(20)
  const a = reading(factsOf(8))
  const b = reading(factsOf(8))
  await kept.under('a', a.read)
  await kept.under('b', b.read)
  await kept.under('a', a.read)
  await kept.under('c', reading(factsOf(8)).read)
  await kept.under('a', a.read)
  expect(a.told.times).toBe(1)
  await kept.under('b', b.read)
  expect(b.told.times).toBe(2)
  const large = reading(factsOf(30))
  await kept.under('large', large.read)
  await kept.under('large', large.read)
  expect(large.told.times).toBe(2)
})
