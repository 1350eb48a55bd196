/**
 * Turns the bytes of a document (text, web page, Word, PDF) into text with pages, places and
 * cautions. It is pure over bytes, follows no link, runs no script, and knows nothing of what the
 * sentences say.
 */
export { formOf } from './kind.ts'
export {
  type Caution,
  type CautionCode,
  type DocumentPlace,
  type DocumentText,
  placeIn,
} from './model.ts'
export { type DocumentInput, readDocument } from './read.ts'
export { cautionWords } from './words.ts'
