/**
 * The course of the ribbons. A ribbon leaves the right edge of what stands in its column and enters
 * the left edge of its goal; where a straight course would run under a tile of a column between, it
 * goes round through free ground. Ribbons are drawn below the tiles. Pure.
 */
import type { Box, PlacedTile } from './pack.ts'
import type { Forest, TreeNode } from './tree.ts'

export interface RibbonLink {
  id: string
  from: string
  to: string
  thickness: number
}

export interface PlacedRibbon {
  id: string
  from: string
  to: string
  thickness: number
  /** SVG path data. */
  path: string
  /** Against the stream, or within a column: drawn with an arrow, as its direction is not plain. */
  isTurned: boolean
}

export interface ColumnSpan {
  x: number
  width: number
}

interface End {
  link: number
  /** Root tile whose edge is used. */
  edge: Box
  side: 'left' | 'right'
  low: number
  high: number
  y: number
}

const SPACING = 3
const CLEARANCE = 5
const SAMPLES = 12

export function routeRibbons(
  links: readonly RibbonLink[],
  tiles: ReadonlyMap<string, PlacedTile>,
  forest: Forest<TreeNode>,
  columns: readonly ColumnSpan[],
): { ribbons: PlacedRibbon[]; bottom: number } {
  const drawn = links.filter(({ from, to }) => isDrawn(from, to, tiles, forest))
  const ends = portsOf(drawn, tiles, forest)
  const free = new FreeGround(
    columns,
    [...tiles.values()].filter(({ depth }) => depth === 0),
  )
  let bottom = 0
  const ribbons = drawn.map((link, index): PlacedRibbon => {
    const [a, b] = ends[index] ?? []
    if (!a || !b) throw new Error('a drawn ribbon has two ends')
    const from = tiles.get(link.from)?.column ?? 0
    const to = tiles.get(link.to)?.column ?? 0
    const isTurned = to <= from
    const course = from === to ? turn(a, b) : free.course(a, b, from, to, link.thickness)
    bottom = Math.max(bottom, course.bottom + link.thickness)
    const { id, thickness } = link
    return { id, from: link.from, to: link.to, thickness, path: course.path, isTurned }
  })
  return { ribbons, bottom }
}

/** Nesting already shows what a parent and its own children have to do with each other. */
function isDrawn(
  from: string,
  to: string,
  tiles: ReadonlyMap<string, PlacedTile>,
  forest: Forest<TreeNode>,
): boolean {
  if (from === to || !tiles.has(from) || !tiles.has(to)) return false
  return !forest.ancestorsOf(from).includes(to) && !forest.ancestorsOf(to).includes(from)
}

/** Both ends of each link: as level as the tiles allow, and no two ends on one spot. */
function portsOf(
  links: readonly RibbonLink[],
  tiles: ReadonlyMap<string, PlacedTile>,
  forest: Forest<TreeNode>,
): [End, End][] {
  const tileOf = (id: string): PlacedTile => {
    const tile = tiles.get(id)
    if (!tile) throw new Error('a drawn ribbon ends at placed tiles')
    return tile
  }
  const ends = links.map(({ from, to }, link): [End, End] => {
    const a = tileOf(from)
    const b = tileOf(to)
    const edgeA = tileOf(forest.rootOf(from))
    const edgeB = tileOf(forest.rootOf(to))
    const isForward = a.column < b.column
    const sideA = a.column === b.column || isForward ? 'right' : 'left'
    const sideB = a.column === b.column || !isForward ? 'right' : 'left'
    return [endAt(link, a, edgeA, sideA, b), endAt(link, b, edgeB, sideB, a)]
  })
  const bySide = new Map<string, End[]>()
  for (const end of ends.flat()) {
    const key = `${end.edge.x}:${end.edge.y}:${end.side}`
    bySide.set(key, [...(bySide.get(key) ?? []), end])
  }
  for (const side of bySide.values()) spread(side, links)
  return ends
}

function endAt(
  link: number,
  tile: PlacedTile,
  edge: PlacedTile,
  side: 'left' | 'right',
  other: PlacedTile,
): End {
  const inset = Math.min(8, tile.height / 3)
  const low = tile.y + inset
  const high = tile.y + tile.height - inset
  const middle = (box: Box) => box.y + box.height / 2
  // Half way between level and centred: ribbons neither bend needlessly nor cling to corners.
  const level = Math.min(high, Math.max(low, middle(other)))
  return { link, edge, side, low, high, y: (level + middle(tile)) / 2 }
}

function spread(side: End[], links: readonly RibbonLink[]): void {
  side.sort((a, b) => a.y - b.y || a.link - b.link)
  const roomOf = (a: End, b: End) =>
    ((links[a.link]?.thickness ?? 1) + (links[b.link]?.thickness ?? 1)) / 2 + SPACING
  for (let index = 1; index < side.length; index++) {
    const above = side[index - 1]
    const end = side[index]
    if (above && end) end.y = Math.max(end.y, above.y + roomOf(above, end))
  }
  for (let index = side.length - 1; index >= 0; index--) {
    const end = side[index]
    const below = side[index + 1]
    if (!end) continue
    const floor = below ? below.y - roomOf(end, below) : end.edge.y + end.edge.height - 4
    end.y = Math.max(end.edge.y + 4, Math.min(end.y, floor))
  }
}

