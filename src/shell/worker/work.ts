// What runs beside the requests: the handlers of the queue, and the sequencer of the log.
import { agreedSuite, registerKey } from '../../trust/checkpoint/index.ts'
import type { Installation } from '../installation.ts'
import { openLogKey } from '../log-key.ts'
import { inOwnTenant } from '../operator.ts'
import { workBackups } from './backup.ts'
import { workDocuments } from './document.ts'
import { workImports } from './import.ts'
import { workRebuilds } from './rebuild.ts'
import { workStatements } from './statements.ts'

/** Takes up jobs and entries of the log until the installation is closed. */
export async function startWorker(installation: Installation): Promise<void> {
  await inOwnTenant(() => startSequencer(installation))
  await workImports(installation)
  await workDocuments(installation)
  await workRebuilds(installation)
  await workStatements(installation)
  await workBackups(installation)
}

/**
 * The key of this directory signs, and the log itself says so before its first signature.
 * Problems: `log-suite-fixed`, `log-key-suite`, `log-suite-missing`.
 */
async function startSequencer(installation: Installation): Promise<void> {
  const { config, store, sequencer, now, random } = installation
  const actor = await installation.operator()
  const suite = await agreedSuite(store.read, actor.tenant, config.logSuite)
  const key = await openLogKey(config.directory, suite)
  await registerKey({ store, actor, now: now(), random, key: null, dryRun: false }, key)
  sequencer.start(key)
}
