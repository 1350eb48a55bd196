/**
 * A mapping: how the rows of a table become claims, as data that can be read, kept and sent. It is
 * checked here and only here. It holds no code: a closed set of steps, demands and templates, and
 * patterns that cannot run away.
 */
export {
  fitsMapping,
  isFileLookup,
  type LookupNeed,
  missingColumns,
  neededLookups,
  speaksOfSheet,
  titleKey,
} from './fit.ts'
export {
  BUILT_IN_NAMES,
  isNumber,
  isSplit,
  parseBundle,
  parseMapping,
  placesOf,
  refuse,
  stepKey,
} from './parse.ts'
export { compilePattern, MATCHED_CHARACTERS } from './pattern.ts'
export type {
  Bundle,
  Mapping,
  MappingCheck,
  MappingClaim,
  MappingColumn,
  MappingCondition,
  MappingDraft,
  MappingField,
  MappingStep,
  Verdict,
} from './schema.ts'
