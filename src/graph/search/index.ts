/**
 * Search over the names of things and the titles of documents, by characters, pinyin and initials.
 * Names are folded by the same tokenizer when they are stored and when they are looked for.
 * A phrase is found in texts letter for letter; it is not a search by words or by meaning.
 */
export { type FoundGroup, type FoundItem, find, findTitles } from './find.ts'
