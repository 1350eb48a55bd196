/**
 * Backups that know no engine: each table as lines, the blobs, and a manifest that proves them. It
 * reads tables from the catalogue and knows none of them; what the log is, it is told.
 */
export { setSequence } from './catalog.ts'
export { checkBackup, readManifest } from './check-backup.ts'
export { differences, digestTables } from './compare.ts'
export { syncFolder, syncTree, writeWhole } from './files.ts'
export { dropTables, loadRows } from './load-rows.ts'
export { blobFile, digestOf, type LogState, type Manifest, tableFile } from './manifest.ts'
export {
  beginRestore,
  endRestore,
  isDatabaseMarked,
  isFolderMarked,
  markDatabase,
  refuseUnfinished,
  unmarkDatabase,
} from './restore-state.ts'
export { type BackupFacts, type TellBackup, writeBackup } from './write-backup.ts'
