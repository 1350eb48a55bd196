/**
 * The layout of the chain map as a pure function: what stands where, in which order, nested in
 * what, and how the ribbons run. The same stages, links and room give the same picture.
 *
 * It is not a drawing: nothing here knows of colours, lenses or words.
 */
import { type Column, type ColumnStage, columnsOf, liftLinks } from './columns.ts'
import { type Metrics, metricsAt, TALL_MIN, type TileLines } from './metrics.ts'
import { orderColumns } from './order.ts'
import { type PlacedTile, packColumn, tracksUseful } from './pack.ts'
import { type PlacedRibbon, type RibbonLink, routeRibbons } from './ribbons.ts'
import { type Forest, forestOf } from './tree.ts'

export interface LayoutStage extends ColumnStage {
  lines: TileLines
}

export interface Room {
  width: number
  height: number
  /** Root font over 16 px. */
  scale: number
  /** The narrowest a tile may be; words of one language are longer than those of another. */
  tileMin: number
}

export interface PlacedColumn {
  key: string
  position: Column['position']
  labels: readonly string[]
  x: number
  width: number
}

export interface MapLayout {
  width: number
  height: number
  /** How far the map breathes, TALL_MIN to 1; the style sheet uses the same number. */
  tall: number
  isDense: boolean
  columns: readonly PlacedColumn[]
  /** In reading order: a stage before what it holds. */
  tiles: readonly PlacedTile[]
  ribbons: readonly PlacedRibbon[]
}

const TRACKS_MAX = 5
const TOP = 8
const MUCH_TOO_HIGH = 1.6
/** How much wider than the least a tile is where the map is wider than its room. */
const ROOMY = 1.2

export function layoutMap(
  stages: readonly LayoutStage[],
  links: readonly RibbonLink[],
  room: Room,
): MapLayout {
  const forest = forestOf(stages)
  const columns = orderedColumns(forest, links)
  const { tracks, isDense } = chooseTracks(columns, forest, room)
  const tall = chooseTall(columns, tracks, forest, room, isDense)
  const metrics = metricsAt(room.scale, tall, isDense)
  const spans = spanColumns(tracks, room, metrics)
  const packed = columns.map((column, index) => {
    const span = spans[index] ?? { x: 0, width: room.tileMin }
    const frame = { ...span, y: TOP, tracks: tracks[index] ?? 1, column: index }
    return packColumn(column.roots, frame, forest, metrics)
  })
  const ground = Math.max(room.height, ...packed.map(({ bottom }) => bottom + TOP))
  const tiles = settle(packed, links, forest, ground)
  const byId = new Map(tiles.map((tile) => [tile.id, tile]))
  const { ribbons, bottom } = routeRibbons(links, byId, forest, spans)
  const last = spans.at(-1)
  const wide = last ? last.x + last.width + metrics.margin : 0
  return {
    width: Math.max(room.width, wide),
    height: Math.max(ground, bottom + TOP),
    tall,
    isDense,
    columns: columns.map(({ key, position, labels }, index) => ({
      key,
      position,
      labels,
      x: spans[index]?.x ?? 0,
      width: spans[index]?.width ?? 0,
    })),
    tiles,
    ribbons,
  }
}

function orderedColumns(
  forest: Forest<LayoutStage>,
  links: readonly RibbonLink[],
): readonly Column[] {
  const columns = columnsOf(forest, links)
  const ordered = orderColumns(
    columns.map(({ roots }) => roots),
    liftLinks(forest, links),
  )
  return columns.map((column, index) => ({ ...column, roots: ordered[index] ?? column.roots }))
}

/** As many tracks as it takes; where no number of tracks is enough, the same again denser. */
function chooseTracks(columns: readonly Column[], forest: Forest<LayoutStage>, room: Room) {
  const loose = metricsAt(room.scale, TALL_MIN)
  const tracks = widen(columns, forest, room, loose)
  const fits = columns.every(
    ({ roots }, index) => heightOf(roots, tracks[index] ?? 1, forest, loose) <= room.height,
  )
  if (fits) return { tracks, isDense: false }
  const dense = metricsAt(room.scale, TALL_MIN, true)
  return { tracks: widen(columns, forest, room, dense), isDense: true }
}

/**
 * The tallest column gets one more track as long as the map is higher than its room and the width
 * allows it. Scrolling one way is better than scrolling both: only a map that is much too high may
 * also grow wider than its room, and then only in the room's own proportion.
 */
