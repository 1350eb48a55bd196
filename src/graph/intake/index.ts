/**
 * Intake: a file and a mapping become staged claims and facts, chunk by chunk, with what became of
 * every row; one decision then makes them visible. What a text says becomes claims that are held.
 * It does not read files itself (graph/reading does, in a thread) and it decides nothing: rows that
 * a person should look at are held.
 */
export { type ChunkInput, makeChunks, type QuotedDocument } from './chunks.ts'
export { classifyRows, type Held } from './classify.ts'
export {
  IMPORT_JOB,
  type ImportInput,
  importableSource,
  mappingHash,
  publishImport,
  saveMapping,
  startImport,
  type ValidMapping,
} from './commands.ts'
export {
  type BatchRow,
  type Chunk,
  type Counts,
  type MappedRow,
  NO_COUNTS,
  OUTCOMES,
  type Outcome,
  type RowRange,
  type RowReason,
  type StoredMapping,
} from './model.ts'
export { type ImportEffects, runImport } from './run.ts'
export {
  keepStatements,
  STATEMENTS_JOB,
  type StatementsEffects,
  type StatementsInput,
  startStatements,
} from './statements.ts'
export { listMappings, listRanges, readBatch, readMapping } from './store.ts'
