/**
 * What happened: one entry for every command that changed something. This is the pending half, what
 * a command leaves behind in its own transaction; it is not yet tamper-evident, for that takes the
 * sequencer that integrates pending entries into the signed tree.
 */
export {
  composeEntry,
  type HappenedCommand,
  type PendingEntry,
  SALT_BYTES,
  saltedHash,
} from './entry.ts'
export { appendPending } from './store.ts'
