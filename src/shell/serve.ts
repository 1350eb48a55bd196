/** Starting and stopping the server, from the configuration to the printed address. */
import { fileURLToPath } from 'node:url'
import { Problem } from '../base/index.ts'
import { addColleagues } from './colleagues.ts'
import { addressOf, type Config } from './config.ts'
import { beginIfEmpty } from './first-account.ts'
import { createApp } from './http/app.ts'
import type { State } from './http/health.ts'
import { type Listening, listen } from './http/server.ts'
import { type Installation, openInstallation } from './installation.ts'
import { keepPack } from './keep-pack.ts'
import { faultOf, type Notes, openNotes } from './notes.ts'
import { inOwnTenant } from './operator.ts'
import { hasSample, isSampleAsked } from './sample.ts'
import { findRunningServer, newToken, removeServerFile, writeServerFile } from './server-file.ts'
import { tellSample, tellStart } from './tell-start.ts'
import { programVersion } from './version.ts'
import { startAutomaticBackups } from './worker/automatic-backup.ts'
import { startWorker } from './worker/work.ts'

/** Built pages, beside the built server: dist/public. */
const PUBLIC_DIRECTORY = fileURLToPath(new URL('../public', import.meta.url))

/**
 * Serves until the process is asked to end. The sockets are opened first, so that whoever asks
 * early is told that the server is starting; the address is printed when it is ready.
 * Problems: `server-running`, `port-taken`, and those of opening the installation.
 */
export async function serve(config: Config): Promise<void> {
  if ((await findRunningServer(config.directory)) !== null) throw new Problem('server-running')
  const notes = openNotes(config.notes)
  const state: State = {
    status: 'starting',
    durability: null,
    version: programVersion(),
    sample: false,
  }
  let installation: Installation | null = null
  let endBackups = (): void => {}
  const app = createApp({
    config,
    notes,
    publicDirectory: PUBLIC_DIRECTORY,
    installation: () => (state.status === 'ok' ? installation : null),
    state: () => state,
  })
  const listening = await listen(app, config)
  try {
    installation = await openInstallation({ config, notes, localToken: newToken() })
    const opened = installation
    await inOwnTenant(() => begin(opened, state, listening))
    endBackups = startAutomaticBackups(opened, (error) =>
      notes.error(faultOf(error), 'no backup of own accord'),
    )
  } catch (error) {
    await removeServerFile(config.directory, process.pid)
    await listening.stop()
    await installation?.close()
    throw error
  }
  stopWhenAsked({ installation, listening, state, notes, endBackups })
}

/** Brings an open installation into service, and tells where it is found. */
async function begin(
  installation: Installation,
  state: State,
  listening: Listening,
): Promise<void> {
  const { config, localToken } = installation
  const told = await beginIfEmpty(installation)
  for (const pack of installation.packs) await keepPack(installation, pack)
  await startWorker(installation)
  if (await isSampleAsked(config.directory)) {
    await addColleagues(installation)
    await tellSample(installation)
  }
  installation.sample = await hasSample(installation)
  await writeServerFile(config.directory, {
    port: listening.localPort,
    pid: process.pid,
    token: localToken,
  })
  state.durability = installation.store.durability
  state.sample = installation.sample
  state.status = 'ok'
  await tellStart(installation, { address: addressOf(config, listening.port), told })
}

interface Running {
  installation: Installation
  listening: Listening
  state: State
  notes: Notes
  endBackups: () => void
}

/** On the first signal everything ends in order; on the second at once. */
function stopWhenAsked({ installation, listening, state, notes, endBackups }: Running): void {
  let isStopping = false
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (isStopping) process.exit(1)
    isStopping = true
    state.status = 'stopping'
    notes.info({ signal }, 'stopping')
    endBackups()
    await removeServerFile(installation.config.directory, process.pid)
    await listening.stop()
    await installation.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop(signal).catch((error: unknown) => {
        notes.error(faultOf(error), 'could not stop in order')
        process.exit(1)
      })
    })
  }
}
