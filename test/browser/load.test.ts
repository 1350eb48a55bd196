// A slice of the campaign of load; beside the browser, because the product with its sample is there.
import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startProduct } from '../../tools/server.ts'
import { chanceOf } from '../campaigns/chance.ts'
import { ACTS } from '../campaigns/load/acts.ts'
import { drive, summary } from '../campaigns/load/drive.ts'
import { findMatters } from '../campaigns/load/matters.ts'
import { signedIn } from '../campaigns/load/person.ts'
import { sampleCopy } from './sample-copy.ts'

const SEED = 20_261_201

test('a dozen people at once are answered, each in everything that they may do', async () => {
  const directory = await sampleCopy()
  const product = await startProduct({ directory })
  try {
    const matters = await findMatters(product)
    const people = await signedIn(product, 12, chanceOf(SEED))
    // Whatever the machine does in its time: each act once, by somebody who may.
    for (const act of ACTS) {
      const doer = people.find(({ permissions }) => permissions.has(act.permission))
      if (doer === undefined) throw new Error(`nobody may ${act.name}`)
      await act.run(doer, matters, chanceOf(SEED))
    }
    const plan = { forMs: 3000, thinkMs: 50, seed: SEED, process: undefined, say: () => {} }
    const tally = await drive(people, matters, plan)
    expect(tally.faults).toEqual([])
    expect(summary(tally).acts).toBeGreaterThan(people.length)
  } finally {
    await product.stop()
    rmSync(directory, { recursive: true, force: true })
  }
})
