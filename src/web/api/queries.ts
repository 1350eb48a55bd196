/** Query options shared by more than one screen. A page keeps its own beside itself. */
import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
} from '@tanstack/react-query'
import { ApiProblem, get, readHealth, withQuery } from './client.ts'
import type { OwnFactors } from './sign-in-types.ts'
import type { ChainMap, ChainSummary, Me, Page, Vocabulary } from './types.ts'

/** A wrong password in a dialog is a 401 too, and no reason to leave the page. */
const SIGNED_OUT = ['unauthorised', 'stale-session']

/**
 * A refusal stays a refusal: only what may be a passing fault is tried again. `onSignedOut` is told
 * when the session has ended under a page that was open.
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: unknown) => {
    if (error instanceof ApiProblem && SIGNED_OUT.includes(error.code)) onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 2 && !(error instanceof ApiProblem && error.status < 500),
      },
    },
  })
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => get<Me>('/session', signal),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
})

/** One's own second factors. */
export const factorsQuery = queryOptions({
  queryKey: ['sign-in', 'factors'],
  queryFn: ({ signal }) => get<OwnFactors>('/factors', signal),
})

/** Whether the installation holds the sample; asked where nobody has signed in yet. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => readHealth(signal),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
})

export const chainsQuery = queryOptions({
  queryKey: ['chains'],
  queryFn: ({ signal }) => get<Page<ChainSummary>>('/chains', signal),
})

export const vocabularyQuery = queryOptions({
  queryKey: ['vocabulary'],
  queryFn: ({ signal }) => get<Vocabulary>('/vocabulary', signal),
  staleTime: Number.POSITIVE_INFINITY,
})

/** The map as known on one day about one day; a past day never changes, so it is kept. */
export const mapQuery = (chain: string, known: string | undefined, valid: string | undefined) =>
  queryOptions({
    queryKey: ['chains', chain, 'map', known ?? null, valid ?? null],
    queryFn: ({ signal }) =>
      get<ChainMap>(withQuery(`/chains/${chain}/map`, { known, valid }), signal),
    placeholderData: keepPreviousData,
  })
