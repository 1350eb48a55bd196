/**
 * Reading: the bytes of a table become rows of printed text, and rows become claims through a
 * mapping that is data; the bytes of a document become text with pages and places, and what a text
 * says is found by rules over words that are data. It is pure over bytes, states no fact and stores
 * nothing: what it cannot take is held or refused with a reason.
 */
export {
  type ApplyOptions,
  applyMapping,
  compileMapping,
  faultOfCell,
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
  type Caution,
  type CautionCode,
  cautionWords,
  type DocumentInput,
  type DocumentPlace,
  type DocumentText,
  formOf,
  placeIn,
  readDocument,
} from './document/index.ts'
export { type DraftingContext, draftsOf, type ReadDraft, subjectsOf } from './drafting/index.ts'
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
export { findQuote, type QuotePlace } from './quote.ts'
export {
  DOUBT_CODES,
  type Doubt,
  parseLexicon,
  type Rules as ReadingRules,
  readingRules,
  readStatements,
  STATEMENT_KINDS,
  type Statement,
  strippedOffsets,
} from './statement/index.ts'
export {
  type GridSheet,
  lettersOf,
  readGrid,
  readTable,
  type SheetColumn,
  type SheetHead,
  type StatedHeader,
  type TableEvent,
  type TableInput,
  TextStream,
} from './table/index.ts'
export type { SheetRow } from './workbook/index.ts'
