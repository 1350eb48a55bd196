/**
 * The embedded engine: PGlite in a worker thread, spoken to in PostgreSQL's wire protocol over a
 * message port, so that the client of a server serves it as well. It has one session, no fsync and
 * no lock of its own; `store.ts` locks its directory.
 */
export { copyDirectory } from './copy-directory.ts'
export { openPglite } from './open-pglite.ts'
