/**
 * Packs the stages of one column into tracks: a leaf goes into the shortest track, a stage with
 * children spans them all and packs its children the same way. Heights depend on what a tile shows
 * and never on its width, so that a column can be tried in several widths before it is placed. Pure.
 */
import { type Metrics, type TileLines, tileHeight } from './metrics.ts'
import type { Forest, TreeNode } from './tree.ts'

export interface PackedStage extends TreeNode {
  lines: TileLines
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface PlacedTile extends Box {
  id: string
  column: number
  depth: number
  isGroup: boolean
}

/** A leaf may be drawn higher to end with its neighbour, up to this much. */
const STRETCH_MAX = 160

interface Frame {
  x: number
  y: number
  width: number
  tracks: number
  depth: number
  column: number
}

interface Packing {
  tiles: PlacedTile[]
  bottom: number
}

export function packColumn(
  ids: readonly string[],
  frame: Omit<Frame, 'depth'>,
  forest: Forest<PackedStage>,
  metrics: Metrics,
): Packing {
  return packLevel(ids, { ...frame, depth: 0 }, forest, metrics)
}

/** More tracks than this cannot make the column lower. */
export function tracksUseful(ids: readonly string[], forest: Forest<PackedStage>): number {
  const leaves = ids.filter((id) => forest.childrenOf(id).length === 0).length
  const inner = ids.map((id) =>
    tracksUseful(
      forest.childrenOf(id).map((child) => child.id),
      forest,
    ),
  )
  return Math.max(1, leaves, ...(ids.length === 0 ? [] : inner))
}

function packLevel(
  ids: readonly string[],
  frame: Frame,
  forest: Forest<PackedStage>,
  metrics: Metrics,
): Packing {
  const { tracks, x, y, depth, column } = frame
  const width = (frame.width - metrics.gapTracks * (tracks - 1)) / tracks
  const bottoms = new Array<number>(tracks).fill(y)
  const last = new Array<PlacedTile | null>(tracks).fill(null)
  const tiles: PlacedTile[] = []
  for (const id of ids) {
    const node = forest.byId.get(id)
    if (!node) continue
    const isTiny = node.lines.isTiny
    if (forest.childrenOf(id).length > 0) {
      flush(bottoms, last)
      const top = Math.max(...bottoms) + gapAfter(last, false, depth, metrics)
      const group = packGroup(node, { ...frame, y: top }, forest, metrics)
      tiles.push(...group)
      bottoms.fill(bottomOf(group[0]))
      last.fill(group[0] ?? null)
      continue
    }
    const track = bottoms.indexOf(Math.min(...bottoms))
    const above = last[track] ?? null
    const top = (bottoms[track] ?? y) + gapAfter([above], isTiny, depth, metrics)
    const height = tileHeight(node.lines, metrics)
    const left = x + track * (width + metrics.gapTracks)
    const tile = { id, column, depth, isGroup: false, x: left, y: top, width, height }
    tiles.push(tile)
    bottoms[track] = top + height
    last[track] = tile
  }
  return { tiles, bottom: Math.max(...bottoms) }
}

function packGroup(
  node: PackedStage,
  frame: Frame,
  forest: Forest<PackedStage>,
  metrics: Metrics,
): PlacedTile[] {
  const head = tileHeight({ ...node.lines, isTiny: false }, metrics) - metrics.padBottom
  const children = forest.childrenOf(node.id).map((child) => child.id)
  const inner = packLevel(
    children,
    {
      ...frame,
      x: frame.x + metrics.insetLeft,
      y: frame.y + head + metrics.childrenTop,
      width: frame.width - metrics.insetLeft - metrics.insetRight,
      tracks: Math.min(frame.tracks, Math.max(1, children.length)),
      depth: frame.depth + 1,
    },
    forest,
    metrics,
  )
  const height = inner.bottom + metrics.padBottom - frame.y
  const { x, y, width, depth, column } = frame
  return [{ id: node.id, column, depth, isGroup: true, x, y, width, height }, ...inner.tiles]
}

function gapAfter(
  above: readonly (PlacedTile | null)[],
  isTiny: boolean,
  depth: number,
  metrics: Metrics,
): number {
  if (above.every((tile) => tile === null)) return 0
  if (depth > 0) return metrics.gapChildren
  const isRun = isTiny && above.every((tile) => tile === null || tile.height <= metrics.tiny)
  return isRun ? metrics.gapChildren : metrics.gapRoots
}

/** Before a stage that spans all tracks, leaves that end a little early are drawn down to the line. */
function flush(bottoms: number[], last: readonly (PlacedTile | null)[]): void {
  const line = Math.max(...bottoms)
  last.forEach((tile, track) => {
    const short = line - (bottoms[track] ?? line)
    if (!tile || tile.isGroup || short <= 0 || short > STRETCH_MAX) return
    tile.height += short
    bottoms[track] = line
  })
}

function bottomOf(tile: PlacedTile | undefined): number {
  return tile ? tile.y + tile.height : 0
}
