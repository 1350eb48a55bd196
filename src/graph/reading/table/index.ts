/**
 * Turns the bytes of a workbook or a text table into heads and rows of printed text, streaming:
 * encodings, delimiters, titles above the header, several header rows. It is pure over bytes and
 * knows nothing of what the columns mean.
 */
export { type Delimiter, detectDelimiter, readRecords } from './delimited.ts'
export { type Encoding, TextStream } from './encoding.ts'
export { type GridSheet, readGrid } from './grid.ts'
export {
  detectHead,
  type HeadOptions,
  lettersOf,
  type SheetColumn,
  type SheetHead,
  type StatedHeader,
} from './head.ts'
export { isNoteRow, isTotalRow, isUnitCell, isValueLike } from './kinds-of-cell.ts'
export { readTable, type TableEvent, type TableInput } from './table.ts'
