/**
 * Reading: the bytes of a table become rows of printed text, and rows become claims through a
 * mapping that is data. It is pure over bytes, states no fact and stores nothing: what it cannot
 * take is held or refused with a reason.
 */
export {
  type ApplyOptions,
  applyMapping,
  compileMapping,
  type Lookup,
  LookupCollector,
  type Lookups,
  type ReadClaim,
  type RowReader,
  type RowReading,
  type RowReason,
} from './applying/index.ts'
export {
  type FileKind,
  KIND_WORDS as FILE_KIND_WORDS,
  openArchive,
  promisedKind,
  READ_LIMITS,
  type ReadLimits,
  SNIFF_BYTES,
  sniff,
  tableKind,
} from './container/index.ts'
export {
  type Bundle,
  fitsMapping,
  type LookupNeed,
  type Mapping,
  type MappingDraft,
  missingColumns,
  neededLookups,
  parseBundle,
  parseMapping,
  speaksOfSheet,
} from './mapping/index.ts'
export {
  type ColumnGuess,
  type Correction,
  type Proposal,
  type ProposalOptions,
  proposeMapping,
  type Role,
  roleWords,
  SAMPLE_ROWS,
} from './proposal/index.ts'
export {
  CAUTION_WORDS as PROPOSAL_CAUTION_WORDS,
  type CautionOfProposal,
  type ProposalContext,
  type ProposalPage,
  type ProposedClaim,
  proposalsOf,
} from './proposals/index.ts'
export { findQuote, type QuotePlace } from './quote.ts'
export {
  type Analysis,
  analyse,
  type KindReader,
  READER_VERSION,
  readStatements,
  STATEMENT_KINDS,
  type Statement,
  statementsOf,
  strippedOffsets,
} from './statement/index.ts'
export {
  lettersOf,
  readTable,
  type SheetColumn,
  type SheetHead,
  type StatedHeader,
  type TableEvent,
  type TableInput,
  TextStream,
} from './table/index.ts'
export type { SheetRow } from './workbook/index.ts'
