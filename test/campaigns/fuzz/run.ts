/**
 * The fuzzer as a campaign: `npm run campaign:fuzz -- --cases N --seed S [--engine
 * postgres] [--only PATTERN]`. Every
 * so many cases it begins anew in a fresh store, so that a store grown large slows nothing down.
 */
import { parseArgs } from 'node:util'
import { openApp } from '../../../src/shell/http/open-app.case.ts'
import { startPostgres } from '../../../tools/postgres.ts'
import { makeTemplates } from '../../templates.ts'
import { newFindings, runFuzz } from './campaign.ts'
import { makeFuzzWorld } from './world.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    only: { type: 'string' },
    engine: { type: 'string', default: 'pglite' },
    renew: { type: 'string', default: '20000' },
    turn: { type: 'string', default: '6' },
    minutes: { type: 'string', default: '1000' },
  },
})
const seed = Number(values.seed)
const cases = Number(values.cases)
const removeTemplates = await makeTemplates()
const server = values.engine === 'postgres' ? await startPostgres() : null
if (server !== null && 'skipped' in server) throw new Error(server.skipped)
if (server !== null) process.env.LIANSHU_TEST_POSTGRES = server.url
const { freshDatabase, makeTemplateDatabase } = await import('../../database.ts')
if (server !== null) await makeTemplateDatabase(server.url)
const found = newFindings(seed)
const begun = performance.now()
const endsAt = begun + Number(values.minutes) * 60_000
let routes: string[] = []
for (let world = 0; found.cases < cases && performance.now() < endsAt; world += 1) {
  const open = await openApp(server === null ? {} : { DATABASE_URL: (await freshDatabase()).url })
  const filled = await makeFuzzWorld(open, seed + world)
  routes = filled.interface.routes.map(({ name }) => name)
  await runFuzz(
    filled,
    {
      seed: seed + world * 1_000_003,
      cases: Math.min(cases - found.cases, Number(values.renew)),
      turn: Number(values.turn),
      limitMs: endsAt - performance.now(),
      ...(values.only !== undefined && { only: new RegExp(values.only) }),
    },
    found,
  )
  await filled.untilIdle()
  await open.close()
  const seconds = Math.round((performance.now() - begun) / 1000)
  console.error(`${found.cases} cases, ${found.faults} faults, ${seconds} s`)
}
await server?.stop()
await removeTemplates()
const seconds = Math.round((performance.now() - begun) / 1000)
const good = (name: string): boolean =>
  [...(found.routes.get(name)?.keys() ?? [])].some((status) => status >= 200 && status < 400)
const unreached = values.only === undefined ? routes.filter((name) => !found.routes.has(name)) : []
for (const told of found.told) console.log(told)
const { cases: asked, faults, statuses, refused, compared } = found
const report = {
  ...{ seed, cases: asked, faults, seconds, casesPerSecond: Math.round(asked / seconds) },
  ...{ statuses, refused, compared, routes: routes.length, unreached },
  answeredWell: routes.filter(good).length,
  neverWell: routes.filter((name) => !good(name)),
}
console.log(JSON.stringify(report, null, 1))
process.exitCode = faults + unreached.length === 0 ? 0 : 1
