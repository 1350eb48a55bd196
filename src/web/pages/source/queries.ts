import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import {
  type ClaimPage,
  type FigureAnswer,
  get,
  isOpen,
  type SourceView,
  type SourceWindow,
  withQuery,
} from '../../api/index.ts'

/** Rows of a sheet that are shown at once. */
export const WINDOW_ROWS = 60

export const sourceQuery = (source: string) =>
  queryOptions({
    queryKey: ['sources', source],
    queryFn: ({ signal }) => get<SourceView>(`/sources/${source}`, signal),
    refetchInterval: ({ state }) => {
      const reading = state.data?.reading
      return reading && isOpen(reading) ? POLL_MS : false
    },
  })

const POLL_MS = 700

/** The selected claim, also when the list does not hold it. */
export const claimQuery = (claim: string | undefined) =>
  queryOptions({
    queryKey: ['figures', `c.${claim ?? ''}`],
    queryFn: ({ signal }) => get<FigureAnswer>(`/figures/c.${claim ?? ''}`, signal),
    enabled: claim !== undefined,
  })

export interface Place {
  sheet: string | undefined
  row: number | undefined
  /** Code point in the source text. */
  start: number | undefined
  page: number | undefined
}

export const windowQuery = (source: string, place: Place) =>
  queryOptions({
    queryKey: ['sources', source, 'window', place],
    queryFn: ({ signal }) =>
      get<SourceWindow>(
        withQuery(`/sources/${source}/window`, { ...place, count: WINDOW_ROWS }),
        signal,
      ),
    placeholderData: keepPreviousData,
  })

export const claimsQuery = (source: string, place: { sheet?: string; row?: number }) =>
  infiniteQueryOptions({
    queryKey: ['sources', source, 'claims', place],
    queryFn: ({ signal, pageParam }) =>
      get<ClaimPage>(
        withQuery(`/sources/${source}/claims`, { ...place, cursor: pageParam }),
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
