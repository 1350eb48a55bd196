/**
 * Search over the names of things and the titles of sources, by characters, pinyin and initials.
 * Names are folded by the same tokenizer when they are stored and when they are looked for.
 * It is not a full-text search of documents.
 */
export { type FoundGroup, type FoundItem, find } from './find.ts'
