/**
 * Lists on their way out: a version as its readers may have it, reviewed by the publication policy,
 * laid out as a paper with its units, its grounds and what was hidden, and written down in the log
 * when it left. It writes no file of an office program: the shell makes those from the paper.
 */
export { noteListExport, reviewList } from './commands.ts'
export { csvOf } from './csv.ts'
export { type ListPaper, type PaperCell, type PaperColumn, paperOf } from './list-paper.ts'
export {
  type HiddenLine,
  LIST_FORMATS,
  type ListFormat,
  type OutgoingList,
} from './model.ts'
