/** The supply path of a stage, both ways, and the way from tile to tile by arrow keys. Pure. */
import type { Forest, MapLayout, PlacedTile } from '../map/index.ts'

export interface PathLink {
  id: string
  from: string
  to: string
}

export interface SupplyPath {
  stages: ReadonlySet<string>
  links: ReadonlySet<string>
}

/**
 * Everything upstream and downstream of a stage. What holds a stage of the path carries the flow
 * on, and so does what is inside it; the neighbours inside a holder do not.
 */
export function supplyPath(
  id: string,
  links: readonly PathLink[],
  forest: Pick<Forest<never>, 'ancestorsOf' | 'insideOf'>,
): SupplyPath {
  const down = walk(id, links, forest, 'from', 'to')
  const up = walk(id, links, forest, 'to', 'from')
  return {
    stages: new Set([...down.stages, ...up.stages]),
    links: new Set([...down.links, ...up.links]),
  }
}

function walk(
  id: string,
  links: readonly PathLink[],
  forest: Pick<Forest<never>, 'ancestorsOf' | 'insideOf'>,
  near: 'from' | 'to',
  far: 'from' | 'to',
): SupplyPath {
  const stages = new Set<string>()
  const passed = new Set<string>()
  const queue: string[] = []
  const reach = (stage: string) => {
    for (const each of [stage, ...forest.ancestorsOf(stage), ...forest.insideOf(stage)]) {
      if (!stages.has(each)) queue.push(each)
      stages.add(each)
    }
  }
  stages.add(id)
  queue.push(id)
  for (const each of forest.insideOf(id)) {
    stages.add(each)
    queue.push(each)
  }
  const byEnd = new Map<string, PathLink[]>()
  for (const link of links) byEnd.set(link[near], [...(byEnd.get(link[near]) ?? []), link])
  for (let stage = queue.pop(); stage !== undefined; stage = queue.pop()) {
    for (const link of byEnd.get(stage) ?? []) {
      passed.add(link.id)
      reach(link[far])
    }
  }
  return { stages, links: passed }
}

/** The stages of a path by their distance from one stage: negative upstream, 0 itself. */
export function pathLevels(
  id: string,
  links: readonly PathLink[],
  forest: Pick<Forest<never>, 'insideOf'>,
): { distance: number; stages: readonly string[] }[] {
  const up = levels(id, links, forest, 'to', 'from')
  const down = levels(id, links, forest, 'from', 'to')
  return [
    ...up.map((stages, index) => ({ distance: -index - 1, stages })).reverse(),
    { distance: 0, stages: [id] },
    ...down.map((stages, index) => ({ distance: index + 1, stages })),
  ]
}

function levels(
  id: string,
  links: readonly PathLink[],
  forest: Pick<Forest<never>, 'insideOf'>,
  near: 'from' | 'to',
  far: 'from' | 'to',
): string[][] {
  const seen = new Set([id, ...forest.insideOf(id)])
  const found: string[][] = []
  let front = [...seen]
  for (;;) {
    const here = new Set(front)
    const reached = links.filter((link) => here.has(link[near])).map((link) => link[far])
    const next = [...new Set(reached)].filter((stage) => !seen.has(stage))
    if (next.length === 0) return found
    found.push(next)
    front = next.flatMap((stage) => [stage, ...forest.insideOf(stage)])
    for (const stage of front) seen.add(stage)
  }
}

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

export function isArrow(key: string): key is Arrow {
  return ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].includes(key)
}

/** Left and right along the ribbons, or to the nearest tile beside; up and down in the column. */
export function nextTile(
  id: string,
  key: Arrow,
  layout: Pick<MapLayout, 'tiles'>,
  links: readonly PathLink[],
): string | null {
  const here = layout.tiles.find((tile) => tile.id === id)
  if (!here) return layout.tiles[0]?.id ?? null
  const others = layout.tiles.filter((tile) => tile.id !== id)
  if (key === 'ArrowUp' || key === 'ArrowDown') return vertical(here, others, key)
  const isRight = key === 'ArrowRight'
  const linked = links.flatMap(({ from, to }) =>
    isRight ? (from === id ? [to] : []) : to === id ? [from] : [],
  )
  const along = others.filter((tile) => linked.includes(tile.id))
  return nearest(here, along) ?? nearest(here, beside(here, others, isRight))
}

/** First what shares the column on that side (a second track), then the next column. */
function beside(
  here: PlacedTile,
  others: readonly PlacedTile[],
  isRight: boolean,
): readonly PlacedTile[] {
  const isBeyond = (tile: PlacedTile) =>
    isRight ? tile.x >= here.x + here.width : tile.x + tile.width <= here.x
  const beyond = others.filter(isBeyond)
  const sameColumn = beyond.filter(
    (tile) =>
      tile.column === here.column && tile.y < here.y + here.height && here.y < tile.y + tile.height,
  )
  if (sameColumn.length > 0) return sameColumn
  const columns = beyond.map(({ column }) => column).filter((column) => column !== here.column)
  const next = isRight ? Math.min(...columns) : Math.max(...columns)
  return beyond.filter(({ column }) => column === next)
}

function vertical(
  here: PlacedTile,
  others: readonly PlacedTile[],
  key: 'ArrowUp' | 'ArrowDown',
): string | null {
  const isDown = key === 'ArrowDown'
  const rank = (tile: PlacedTile) => tile.y + tile.depth / 100
  const column = others.filter((tile) => tile.column === here.column)
  const overlapping = column.filter(
    (tile) => tile.x < here.x + here.width && here.x < tile.x + tile.width,
  )
  const beyond = overlapping.filter((tile) =>
    isDown ? rank(tile) > rank(here) : rank(tile) < rank(here),
  )
  beyond.sort((a, b) => (isDown ? rank(a) - rank(b) : rank(b) - rank(a)))
  return beyond[0]?.id ?? null
}

function nearest(here: PlacedTile, tiles: readonly PlacedTile[]): string | null {
  const middle = (tile: PlacedTile) => tile.y + tile.height / 2
  const away = (tile: PlacedTile) => Math.abs(middle(tile) - middle(here)) - tile.depth / 100
  const sorted = [...tiles].sort((a, b) => away(a) - away(b))
  return sorted[0]?.id ?? null
}
