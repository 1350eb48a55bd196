/**
 * Where ribbons touch the tiles: on the edge of what stands in the column, as level with the other
 * end as the tile allows, no two on one spot. A tile with a neighbour in the next track is left, and
 * reached, through the gap between the rows, so that no ribbon seems to come out of the neighbour.
 */
import { at, curve } from './curve.ts'
import { Strip } from './free-ground.ts'
import type { Box, PlacedTile } from './pack.ts'
import type { Forest, TreeNode } from './tree.ts'

export interface PortLink {
  from: string
  to: string
  thickness: number
}

export interface ColumnSpan {
  x: number
  width: number
}

/** One end of a ribbon: where it touches its tile, and where it enters or leaves the column. */
export interface Port {
  link: number
  column: number
  side: 'left' | 'right'
  edge: Box
  /** On the edge of the tile. */
  tileX: number
  tileY: number
  /** On the edge of the column. */
  x: number
  y: number
}

const SPACING = 3
/** Width of the bend between the edge of a tile and the gap it is left through. */
const BEND = 7

export function portsOf(
  links: readonly PortLink[],
  tiles: ReadonlyMap<string, PlacedTile>,
  forest: Forest<TreeNode>,
  columns: readonly ColumnSpan[],
): [Port, Port][] {
  const tileOf = (id: string): PlacedTile => {
    const tile = tiles.get(id)
    if (!tile) throw new Error('a drawn ribbon ends at placed tiles')
    return tile
  }
  const ports = links.map(({ from, to }, link): [Port, Port] => {
    const a = tileOf(from)
    const b = tileOf(to)
    const isForward = a.column < b.column
    const isInside = a.column === b.column
    const sideA = isInside || isForward ? 'right' : 'left'
    const sideB = isInside || !isForward ? 'right' : 'left'
    return [
      portAt(link, a, tileOf(forest.rootOf(from)), sideA, b),
      portAt(link, b, tileOf(forest.rootOf(to)), sideB, a),
    ]
  })
  for (const edge of groupByEdge(ports.flat()).values()) spread(edge, links)
  const roots = [...tiles.values()].filter(({ depth }) => depth === 0)
  for (const port of ports.flat()) port.y = port.tileY
  openGates(ports.flat(), links, roots, columns)
  return ports
}

function portAt(
  link: number,
  tile: PlacedTile,
  edge: PlacedTile,
  side: 'left' | 'right',
  other: PlacedTile,
): Port {
  const inset = Math.min(8, tile.height / 3)
  const middle = (box: Box) => box.y + box.height / 2
  const level = Math.min(tile.y + tile.height - inset, Math.max(tile.y + inset, middle(other)))
  const tileX = side === 'right' ? edge.x + edge.width : edge.x
  // Half way between level and centred: ribbons neither bend needlessly nor cling to corners.
  const tileY = (level + middle(tile)) / 2
  return { link, column: edge.column, side, edge, tileX, tileY, x: tileX, y: tileY }
}

function groupByEdge(ports: readonly Port[]): Map<string, Port[]> {
  const groups = new Map<string, Port[]>()
  for (const port of ports) {
    const key = `${port.edge.x}:${port.edge.y}:${port.side}`
    groups.set(key, [...(groups.get(key) ?? []), port])
  }
  return groups
}

function spread(ports: Port[], links: readonly PortLink[]): void {
  ports.sort((a, b) => a.tileY - b.tileY || a.link - b.link)
  const between = (a: Port, b: Port) =>
    ((links[a.link]?.thickness ?? 1) + (links[b.link]?.thickness ?? 1)) / 2 + SPACING
  ports.forEach((port, index) => {
    const above = ports[index - 1]
    if (above) port.tileY = Math.max(port.tileY, above.tileY + between(above, port))
  })
  for (const [index, port] of [...ports.entries()].reverse()) {
    const below = ports[index + 1]
    const floor = below ? below.tileY - between(port, below) : port.edge.y + port.edge.height - 4
    port.tileY = Math.max(port.edge.y + 4, Math.min(port.tileY, floor))
  }
}

/** Where a neighbour stands between a tile and the edge of its column, a gap beside it is taken. */
function openGates(
  ports: readonly Port[],
  links: readonly PortLink[],
  roots: readonly PlacedTile[],
  columns: readonly ColumnSpan[],
): void {
  const strips = new Map<string, Strip>()
  for (const port of ports) {
    const span = columns[port.column]
    if (!span) continue
    const x = port.side === 'right' ? span.x + span.width : span.x
    if (Math.abs(x - port.tileX) < 1) continue
    const key = `${port.column}:${port.side}:${port.tileX}`
    const strip = strips.get(key) ?? new Strip(blocksBeyond(port, roots))
    strips.set(key, strip)
    port.x = x
    port.y = strip.takeLane(port.tileY, links[port.link]?.thickness ?? 1)
  }
}

function blocksBeyond(port: Port, roots: readonly PlacedTile[]) {
  return roots
    .filter(({ column, x, width }) => {
      if (column !== port.column) return false
      return port.side === 'right' ? x >= port.tileX : x + width <= port.tileX
    })
    .map(({ y, height }) => ({ from: y, to: y + height }))
}

/** From the edge of the tile to the edge of the column; the pen is put down here. */
export function leadOut({ tileX, tileY, x, y, side }: Port): string {
  const start = `M${at(tileX)} ${at(tileY)}`
  if (x === tileX) return start
  const bend = side === 'right' ? tileX + BEND : tileX - BEND
  return `${start}${curve(tileX, tileY, bend, y)}L${at(x)} ${at(y)}`
}

/** From the edge of the column to the edge of the tile. */
export function leadIn({ tileX, tileY, x, y, side }: Port): string {
  if (x === tileX) return ''
  const bend = side === 'right' ? tileX + BEND : tileX - BEND
  return `L${at(bend)} ${at(y)}${curve(bend, y, tileX, tileY)}`
}
