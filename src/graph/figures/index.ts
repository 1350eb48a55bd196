/**
 * Figures: whatever a screen shows, with the way to its ground. A figure leads to a span of a
 * source, or to a derivation that leads to spans; there is no third kind.
 * It is not a cache: what is computed is computed again when somebody opens it, unless it was
 * recorded as a derivation.
 */
export {
  type Algorithm,
  type Algorithms,
  type CheckResult,
  type Computed,
  checkClaim,
  keepFigure,
  type PlaceFound,
  recordDerivation,
  resolveFigure,
} from './commands.ts'
export {
  countFigure,
  figureOfClaim,
  isStale,
  type Parameters,
  type Printed,
  parseFigureId,
  periodOf,
  recomputableId,
  snapshotHash,
} from './figure.ts'
export { type ComputedFigure, keepFigures } from './keep.ts'
export type {
  ClaimStage,
  ClaimView,
  DerivationView,
  Figure,
  Ground,
  NamedThing,
  SourceHead,
} from './model.ts'
export { columnIndex, quoteOfCells } from './quote.ts'
export {
  type ClaimPlace,
  type ClaimRecord,
  claimsById,
  claimsOfSource,
  countClaims,
  seenDerivations,
} from './store.ts'
export {
  figureOfRecord,
  type Lexicon,
  locatorOf,
  nameThings,
  type Reading,
  viewClaim,
  viewClaims,
} from './view.ts'
