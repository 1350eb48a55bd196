/**
 * Reads a Word document (.docx) into lines: paragraphs with their printed numbers, tables, notes,
 * pages, with tracked changes as accepted and hidden text left out. It draws nothing and follows no
 * reference out of the file.
 */
export { readDocx } from './read.ts'
