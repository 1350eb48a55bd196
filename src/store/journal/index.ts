/**
 * What guards the embedded engine against a power cut: every transaction's rows, put on the disk before
 * anybody is told that it went through, and the way back from the newest backup and these. It knows
 * no table; PostgreSQL needs none of it.
 */
export { type Disk, folderDisk, type GrowingFile } from './disk.ts'
export { Journal, readJournal } from './journal.ts'
export { keeperOf } from './keeper.ts'
export { decodeChanges, passSequences, replayChanges } from './replay.ts'
export { installTriggers, isCommitted } from './triggers.ts'
export { isTrusted, leaveWord, readWord, thisBoot } from './trust.ts'
