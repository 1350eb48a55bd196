// A process to be killed: opens the store it is told, does what it is told, and says each step.
// usage: node dist/children/killed.js TASK OPTIONS-AS-JSON
import { sql } from 'kysely'
import {
  inTenant,
  openQueue,
  openStore,
  type Store,
  type StoreOptions,
} from '../../src/store/index.ts'
import { contextOf, keyFrom, leaveEntry } from '../../src/trust/checkpoint/entries.case.ts'
import { integrate, registerKey } from '../../src/trust/checkpoint/index.ts'
import { countSteps } from './counting.ts'

const [task = '', options = '{}'] = process.argv.slice(2)
const store = await openStore(JSON.parse(options) as StoreOptions)
const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** Moves one from one account to the other, one transaction after the other, and says each commit. */
async function transferForEver(database: Store): Promise<void> {
  for (let n = 1; ; n++) {
    await database.transaction(async (tx) => {
      await sql`update account set balance = balance - 1 where id = 1`.execute(tx)
      await sql`update account set balance = balance + 1 where id = 2`.execute(tx)
    })
    say(String(n))
  }
}

/** Leaves entries and takes them into the tree, both at once, and says each entry. */
async function logForEver(database: Store): Promise<void> {
  const context = contextOf(database, 1, String(process.pid))
  const key = keyFrom(1)
  await registerKey(context, key)
  const taking = async (): Promise<void> => {
    for (;;) await integrate({ store: database, key, now: context.now }, 1)
  }
  const leaving = async (): Promise<void> => {
    for (let n = 1; ; n++) {
      await leaveEntry(context, String(n))
      say(`entry ${n}`)
    }
  }
  await Promise.all([taking(), leaving()])
}

say('open')
if (task === 'transfer') await transferForEver(store)
if (task === 'log') await inTenant(1, () => logForEver(store))
if (task === 'work') {
  const queue = await openQueue(store, { leaseMs: 1_500, beatMs: 200 })
  await queue.work('count', (run) => countSteps(store, run, () => say('step')))
}
setInterval(() => {}, 1_000)
