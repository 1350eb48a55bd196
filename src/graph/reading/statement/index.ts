/**
 * Statements: what a document says, found by rules over one shared analysis, each with the exact
 * words and their place. No language model; nothing is stored and nothing is a fact yet.
 */
export { parseLexicon } from './lexicon.ts'
export { DOUBT_CODES, type Doubt, type DoubtCode, type Statement } from './model.ts'
export { readStatements, STATEMENT_KINDS } from './registry.ts'
export { type Rules, readingRules } from './rules.ts'
export { strippedOffsets } from './statement.ts'
