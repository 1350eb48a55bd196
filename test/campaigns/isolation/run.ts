/**
 * The matrix of isolation as a campaign: `npm run campaign:isolation [-- CELLS [SEED]]`. On PostgreSQL
 * behind the wall where the machine has one, on the embedded engine with `ENGINE=pglite`.
 */

import { openApp } from '../../../src/shell/http/open-app.case.ts'
import { startPostgres } from '../../../tools/postgres.ts'
import { makeTemplates } from '../../templates.ts'
import { runMatrix } from './matrix.ts'
import { makeWorld } from './world.ts'

const CELLS = 20_000

const [cells = CELLS, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number)
const removeTemplates = await makeTemplates()
const server = process.env.ENGINE === 'pglite' ? null : await startPostgres()
const isServed = server !== null && !('skipped' in server)
if (isServed) process.env.LIANSHU_TEST_POSTGRES = server.url
const { freshDatabase, makeTemplateDatabase } = await import('../../database.ts')
if (isServed) await makeTemplateDatabase(server.url)
const open = await openApp(isServed ? { DATABASE_URL: (await freshDatabase()).url } : {})
const begun = performance.now()
const matrix = await runMatrix(await makeWorld(open), { seed, cells })
const seconds = Math.round((performance.now() - begun) / 1000)
console.log(JSON.stringify({ ...matrix, seconds }, null, 1))
await open.close()
if (isServed) await server.stop()
await removeTemplates()
process.exitCode = matrix.leaks + matrix.misfits === 0 ? 0 : 1
