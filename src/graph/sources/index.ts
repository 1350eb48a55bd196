/**
 * Sources: the files and notes that claims stand on, with their bytes, their publisher, and the
 * text or the cells that were read of them, so that any place can be shown at once.
 * It is not a document store for its own sake: nothing is kept here that no claim can point at.
 */
export {
  bringBytes,
  bringSource,
  bringText,
  describeSource,
  type StoredFile,
  sourceId,
} from './commands.ts'
export { keepDocument, type OnStretch, READ_JOB, type ReadInput, startReading } from './keeping.ts'
export type {
  ColumnTitle,
  PartHead,
  SheetWindow,
  SourceClass,
  SourceFacts,
  SourcePart,
  SourceReading,
  SourceRow,
} from './model.ts'
export {
  insertParts,
  insertSource,
  listParts,
  listSources,
  listTexts,
  readingsOf,
  readSource,
  readStretch,
  readText,
  readWindow,
  setTextVersion,
  sourceByFileName,
  sourceOfBytes,
  supersededBy,
} from './store.ts'
export { TEXT_VERSION, textParts } from './text-parts.ts'
