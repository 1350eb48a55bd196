/** The geometry of the chain map: pure functions from stages and links to places and courses. */
export {
  type LayoutStage,
  layoutMap,
  type MapLayout,
  type PlacedColumn,
  type Room,
} from './layout.ts'
export type { TileLines } from './metrics.ts'
export type { PlacedTile } from './pack.ts'
export type { PlacedRibbon, RibbonLink } from './ribbons.ts'
export { type Forest, forestOf } from './tree.ts'
