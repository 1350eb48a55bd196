// What runs beside the requests: the handlers of the queue.
import type { Installation } from '../installation.ts'
import { workDocuments } from './document.ts'
import { workImports } from './import.ts'
import { workRebuilds } from './rebuild.ts'
import { workStatements } from './statements.ts'

/** Takes up jobs until the queue stops. */
export async function startWorker(installation: Installation): Promise<void> {
  await workImports(installation)
  await workDocuments(installation)
  await workRebuilds(installation)
  await workStatements(installation)
}
