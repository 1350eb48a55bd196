/**
 * Proposes how a table that nobody has mapped may be read: what each column means, by its title and
 * by what stands in it, with the reason in both languages. It decides nothing: a person looks at
 * the preview and corrects a cell, and the mapping that is kept is plain data.
 */
export type { Proposal, ProposalOptions } from './build.ts'
export { type ColumnGuess, type Role, roleWords } from './column.ts'
export { type Correction, proposeMapping, SAMPLE_ROWS } from './propose.ts'
