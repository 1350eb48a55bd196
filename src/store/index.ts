/**
 * The store: one port over two engines (PGlite in a worker thread, or PostgreSQL), with
 * migrations, bulk insertion, content-addressed blobs, the job queue and reading threads.
 * It is not a model: it knows no table to its right, and no rule of the domain.
 */
export type { JsonValue } from '../base/index.ts'
export {
  type BackupFacts,
  checkBackup,
  digestOf,
  type LogState,
  type Manifest,
  readManifest,
  type TellBackup,
  writeBackup,
} from './backup/index.ts'
export { type Blobs, openBlobs, type StoredBlob } from './blobs.ts'
export { keepEncodedRows } from './copy-text.ts'
export type { Durability } from './durability.ts'
export { inTenant, outsideTenants, prepared } from './engine/index.ts'
export { type DatabaseFacts, type EmbeddedFiles, lookAtEmbedded, peek } from './facts.ts'
export {
  type Column,
  type ColumnType,
  encodeRows,
  INSERT_ROWS_MAX,
  type Inserted,
  type InsertOptions,
  insertEncodedRows,
  insertRows,
  isKeyTaken,
} from './insert-rows.ts'
export type { Engine } from './open-parts.ts'
export type { Wall } from './prepare.ts'
export {
  cancelJob,
  type Handler,
  type JobBacklog,
  type JobEnded,
  type JobFilter,
  type JobPage,
  type JobRequest,
  type JobRun,
  type JobView,
  labelJobs,
  listJobs,
  openQueue,
  type Progress,
  type Queue,
  type QueueOptions,
  readBacklog,
  readJob,
} from './queue/index.ts'
export {
  type Restored,
  type RestoreEffects,
  type RestoreStage,
  restoreStore,
} from './restore-store.ts'
export {
  openStore,
  type Store,
  type StoreOptions,
  type TransactionOptions,
} from './store.ts'
export type {
  Database,
  Int8,
  JobProblem,
  JobState,
  JobTable,
  Json,
  MigrationTable,
  StoreTables,
  TenantTable,
} from './tables.ts'
export { holdTenantLock, tryTenantLock } from './tenant-lock.ts'
export { tenantIds } from './tenants.ts'
export { runThread, type ThreadOptions, threadEntry, threadPort } from './threads/index.ts'
