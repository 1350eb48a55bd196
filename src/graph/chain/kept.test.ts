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
  const [one, other] = await Promise.all([kept.at('a', 'now', read), kept.at('a', 'now', read)])
  expect(one).toBe(other)
  expect(await kept.at('a', 'now', read)).toBe(one)
  expect(told.times).toBe(1)
  await kept.at('b', 'now', read)
  expect(told.times).toBe(2)
})

test('on another stand it is read anew, and the former is forgotten', async () => {
  const kept = keepFacts(10)
  const former = reading(factsOf(8))
  const next = reading(factsOf(8))
  const elsewhere = reading(factsOf(1))
  await kept.at('b', 'now', elsewhere.read)
  await kept.at('a', 'now', former.read)
  expect(await kept.at('a', 'later', next.read)).not.toBe(await former.read())
  await kept.at('a', 'later', next.read)
  await kept.at('b', 'now', elsewhere.read)
  expect([next.told.times, elsewhere.told.times]).toEqual([1, 2])
})

test('what fails is not kept', async () => {
  const kept = keepFacts()
  const failing = async (): Promise<never> => {
    throw new Error('no answer')
  }
  await expect(kept.at('a', 'now', failing)).rejects.toThrow('no answer')
  const { told, read } = reading(null)
  expect(await kept.at('a', 'now', read)).toBeNull()
  expect(await kept.at('a', 'now', read)).toBeNull()
  expect(told.times).toBe(1)
})

test('what was not asked for the longest goes first, and goes even when it is too large alone', async () => {
  const kept = keepFacts(20)
  const a = reading(factsOf(8))
  const b = reading(factsOf(8))
  await kept.at('a', 'now', a.read)
  await kept.at('b', 'now', b.read)
  await kept.at('a', 'now', a.read)
  await kept.at('c', 'now', reading(factsOf(8)).read)
  await kept.at('a', 'now', a.read)
  expect(a.told.times).toBe(1)
  await kept.at('b', 'now', b.read)
  expect(b.told.times).toBe(2)
  const large = reading(factsOf(30))
  await kept.at('large', 'now', large.read)
  await kept.at('large', 'now', large.read)
  expect(large.told.times).toBe(2)
})
