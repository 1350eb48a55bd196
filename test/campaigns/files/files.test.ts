// A slice of the campaign of spoiled files, and all of its bombs; the whole is `npm run campaign:files`.
import { expect, test } from 'vitest'
import { setOffBombs, spoilFiles } from './campaign.ts'

const SLICE_CASES = 400
const SLICE_MS = 5_000

test('spoiled files are refused in words, or read as what they are', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
  const report = await spoilFiles({ seed, cases: SLICE_CASES, limitMs: SLICE_MS })
  expect(report).toMatchObject({ seed, faults: [] })
  expect(report.states.refused).toBeGreaterThan(0)
})

test('bombs are refused in words, in the thread of the product', async () => {
  const told = await setOffBombs()
  expect(told.filter(({ state }) => state.startsWith('FAULT'))).toEqual([])
  expect(told.length).toBeGreaterThanOrEqual(12)
})
