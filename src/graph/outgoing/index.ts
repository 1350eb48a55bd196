/**
 * Lists on their way out: a version as its readers may have it, reviewed by the publication policy,
 * laid out as a paper with its units, its grounds and what was hidden, and written down in the log
 * when it left. It writes no file of an office program: the shell makes those from the paper.
 */
export {
  noteListExport,
  type OutgoingKnowledge,
  type ReviewedVersion,
  reviewList,
  reviewVersion,
} from './commands.ts'
export { csvOf } from './csv.ts'
export { readGrounds } from './grounds.ts'
export {
  dayWords,
  FIGURE_COLUMN,
  grouped,
  type ListPaper,
  type PaperCell,
  type PaperColumn,
  paperOf,
  titleOf,
  UNPRINTED_COLUMNS,
} from './list-paper.ts'
export {
  type FigureGround,
  type HiddenLine,
  LIST_FORMATS,
  type ListFormat,
  type ListRequest,
  type OutgoingCell,
  type OutgoingList,
  type OutgoingRow,
  PAPER_FORMATS,
  type PaperFormat,
} from './model.ts'
export { linesIn, type Room, shareOut } from './room.ts'