function widen(
  columns: readonly Column[],
  forest: Forest<LayoutStage>,
  room: Room,
  metrics: Metrics,
): number[] {
  const tracks = columns.map(() => 1)
  const heights = columns.map(({ roots }) => heightOf(roots, 1, forest, metrics))
  const useful = columns.map(({ roots }) => Math.min(TRACKS_MAX, tracksUseful(roots, forest)))
  for (;;) {
    const tallest = heights.indexOf(Math.max(...heights))
    const height = heights[tallest] ?? 0
    const roots = columns[tallest]?.roots
    const now = tracks[tallest] ?? 1
    if (!roots || height <= room.height || now >= (useful[tallest] ?? 1)) return tracks
    const lower = heightOf(roots, now + 1, forest, metrics)
    const widthAfter = narrowest(tracks, room, metrics) + room.tileMin + metrics.gapTracks
    const isInProportion =
      height > room.height * MUCH_TOO_HIGH && widthAfter / height <= room.width / room.height
    if (widthAfter > room.width && !isInProportion) return tracks
    tracks[tallest] = now + 1
    heights[tallest] = lower
  }
}

/** The largest breath with which the map still fits its room. */
function chooseTall(
  columns: readonly Column[],
  tracks: readonly number[],
  forest: Forest<LayoutStage>,
  room: Room,
  isDense: boolean,
): number {
  const fits = (tall: number) => {
    const metrics = metricsAt(room.scale, tall, isDense)
    return columns.every(
      ({ roots }, index) => heightOf(roots, tracks[index] ?? 1, forest, metrics) <= room.height,
    )
  }
  let low = TALL_MIN
  let high = 1
  if (fits(1)) return 1
  for (let step = 0; step < 6; step++) {
    const middle = (low + high) / 2
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}

function heightOf(
  roots: readonly string[],
  tracks: number,
  forest: Forest<LayoutStage>,
  metrics: Metrics,
): number {
  const frame = { x: 0, y: TOP, width: 1000, tracks, column: 0 }
  return packColumn(roots, frame, forest, metrics).bottom + TOP
}

function narrowest(tracks: readonly number[], room: Room, metrics: Metrics): number {
  const all = tracks.reduce((sum, count) => sum + count, 0)
  return (
    metrics.margin * 2 +
    metrics.gutter * (tracks.length - 1) +
    room.tileMin * all +
    metrics.gapTracks * (all - tracks.length)
  )
}

/** Columns share the width of the room by their tracks; what is left over widens the gutters. */
function spanColumns(
  tracks: readonly number[],
  room: Room,
  metrics: Metrics,
): { x: number; width: number }[] {
  const all = tracks.reduce((sum, count) => sum + count, 0)
  const gaps = metrics.gapTracks * (all - tracks.length)
  const gutters = tracks.length - 1
  const free = room.width - metrics.margin * 2 - gaps - metrics.gutter * gutters
  const share = free / Math.max(1, all)
  // A map that must be scrolled anyway gains nothing by cutting names short.
  const track = share < room.tileMin ? room.tileMin * ROOMY : Math.min(metrics.trackMax, share)
  const left = Math.max(0, free - track * all)
  const gutter = metrics.gutter + Math.min(metrics.gutter * 3, left / Math.max(1, gutters))
  let x = metrics.margin
  return tracks.map((count) => {
    const width = track * count + metrics.gapTracks * (count - 1)
    const span = { x, width }
    x += width + gutter
    return span
  })
}

/** Lowers each column to where its ribbons come from, as far as the ground allows. */
function settle(
  packed: readonly { tiles: PlacedTile[]; bottom: number }[],
  links: readonly RibbonLink[],
  forest: Forest<LayoutStage>,
  ground: number,
): PlacedTile[] {
  const settled = new Map<string, PlacedTile>()
  const middleOf = (tile: PlacedTile) => tile.y + tile.height / 2
  packed.forEach(({ tiles, bottom }, column) => {
    const own = new Map(tiles.map((tile) => [tile.id, tile]))
    const pulls = links.flatMap(({ from, to, thickness }) => {
      const here = own.get(to) ?? own.get(from)
      const there = settled.get(own.has(to) ? from : to)
      if (!here || !there || forest.rootOf(from) === forest.rootOf(to)) return []
      return [{ by: middleOf(there) - middleOf(here), weight: thickness }]
    })
    const weight = pulls.reduce((sum, pull) => sum + pull.weight, 0)
    const wanted = pulls.reduce((sum, pull) => sum + pull.by * pull.weight, 0) / (weight || 1)
    const free = Math.max(0, ground - TOP - bottom)
    const down = column === 0 ? 0 : Math.min(free, Math.max(0, wanted))
    for (const tile of tiles) settled.set(tile.id, { ...tile, y: tile.y + down })
  })
  return [...settled.values()]
}
