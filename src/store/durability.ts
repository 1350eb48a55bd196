import { sql } from 'kysely'
import type { Engine } from './open-parts.ts'
import type { Database } from './tables.ts'

/**
 * D0: a killed process loses nothing, but the database alone does not survive a power cut. D1: it
 * does. D2: beyond that its log goes to an archive or a standby, so that it survives the disk.
 */
export type Durability = 'D0' | 'D1' | 'D2'

/** What a server says of how it keeps what was confirmed. */
export interface ServerSettings {
  readonly fsync: string
  readonly fullPageWrites: string
  readonly synchronousCommit: string
  readonly archiveMode: string
  readonly archiveCommand: string
  readonly archiveLibrary: string
  /** Files of its log that went to the archive; the last attempt failed when `failing`. */
  readonly archived: number
  readonly failing: boolean
  /** Standbys that receive its log at this moment. */
  readonly standbys: number
}

/**
 * The level that the settings bear out: a server that does not sync is no better than a file, and an
 * archive counts only once something has arrived there and the last attempt did not fail.
 */
export function judgeDurability(server: ServerSettings): Durability {
  const syncs = server.fsync === 'on' && server.fullPageWrites === 'on'
  if (!syncs || server.synchronousCommit === 'off') return 'D0'
  const isArchiving = server.archiveMode === 'on' || server.archiveMode === 'always'
  const hasPlace = server.archiveCommand !== '' || server.archiveLibrary !== ''
  const arrives = server.archived > 0 && !server.failing
  return (isArchiving && hasPlace && arrives) || server.standbys > 0 ? 'D2' : 'D1'
}

/** PGlite never syncs (docs/decisions/0025); a server is asked. */
export async function readDurability(db: Database, engine: Engine): Promise<Durability> {
  return engine === 'pglite' ? 'D0' : judgeDurability(await serverSettings(db))
}

/**
 * As an ordinary account sees them: `archive_command` is hidden from it, so that a server which says
 * only that it archives is believed by what has arrived.
 */
async function serverSettings(db: Database): Promise<ServerSettings> {
  const { rows } = await sql<ServerSettings>`
    select current_setting('fsync') as "fsync",
      current_setting('full_page_writes') as "fullPageWrites",
      current_setting('synchronous_commit') as "synchronousCommit",
      current_setting('archive_mode') as "archiveMode",
      coalesce((select setting from pg_settings where name = 'archive_command'), 'hidden')
        as "archiveCommand",
      coalesce((select setting from pg_settings where name = 'archive_library'), '')
        as "archiveLibrary",
      a.archived_count::int4 as archived,
      coalesce(a.last_failed_time > a.last_archived_time, a.last_failed_time is not null) as failing,
      (select count(*)::int4 from pg_stat_replication where coalesce(state, 'streaming') = 'streaming')
        as standbys
    from pg_stat_archiver a`.execute(db)
  const [found] = rows
  if (found === undefined) throw new Error('the server says nothing of its settings')
  return found
}
