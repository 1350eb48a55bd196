/** Everything the parts of the map page draw from: the maps of both days, and what they say. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { ApiProblem, type ChainMap, mapQuery, type StageTile } from '../../api/index.ts'
import {
  type Changes,
  changesBetween,
  linesOf,
  NO_CHANGES,
  type SupplyPath,
  supplyPath,
  type TileContent,
  tileContent,
} from '../../chain/index.ts'
import { type Forest, forestOf, type LayoutStage, type RibbonLink } from '../../map/index.ts'
import { type Axis, asOf, type MapSearch } from './search.ts'

export interface MapPage {
  map: ChainMap
  axis: Axis
  search: MapSearch
  changes: Changes
  forest: Forest<StageTile>
  contents: ReadonlyMap<string, TileContent>
  layoutStages: readonly LayoutStage[]
  layoutLinks: readonly RibbonLink[]
  selected: StageTile | null
  path: SupplyPath | null
  change: (next: Partial<Record<keyof MapSearch, string | undefined>>) => void
}

export function useMapSearch() {
  const { chain } = useParams({ from: '/signed-in/chains/$chain' })
  const search = useSearch({ from: '/signed-in/chains/$chain' })
  const navigate = useNavigate({ from: '/chains/$chain' })
  const change = useCallback(
    (next: Partial<Record<keyof MapSearch, string | undefined>>) =>
      void navigate({ search: (now) => ({ ...now, ...next }) as MapSearch, replace: true }),
    [navigate],
  )
  return { chain, search, change }
}

export function useMapPage() {
  const { chain, search, change } = useMapSearch()
  const axis: Axis = search.axis ?? 'known'
  const shown = useMapOn(chain, axis, search.day)
  const former = useMapOn(chain, axis, search.than ?? search.day)
  const before = search.than === undefined ? undefined : former.map
  const { map } = shown
  const drawn = useMemo(() => (map ? readMap(map, before) : null), [map, before])
  const page = useMemo(
    () =>
      map && drawn
        ? { map, axis, search, change, ...drawn, ...selectionOf(map, drawn.forest, search.stage) }
        : null,
    [map, drawn, axis, search, change],
  )
  return { page, error: shown.error ?? former.error, retry: shown.retry }
}

/** The map of one day. Before anything was known of the chain it is a map without stages. */
function useMapOn(chain: string, axis: Axis, day: string | undefined) {
  const { known, valid } = asOf(axis, day)
  const found = useQuery(mapQuery(chain, known, valid))
  const isBefore =
    day !== undefined && found.error instanceof ApiProblem && found.error.status === 404
  const today = useQuery({ ...mapQuery(chain, undefined, undefined), enabled: isBefore })
  const latest = isBefore ? today : found
  const map = latest.data?.chain.id === chain ? latest.data : undefined
  const empty = useMemo(
    () => (map && isBefore && day !== undefined ? withoutStages(map, day) : map),
    [map, isBefore, day],
  )
  return { map: empty, error: latest.error, retry: () => void latest.refetch() }
}

function withoutStages(map: ChainMap, day: string): ChainMap {
  return {
    ...map,
    chain: { ...map.chain, headline: [] },
    known: day,
    valid: day,
    stages: [],
    links: [],
  }
}

/** Thickness of a bar or ribbon by the number of sources: one, two, three or more. */
export function thicknessOf(sources: number): number {
  return sources === 0 ? 1 : 1 + Math.min(3, sources) * 3
}

/** The same for as long as the map is: a stage that is chosen must not have all others drawn anew. */
function readMap(map: ChainMap, former: ChainMap | undefined) {
  const changes = former ? changesBetween(former, map) : NO_CHANGES
  const forest = forestOf(map.stages)
  const contents = new Map(
    map.stages.map((tile) => [
      tile.id,
      tileContent(tile, forest.childrenOf(tile.id), changes.byStage.get(tile.id), map.known),
    ]),
  )
  return {
    changes,
    forest,
    contents,
    layoutStages: map.stages.map(({ id, parent, order, position, column }): LayoutStage => {
      const content = contents.get(id)
      const lines = content ? linesOf(content) : { isTiny: true, hasBar: false, captions: 0 }
      return { id, parent, order, position, column, lines }
    }),
    layoutLinks: map.links.map(({ id, from, to, sources }) => ({
      id,
      from,
      to,
      thickness: thicknessOf(sources),
    })),
  }
}

function selectionOf(map: ChainMap, forest: Forest<StageTile>, stage: string | undefined) {
  const selected = stage === undefined ? null : (forest.byId.get(stage) ?? null)
  return { selected, path: selected ? supplyPath(selected.id, map.links, forest) : null }
}
