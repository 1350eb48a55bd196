/** What the freshness page asks for. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  type FigureDifference,
  type FreshnessOfKind,
  get,
  type Page,
  type StaleFact,
  withQuery,
} from '../../api/index.ts'
import type { FreshnessSearch } from './search.ts'

export const kindsQuery = queryOptions({
  queryKey: ['freshness', 'kinds'],
  queryFn: ({ signal }) => get<Page<FreshnessOfKind> & { day: string }>('/freshness', signal),
})

export const staleQuery = ({ owner, property }: FreshnessSearch) =>
  infiniteQueryOptions({
    queryKey: ['freshness', 'stale', owner ?? null, property ?? null],
    queryFn: ({ signal, pageParam }) =>
      get<Page<StaleFact> & { total: number }>(
        withQuery('/freshness/stale', { owner, property, cursor: pageParam }),
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

export const differencesQuery = queryOptions({
  queryKey: ['freshness', 'differences'],
  queryFn: ({ signal }) =>
    get<Page<FigureDifference> & { more: boolean }>('/freshness/differences', signal),
})
