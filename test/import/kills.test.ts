// kill -9 in the middle of an import: nothing lost, nothing doubled, nothing published by half.
import { beforeAll, describe, expect, test } from 'vitest'
import { onEachEngine } from '../contracts/engines.ts'
import {
  chanceOf,
  type Ended,
  importWhole,
  inPlace,
  killAndFinish,
  killSeed,
  killWhenStaged,
} from './kill-rounds.ts'

/** Several chunks, so that a kill falls between them; more rows would only take longer. */
const ROWS = 2_000
const FACTS = ROWS * 3
/** Kills of one import; the environment may ask for more. */
const KILLS = Number(process.env.KILLS ?? 2)
/** A machine that is busy with other tests must not fail one that asserts no time. */
const PATIENCE_MS = 900_000

onEachEngine((engine) => {
  describe('an import that is killed', () => {
    let whole: Ended

    beforeAll(async () => {
      whole = await inPlace(engine, (options) => importWhole(options, ROWS))
    }, PATIENCE_MS)

    test('is whole when nobody kills it', () => {
      expect(whole).toMatchObject({ state: 'done', standing: FACTS })
      expect(whole.counts).toMatchObject({ rows: ROWS, new: ROWS, claims: FACTS })
    })

    test(
      `${KILLS} times at random points ends as if nothing had happened`,
      async () => {
        const seed = killSeed()
        console.log(`KILL_SEED=${seed} on ${engine.name}`)
        const plan = { rows: ROWS, kills: KILLS, chance: chanceOf(seed) }
        const report = await inPlace(engine, (options) => killAndFinish(options, plan))
        console.log(`killed behind rows ${report.points.join(', ')}; stored ${report.claims}`)
        expect(report.standing).toEqual(new Array(KILLS + 1).fill(0))
        expect(report.claims).toEqual([...report.claims].sort((one, other) => one - other))
        expect(report.end).toEqual(whole)
      },
      PATIENCE_MS,
    )

    test(
      'between the last row and the publication is published once',
      async () => {
        const rows = 600
        const report = await inPlace(engine, (options) => killWhenStaged(options, rows))
        expect(report.standing).toEqual([0, 0])
        expect(report.claims).toEqual([rows * 3])
        expect(report.end).toMatchObject({ state: 'done', standing: rows * 3 })
      },
      PATIENCE_MS,
    )
  })
})
