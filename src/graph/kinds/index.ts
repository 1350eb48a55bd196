// kinds: the vocabulary. Which sorts of things, links, properties and codes exist, in which words
// they are spoken of, and whether a code or a statement fits them. It is data of the packs, checked
// here and only here; nothing in this module knows a single firm, and nothing reads a file: parsed
// content comes in. Whether two codes are the same thing is a matter of identity, not of kinds.
export { type CodeCheck, checkCode, reasonWords } from './code-check.ts'
export { type CodeRow, type CodeTable, codeTables, parseCodes } from './codes.ts'
export {
  checkCreditCode,
  checkOrganisationCode,
  creditCheckCharacter,
  organisationCheckCharacter,
} from './credit-code.ts'
export { OFFICE_SCHEME, schemeWithin } from './named.ts'
export {
  divisionOf,
  loadPlaces,
  type Place,
  type PlaceRelation,
  type Places,
  placeRelation,
} from './place.ts'
export type { Choice, EdgeKind, Kind, Pack, Property, Scheme } from './schema.ts'
export { checkStatement, choiceOf, type Misfit, type Statement } from './statement.ts'
export { checkStockCode, type Listing, listingOf } from './stock-code.ts'
export {
  loadVocabulary,
  parsePack,
  propertiesOf,
  schemeOf,
  type Vocabulary,
  type VocabularyView,
  viewVocabulary,
} from './vocabulary.ts'
export { KIND_WORDS, type KindReason } from './words.ts'
