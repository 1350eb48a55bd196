// base 基: words for things that every industry and every screen needs: ids, hashes, exact decimals,
// printed quantities and dates, clean text, search terms, languages, and the closed list of problems.
// It knows nothing of chains, of databases or of the clock: everything here is a pure function of
// what it is given.
export {
  addDays,
  addMonths,
  daysBetween,
  formatDate,
  isIsoDay,
  isoDay,
  parseDate,
} from './date.ts'
export { type Decimal, decimal, decimalText, isDecimalText } from './decimal.ts'
export { foldQuery } from './fold.ts'
export { canonicalJson, type JsonValue, sha256Hex, stableCompare } from './hash.ts'
export { isUuid, randomUuid, type Uuid, uuidOf } from './id.ts'
export { plainIssue } from './issue.ts'
export {
  fillText,
  fillWords,
  isLanguage,
  LANGUAGES,
  type Language,
  type Words,
} from './language.ts'
export { parseChineseNumeral } from './numeral.ts'
export { inParts } from './parts.ts'
export { formatPeriod, isInPeriod, type Period, parsePeriod, periodsOverlap } from './period.ts'
export {
  isProblemCode,
  PROBLEMS,
  Problem,
  type ProblemCode,
  type ProblemDetails,
  problemText,
} from './problem.ts'
export type { ProblemEntry } from './problem-entry.ts'
export {
  DEFAULT_TOLERANCE,
  type Operator,
  parseQuantity,
  type Quantity,
  type QuantityOptions,
} from './quantity.ts'
export { formatQuantity, quantityWords } from './quantity-format.ts'
export { type SearchTerms, searchTerms } from './search.ts'
export {
  codePoints,
  isSuspicious,
  NORMALISER_VERSION,
  type NormalisedText,
  normaliseText,
  plainText,
  sliceCodePoints,
  unifyLineEnds,
  unifyRadicals,
} from './text.ts'
export { splitUnit, unitWords } from './unit.ts'
