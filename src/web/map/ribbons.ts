/**
 * The course of the ribbons: from the edge of one column to the edge of another. Where a straight
 * course would run under a tile of a column between, it goes round through free ground. Ribbons are
 * drawn below the tiles. Pure.
 */
import { at, curve, heightAt } from './curve.ts'
import { Strip } from './free-ground.ts'
import type { PlacedTile } from './pack.ts'
import { type ColumnSpan, leadIn, leadOut, type Port, portsOf } from './ports.ts'
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

/** Points at which a straight course is tested against what stands in a column between. */
const SAMPLES = 12
/** How far a link within one column bends out into the gutter. */
const TURN = 22

export function routeRibbons(
  links: readonly RibbonLink[],
  tiles: ReadonlyMap<string, PlacedTile>,
  forest: Forest<TreeNode>,
  columns: readonly ColumnSpan[],
): { ribbons: PlacedRibbon[]; bottom: number } {
  const drawn = links.filter(({ from, to }) => isDrawn(from, to, tiles, forest))
  const ports = portsOf(drawn, tiles, forest, columns)
  const roots = [...tiles.values()].filter(({ depth }) => depth === 0)
  const strips = columns.map(
    (_, column) =>
      new Strip(
        roots
          .filter((tile) => tile.column === column)
          .map(({ y, height }) => ({ from: y, to: y + height })),
      ),
  )
  let bottom = 0
  const ribbons = drawn.map(({ id, from, to, thickness }, index): PlacedRibbon => {
    const [a, b] = ports[index] ?? []
    if (!a || !b) throw new Error('a drawn ribbon has two ends')
    const course = a.column === b.column ? turn(a, b) : across(a, b, thickness, columns, strips)
    bottom = Math.max(bottom, course.bottom + thickness)
    const path = `${leadOut(a)}${course.path}${leadIn(b)}`
    return { id, from, to, thickness, path, isTurned: b.column <= a.column }
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

interface Course {
  path: string
  bottom: number
}

/** A link within one column bends out into the gutter and back. */
function turn(a: Port, b: Port): Course {
  const out = Math.max(a.x, b.x) + TURN
  const path = `C${at(out)} ${at(a.y)} ${at(out)} ${at(b.y)} ${at(b.x)} ${at(b.y)}`
  return { path, bottom: Math.max(a.y, b.y) }
}

function across(
  a: Port,
  b: Port,
  thickness: number,
  columns: readonly ColumnSpan[],
  strips: readonly Strip[],
): Course {
  const [left, right] = a.column < b.column ? [a.column, b.column] : [b.column, a.column]
  const between = columns.map((_, column) => column).slice(left + 1, right)
  if (isStraightClear(a, b, thickness, between, columns, strips)) {
    return { path: curve(a.x, a.y, b.x, b.y), bottom: Math.max(a.y, b.y) }
  }
  const isForward = a.column < b.column
  let path = ''
  let [x, y] = [a.x, a.y]
  let bottom = Math.max(a.y, b.y)
  for (const column of isForward ? between : between.reverse()) {
    const span = columns[column]
    const strip = strips[column]
    if (!span || !strip) continue
    const share = (span.x + span.width / 2 - a.x) / (b.x - a.x)
    const lane = strip.takeLane(a.y + (b.y - a.y) * share, thickness)
    const ends = [span.x - 2, span.x + span.width + 2]
    const [enter = 0, leave = 0] = isForward ? ends : ends.reverse()
    path += `${curve(x, y, enter, lane)}L${at(leave)} ${at(lane)}`
    x = leave
    y = lane
    bottom = Math.max(bottom, lane)
  }
  return { path: path + curve(x, y, b.x, b.y), bottom }
}

function isStraightClear(
  a: Port,
  b: Port,
  thickness: number,
  between: readonly number[],
  columns: readonly ColumnSpan[],
  strips: readonly Strip[],
): boolean {
  return between.every((column) => {
    const span = columns[column]
    const strip = strips[column]
    if (!span || !strip) return true
    return Array.from({ length: SAMPLES + 1 }).every((_, step) => {
      const share = (span.x + (span.width * step) / SAMPLES - a.x) / (b.x - a.x)
      return strip.isClear(heightAt(a.y, b.y, share), thickness)
    })
  })
}
