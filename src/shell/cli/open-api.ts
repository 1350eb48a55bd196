// Finds the way to the routes: the running server of the directory, or this very process.
import type { Config } from '../config.ts'
import { beginIfEmpty } from '../first-account.ts'
import { createApp } from '../http/app.ts'
import { type Installation, openInstallation } from '../installation.ts'
import { openNotes } from '../notes.ts'
import { findRunningServer, newToken } from '../server-file.ts'
import { programVersion } from '../version.ts'
import { startWorker } from '../worker/work.ts'
import { type Api, apiThrough } from './api.ts'

/**
 * The interface of the running server; without one, of an installation that this process opens
 * and closes again. Problems: those of opening, `not-found` where nothing was ever begun there.
 */
export async function openApi(config: Config): Promise<Api> {
  const running = await findRunningServer(config.directory)
  if (running === null) return openHere(config)
  const { port, token } = running
  return apiThrough(fetch, {
    base: `http://127.0.0.1:${port}`,
    token,
    language: config.language,
    close: async () => {},
  })
}

async function openHere(config: Config): Promise<Api> {
  const notes = openNotes('error')
  const token = newToken()
  const installation = await openInstallation({ config, notes, localToken: token })
  await beginHere(installation)
  await startWorker(installation)
  const { durability } = installation.store
  const version = programVersion()
  const { sample } = installation
  const app = createApp({
    config,
    notes,
    publicDirectory: '',
    installation: () => installation,
    state: () => ({ status: 'ok', durability, version, sample }),
  })
  return apiThrough(async (request) => app.fetch(request), {
    base: `http://localhost:${config.port}`,
    token,
    language: config.language,
    close: () => installation.close(),
  })
}

/** A directory in which nothing was begun is begun; its first sign-in is told on standard error. */
async function beginHere(installation: Installation): Promise<void> {
  const told = await beginIfEmpty(installation)
  if (told === null) return
  const words = { zh: '首次登录', en: 'First sign-in' }[installation.config.language]
  process.stderr.write(`${words}  ${told.login}  ${told.password}\n`)
}