interface Course {
  path: string
  bottom: number
}

/** A link within one column bends out into the gutter and back. */
function turn(a: End, b: End): Course {
  const x = a.edge.x + a.edge.width
  const X = b.edge.x + b.edge.width
  const out = Math.max(x, X) + 22
  const path = `M${at(x)} ${at(a.y)}C${at(out)} ${at(a.y)} ${at(out)} ${at(b.y)} ${at(X)} ${at(b.y)}`
  return { path, bottom: Math.max(a.y, b.y) }
}

/** The ground between root tiles, column by column, and the lanes already taken in it. */
class FreeGround {
  readonly #columns: readonly ColumnSpan[]
  readonly #blocks: readonly { from: number; to: number }[][]
  readonly #lanes: { y: number; thickness: number }[][]

  constructor(columns: readonly ColumnSpan[], roots: readonly PlacedTile[]) {
    this.#columns = columns
    this.#blocks = columns.map((_, column) =>
      unite(
        roots
          .filter((tile) => tile.column === column)
          .map(({ y, height }) => ({ from: y, to: y + height })),
      ),
    )
    this.#lanes = columns.map(() => [])
  }

  course(a: End, b: End, from: number, to: number, thickness: number): Course {
    const isForward = from < to
    const x = isForward ? a.edge.x + a.edge.width : a.edge.x
    const X = isForward ? b.edge.x : b.edge.x + b.edge.width
    const between = this.#columns
      .map((_, column) => column)
      .filter((column) => column > Math.min(from, to) && column < Math.max(from, to))
    const straight = curve(x, a.y, X, b.y)
    if (this.#isClear(x, a.y, X, b.y, between, thickness)) {
      return { path: `M${at(x)} ${at(a.y)}${straight}`, bottom: Math.max(a.y, b.y) }
    }
    return this.#detour(x, a.y, X, b.y, isForward ? between : between.reverse(), thickness)
  }

  #isClear(
    x: number,
    y: number,
    X: number,
    Y: number,
    between: readonly number[],
    thickness: number,
  ): boolean {
    return between.every((column) => {
      const span = this.#columns[column]
      const blocks = this.#blocks[column]
      if (!span || !blocks) return true
      for (let step = 0; step <= SAMPLES; step++) {
        const share = (span.x + (span.width * step) / SAMPLES - x) / (X - x)
        const height = y + (Y - y) * ease(share)
        const reach = thickness / 2 + CLEARANCE
        if (blocks.some(({ from, to }) => height > from - reach && height < to + reach)) {
          return false
        }
      }
      return true
    })
  }

  #detour(
    x: number,
    y: number,
    X: number,
    Y: number,
    between: readonly number[],
    thickness: number,
  ): Course {
    let path = `M${at(x)} ${at(y)}`
    let fromX = x
    let fromY = y
    let bottom = Math.max(y, Y)
    for (const column of between) {
      const span = this.#columns[column]
      if (!span) continue
      const share = (span.x + span.width / 2 - x) / (X - x)
      const lane = this.#laneIn(column, y + (Y - y) * share, thickness)
      const isForward = X > x
      const enter = isForward ? span.x - 2 : span.x + span.width + 2
      const leave = isForward ? span.x + span.width + 2 : span.x - 2
      path += `${curve(fromX, fromY, enter, lane)}L${at(leave)} ${at(lane)}`
      fromX = leave
      fromY = lane
      bottom = Math.max(bottom, lane)
    }
    return { path: path + curve(fromX, fromY, X, Y), bottom }
  }

  /** The free height nearest to the wanted one, beside the ribbons that already run there. */
  #laneIn(column: number, wanted: number, thickness: number): number {
    const reach = thickness / 2 + CLEARANCE
    const lanes = this.#lanes[column] ?? []
    const isFree = (y: number) =>
      y - thickness / 2 >= 0 &&
      !(this.#blocks[column] ?? []).some(({ from, to }) => y > from - reach && y < to + reach) &&
      !lanes.some((lane) => Math.abs(lane.y - y) < (lane.thickness + thickness) / 2 + SPACING)
    for (let away = 0; away < 20_000; away += 2) {
      const found = [wanted - away, wanted + away].find(isFree)
      if (found === undefined) continue
      lanes.push({ y: found, thickness })
      return found
    }
    return wanted
  }
}

function unite(spans: { from: number; to: number }[]): { from: number; to: number }[] {
  const united: { from: number; to: number }[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = united.at(-1)
    if (last && span.from <= last.to + 1) last.to = Math.max(last.to, span.to)
    else united.push({ ...span })
  }
  return united
}

/** Height along the S-curve below, at a share of its width: y(t) of the cubic, x taken as t. */
function ease(share: number): number {
  return share * share * (3 - 2 * share)
}

function curve(x: number, y: number, X: number, Y: number): string {
  const middle = (X - x) / 2
  return `C${at(x + middle)} ${at(y)} ${at(X - middle)} ${at(Y)} ${at(X)} ${at(Y)}`
}

/** A tenth of a pixel is enough, and keeps two runs of the layout equal. */
function at(value: number): string {
  return String(Math.round(value * 10) / 10)
}
