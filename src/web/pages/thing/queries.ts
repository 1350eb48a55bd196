/** What the page of a thing asks for: the thing, and where on the chains its stages stand. */
import { queryOptions, useQueries } from '@tanstack/react-query'
import { get, type StageDetail, type ThingView, withQuery } from '../../api/index.ts'
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
    queries: stagesOf(thing).map((id) => ({
      queryKey: ['stages', id, 'of-thing', known ?? null, valid ?? null],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        get<StageDetail>(withQuery(`/stages/${id}`, { known, valid }), signal),
    })),
    combine: (answers) => answers.flatMap(({ data }) => (data ? [data] : [])),
  })
}

/** The stages to place: those of the thing that a chain holds; it may be such a stage itself. */
export function stagesOf(thing: Pick<ThingView, 'chains'>): string[] {
  return [...new Set(thing.chains.flatMap(({ stages }) => stages))].slice(0, STAGES_MAX)
}
