// kill -9 in the middle of an import, of publishing and of a migration: nothing lost, nothing doubled,
// nothing by half. A slice; the whole is `npm run campaign:kills`.
import { describe, expect, test } from 'vitest'
import { onEachEngine } from '../../contracts/engines.ts'
import { chanceOf } from '../chance.ts'
import { killImports, killMigrations, killPublishing, type Tally } from './rounds.ts'
import { upgradeAll } from './upgrades.ts'

/** A machine that is busy with other tests must not fail one that asserts no time. */
const PATIENCE_MS = 900_000

const plan = (kills: number, rows: number) => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
  return { kills, rows, lists: 1, chance: chanceOf(seed), seed }
}

function expectWhole(tally: Tally, { kills, seed }: ReturnType<typeof plan>): void {
  expect({ seed, ...tally }).toMatchObject({ seed, lost: 0, doubled: 0, half: 0, faults: [] })
  expect(tally.kills).toBeGreaterThanOrEqual(kills)
}

onEachEngine((engine) => {
  // A start of the embedded engine takes seconds, and publishing needs many: of that the campaign has
  // the time.
  const isEmbedded = engine.name === 'pglite'
  const [imports, steps, migrations] = isEmbedded ? [1, 0, 1] : [2, 2, 3]

  describe('killed', () => {
    test('an import is finished as if nothing had happened', { timeout: PATIENCE_MS }, async () => {
      const planned = plan(imports, 300)
      expectWhole(await killImports(engine, planned), planned)
    })

    test.skipIf(steps === 0)(
      'a publication is there whole, once, or not at all',
      {
        timeout: PATIENCE_MS,
      },
      async () => {
        const planned = plan(steps, 200)
        expectWhole(await killPublishing(engine, planned), planned)
      },
    )

    test('a schema is the old one or the new one', { timeout: PATIENCE_MS }, async () => {
      const planned = plan(migrations, 0)
      expectWhole(await killMigrations(engine, planned), planned)
    })
  })

  describe('released schemas', () => {
    test('come up to the newest, and a newer one refuses an older program', async () => {
      const isMeant = (version: number, newest: number) =>
        version === 2 || (version === newest && engine.name === 'postgres')
      expect(await upgradeAll(engine, isMeant)).toMatchObject({ faults: [] })
    })
  })
})
