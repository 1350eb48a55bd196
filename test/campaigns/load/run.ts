/**
 * The load of an office as a campaign, on a PostgreSQL server of its own: `npm run campaign:load --
 * --users 200 --minutes 30 --think 5000 [--seed S]`, the pauses in milliseconds.
 */
import { parseArgs } from 'node:util'
import { servedDatabase } from '../../../tools/bench/office.ts'
import { startProduct } from '../../../tools/server.ts'
import { chanceOf } from '../chance.ts'
import { drive, growthMbPerMinute, summary } from './drive.ts'
import { findMatters } from './matters.ts'
import { signedIn } from './person.ts'

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '200' },
    minutes: { type: 'string', default: '30' },
    think: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
})
const say = (line: string): void => console.error(line)
const seed = Number(values.seed)
const minutes = Number(values.minutes)
const thinkMs = Number(values.think)
const database = await servedDatabase(say)
if (database === null) process.exit(1)
const settings = { LIANSHU_DATABASE_OWNER_URL: database.ownerUrl, LIANSHU_NOTES: 'info' }
const product = await startProduct({ databaseUrl: database.url, sample: true, settings })
try {
  const matters = await findMatters(product)
  const people = await signedIn(product, Number(values.users), chanceOf(seed))
  say(`${people.length} people have signed in`)
  const { pid } = product.process
  const plan = { forMs: minutes * 60_000, thinkMs, seed, process: pid, say }
  const tally = await drive(people, matters, plan)
  for (const fault of new Set(tally.faults.slice(0, 20))) say(fault)
  const { memory } = tally
  const told = summary(tally)
  const report = {
    ...{ seed, users: people.length, minutes, thinkMs, ...told },
    perSecond: Math.round((told.acts / (minutes * 60)) * 10) / 10,
    memoryMb: { first: memory[0]?.mb, last: memory.at(-1)?.mb },
    growthMbPerMinute: growthMbPerMinute(tally),
  }
  console.log(JSON.stringify(report, null, 1))
  process.exitCode = tally.faults.length === 0 ? 0 : 1
} finally {
  await product.stop()
  await database.stop()
}
