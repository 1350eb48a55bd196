/**
 * The chain: stages with their parents and places from upstream to downstream, the supply links
 * between them, and the firms and products that hang on them, as known and as valid on two days.
 * It is not a store of its own: every tile and ribbon is drawn from standing facts.
 */
export {
  addChain,
  addLink,
  addStage,
  chainNamed,
  type Ground,
  type NewStage,
  stageNamed,
} from './commands.ts'
export { type KeptFacts, keepFacts, keptChainFacts } from './kept.ts'
export { buildMap, claimsOfMap, membersWithin, parentsOf } from './map.ts'
export {
  type ChainFacts,
  type ChainMap,
  type LabelledFigure,
  type Makers,
  type MarkWord,
  PLACES,
  type Place,
  type Position,
  type Ribbon,
  type StageTile,
  type ValueFact,
  type VerdictWord,
} from './model.ts'
export {
  type ChainReading,
  chainAlgorithms,
  chainCounts,
  type DatedChainMap,
  drawingOf,
  type Relate,
  readMap,
  readStage,
  type StageMember,
  type StageReading,
} from './read.ts'
export {
  chainsOfStage,
  readChainFacts,
  readChains,
  readThings,
  readTotals,
  readValues,
  type Totals,
} from './store.ts'
export { type Drawing, figureOfValue, placesOfFirms } from './tile.ts'
