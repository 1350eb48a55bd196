import type { Database } from '../../store/index.ts'
import type { PendingEntry } from './entry.ts'

interface PendingTable {
  tenant: number
  id: string
  command: string
  actor: string
  at: string
  body: string
  salt: Uint8Array
  batch_root: string | null
}

/**
 * Leaves the entry beside the rows it speaks of: both are committed, or neither. Its sequence is
 * that of insertion; two transactions may commit the other way round.
 */
export async function appendPending(tx: Database, entry: PendingEntry): Promise<void> {
  await tx
    .withTables<{ log_pending: PendingTable }>()
    .insertInto('log_pending')
    .values({
      tenant: entry.tenant,
      id: entry.id,
      command: entry.command,
      actor: entry.actor,
      at: entry.at,
      body: entry.body,
      salt: entry.salt,
      batch_root: entry.batchRoot,
    })
    .execute()
}
