/**
 * The audit: what people did that left no entry in the log because it changed nothing (reads of what
 * was entrusted to the office, exports, refusals, sign-ins), and the search through these and through
 * the entries themselves. Records are only ever added. It is not the log: nobody can prove by it that
 * something was not done, and it decides nothing.
 */
export {
  ACTS,
  type Access,
  type AccessRecord,
  type ActKind,
  type AuditPage,
  type AuditQuestion,
  type CommandRecord,
} from './model.ts'
export { openRecorder, type Recorder } from './recorder.ts'
export { countAccesses, countCommands, readAccesses, readCommands } from './store.ts'
