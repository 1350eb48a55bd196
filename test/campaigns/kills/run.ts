/**
 * Kills as a campaign: `npm run campaign:kills -- --work import|publishing|migration --engine
 * pglite|postgres --kills N [--rows N] [--lists N] [--seed S]`.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { startPostgres } from '../../../tools/postgres.ts'
import { makeTemplates } from '../../templates.ts'
import { chanceOf } from '../chance.ts'
import { killImports, killMigrations, killPublishing } from './rounds.ts'
import { upgradeAll } from './upgrades.ts'

const { values } = parseArgs({
  options: {
    work: { type: 'string', default: 'import' },
    engine: { type: 'string', default: 'pglite' },
    kills: { type: 'string', default: '1000' },
    rows: { type: 'string', default: '300' },
    lists: { type: 'string', default: '3' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
})
spawnSync(process.execPath, ['tools/build.mjs', 'server', 'children'], { stdio: 'inherit' })
const removeTemplates = await makeTemplates()
const server = values.engine === 'postgres' ? await startPostgres() : null
if (server !== null && 'skipped' in server) throw new Error(server.skipped)
if (server !== null) process.env.LIANSHU_TEST_POSTGRES = server.url
const { makeTemplateDatabase } = await import('../../database.ts')
const { embedded, served } = await import('../../contracts/engines.ts')
if (server !== null) await makeTemplateDatabase(server.url)
const engine = server === null ? embedded : served
const seed = Number(values.seed)
const plan = {
  ...{ kills: Number(values.kills), rows: Number(values.rows), lists: Number(values.lists) },
  chance: chanceOf(seed),
}
const begun = performance.now()
const run = { import: killImports, publishing: killPublishing, migration: killMigrations }[
  values.work
]
if (run === undefined) throw new Error(`no such work: ${values.work}`)
try {
  const tally = await run(engine, plan)
  const upgraded = values.work === 'migration' ? await upgradeAll(engine) : undefined
  const seconds = Math.round((performance.now() - begun) / 1000)
  console.log(JSON.stringify({ seed, seconds, ...tally, upgraded }, null, 1))
  const { lost, doubled, half } = tally
  const isWhole = lost + doubled + half === 0 && (upgraded?.faults ?? []).length === 0
  process.exitCode = isWhole ? 0 : 1
} finally {
  await server?.stop()
  await removeTemplates()
}
