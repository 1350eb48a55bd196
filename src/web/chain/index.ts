/** What the map of a chain says, apart from how it is drawn: pure functions of the ChainMap. */
export { type Change, type Changes, changesBetween, NO_CHANGES } from './changes.ts'
export { countSteps, isLens, LENSES, type Lens, STEPS, type Step, stepOf } from './lens.ts'
export { isArrow, nextTile, pathLevels, type SupplyPath, supplyPath } from './path.ts'
export { type MapSentences, sentencesOf } from './sentences.ts'
export {
  type Age,
  ageOf,
  type Caption,
  linesOf,
  type TileBar,
  type TileContent,
  tileContent,
} from './tile-content.ts'
