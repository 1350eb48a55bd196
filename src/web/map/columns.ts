/**
 * Which column a stage stands in: upstream, midstream, downstream, and within each by the group the
 * office named, or, where it named none, by the supply links. Groups without a link between them
 * share a column, because a column of its own would say that one comes after the other. Pure.
 */
import type { Position } from '../api/index.ts'
import type { Forest, TreeNode } from './tree.ts'

export interface ColumnStage extends TreeNode {
  position: Position | null
  column: string | null
}

export interface StageLink {
  id: string
  from: string
  to: string
}

export interface Column {
  key: string
  position: Position | null
  labels: readonly string[]
  roots: readonly string[]
}

const POSITIONS: readonly (Position | null)[] = ['upstream', 'midstream', 'downstream', null]
/** Deeper layers of unnamed groups share the last column: the map stays a map, not a strip. */
const LAYERS_MAX = 6

export function columnsOf(
  forest: Forest<ColumnStage>,
  links: readonly StageLink[],
): readonly Column[] {
  const lifted = liftLinks(forest, links)
  return POSITIONS.flatMap((position) => {
    const roots = forest.roots.filter((root) => root.position === position)
    if (roots.length === 0) return []
    const groups = roots.some(({ column }) => column !== null)
      ? mergeUnlinked(inFlow(namedGroups(roots), lifted, position), lifted)
      : layeredGroups(roots, lifted)
    return groups.map(
      ({ labels, roots: ids }, index): Column => ({
        key: `${position ?? 'none'}-${index}`,
        position,
        labels,
        roots: ids,
      }),
    )
  })
}

/** Links between the roots that hold their ends; links inside one root are left out. */
export function liftLinks(
  forest: Forest<ColumnStage>,
  links: readonly StageLink[],
): readonly { from: string; to: string }[] {
  return links
    .filter(({ from, to }) => forest.byId.has(from) && forest.byId.has(to))
    .map(({ from, to }) => ({ from: forest.rootOf(from), to: forest.rootOf(to) }))
    .filter(({ from, to }) => from !== to)
}

interface Group {
  labels: string[]
  roots: string[]
}

function namedGroups(roots: readonly ColumnStage[]): Group[] {
  const groups = new Map<string, Group>()
  for (const { id, column } of roots) {
    const label = column ?? ''
    const group = groups.get(label) ?? { labels: label === '' ? [] : [label], roots: [] }
    group.roots.push(id)
    groups.set(label, group)
  }
  return [...groups.values()]
}

/** Groups in the order of their links; where no link says otherwise, as the office gave them. */
function inFlow(
  groups: readonly Group[],
  links: readonly { from: string; to: string }[],
  position: Position | null,
): readonly Group[] {
  const keyOf = new Map(groups.flatMap(({ roots }, index) => roots.map((id) => [id, `${index}`])))
  const between = links.flatMap(({ from, to }) => {
    const [a, b] = [keyOf.get(from), keyOf.get(to)]
    return a !== undefined && b !== undefined && a !== b ? [{ from: a, to: b }] : []
  })
  const keys = groups.map((_, index) => `${index}`)
  const layerOf = layersAt(position, keys, between)
  return groups
    .map((group, index) => ({ group, layer: layerOf.get(`${index}`) ?? 0 }))
    .sort((a, b) => a.layer - b.layer)
    .map(({ group }) => group)
}

/** Neighbouring groups are joined as long as no link runs between their stages. */
function mergeUnlinked(
  groups: readonly Group[],
  links: readonly { from: string; to: string }[],
): Group[] {
  const merged: Group[] = []
  for (const group of groups) {
    const last = merged.at(-1)
    if (last && !isLinked(last, group, links)) {
      last.labels.push(...group.labels)
      last.roots.push(...group.roots)
    } else {
      merged.push({ labels: [...group.labels], roots: [...group.roots] })
    }
  }
  return merged
}

function isLinked(a: Group, b: Group, links: readonly { from: string; to: string }[]): boolean {
  return links.some(
    ({ from, to }) =>
      (a.roots.includes(from) && b.roots.includes(to)) ||
      (b.roots.includes(from) && a.roots.includes(to)),
  )
}

function layeredGroups(
  roots: readonly ColumnStage[],
  links: readonly { from: string; to: string }[],
): Group[] {
  const ids = roots.map(({ id }) => id)
  const layerOf = layersAt(roots[0]?.position ?? null, ids, links)
  const groups = new Map<number, Group>()
  for (const { id } of roots) {
    const layer = Math.min(layerOf.get(id) ?? 0, LAYERS_MAX - 1)
    const group = groups.get(layer) ?? { labels: [], roots: [] }
    group.roots.push(id)
    groups.set(layer, group)
  }
  return [...groups.entries()].sort(([a], [b]) => a - b).map(([, group]) => group)
}

/** What is upstream stands as near as it can to what it feeds; the rest as near to its source. */
function layersAt(
  position: Position | null,
  ids: readonly string[],
  links: readonly { from: string; to: string }[],
): ReadonlyMap<string, number> {
  return position === 'upstream' ? mirrored(layers(ids, links.map(reverse))) : layers(ids, links)
}

function reverse({ from, to }: { from: string; to: string }): { from: string; to: string } {
  return { from: to, to: from }
}

function mirrored(layerOf: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const deepest = Math.min(LAYERS_MAX - 1, Math.max(0, ...layerOf.values()))
  return new Map([...layerOf].map(([id, layer]) => [id, Math.max(0, deepest - layer)]))
}

/** Longest path from a source; a link that would close a circle is not followed. */
function layers(
  ids: readonly string[],
  links: readonly { from: string; to: string }[],
): ReadonlyMap<string, number> {
  const own = new Set(ids)
  const sources = new Map<string, string[]>()
  for (const { from, to } of links) {
    if (own.has(from) && own.has(to)) sources.set(to, [...(sources.get(to) ?? []), from])
  }
  const layerOf = new Map<string, number>()
  const open = new Set<string>()
  const visit = (id: string): number => {
    const known = layerOf.get(id)
    if (known !== undefined) return known
    if (open.has(id)) return -1
    open.add(id)
    const layer = Math.max(0, ...(sources.get(id) ?? []).map((from) => visit(from) + 1))
    open.delete(id)
    layerOf.set(id, layer)
    return layer
  }
  for (const id of ids) visit(id)
  return layerOf
}
