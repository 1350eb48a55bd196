/**
 * Turns the bytes of a document (text, web page, Word, PDF) into text with pages, places and
 * cautions. It is pure over bytes, follows no link, runs no script, and knows nothing of what the
 * sentences say.
 */
export { documentKind, formOf } from './kind.ts'
export type { Caution, CautionCode, DocumentKind, DocumentPage, DocumentText } from './model.ts'
export { PAGES_MAX } from './pdf.ts'
export { readDocument } from './read.ts'
export { cautionWords } from './words.ts'
