/** What the page of a thing asks for: the thing, and where on the chains its stages stand. */
import { queryOptions, useQueries } from '@tanstack/react-query'
import { get, type StageDetail, type ThingRef, type ThingView, withQuery } from '../../api/index.ts'
import type { ThingSearch } from './search.ts'

/** A firm hangs on a few stages; what stands on many is reached from the map. */
const STAGES_MAX = 12

export const thingQuery = (id: string, { known, valid }: ThingSearch) =>
  queryOptions({
    queryKey: ['things', id, known ?? null, valid ?? null],
    queryFn: ({ signal }) => get<ThingView>(withQuery(`/things/${id}`, { known, valid }), signal),
  })

/** The stages of a thing on their chains; a stage that no chain holds is left out. */
export function useStages(thing: ThingView, { known, valid }: ThingSearch): StageDetail[] {
  return useQueries({
    queries: stagesOf(thing).map(({ id }) => ({
      queryKey: ['stages', id, 'of-thing', known ?? null, valid ?? null],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        get<StageDetail>(withQuery(`/stages/${id}`, { known, valid }), signal),
    })),
    combine: (answers) => answers.flatMap(({ data }) => (data ? [data] : [])),
  })
}

/** The stages to place: the thing itself where it is one, else those it belongs to. */
export function stagesOf(thing: Pick<ThingView, 'id' | 'kind' | 'name' | 'edges'>): ThingRef[] {
  const { id, kind, name } = thing
  if (kind === 'stage') return [{ id, kind, name }]
  return thing.edges
    .filter(({ property, direction }) => property === 'belongsToStage' && direction === 'out')
    .flatMap(({ items }) => items.map((item) => item.thing))
    .slice(0, STAGES_MAX)
}
