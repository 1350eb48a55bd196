/**
 * Statements: what a document says, found by rules over one shared analysis, each with the exact
 * words and their place. No language model; nothing is stored and nothing is a fact yet.
 */
export { analyse } from './analysis.ts'
export type { Analysis, FieldValue, KindReader, Statement } from './model.ts'
export { READER_VERSION, readStatements, STATEMENT_KINDS, statementsOf } from './registry.ts'
export { strippedOffsets } from './statement.ts'
