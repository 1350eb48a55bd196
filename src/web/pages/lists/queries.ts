/** What the screens of lists ask for, and how they write. */
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useEffect } from 'react'
import {
  type Audience,
  type ChainSummary,
  chainsQuery,
  get,
  type ListCounts,
  type ListGaps,
  type ListReview,
  type ListsAnswer,
  type ListVersionHead,
  type ListView,
  type ListWhy,
  useSendOnce,
  withQuery,
} from '../../api/index.ts'
import type { ListSearch } from './search.ts'

/** A chain that was looked at in this window, by whichever screen. */
const KEY = 'lianshu.chain'

export const listsQuery = (chain: string) =>
  queryOptions({
    queryKey: ['lists', chain],
    queryFn: ({ signal }) => get<ListsAnswer>(withQuery('/lists', { chain }), signal),
    enabled: chain !== '',
  })

/** A version with its rows page by page, as the address narrows and sorts them. */
export function listQuery(list: string, chain: string, search: ListSearch) {
  const { number, compare, q, only, sort } = search
  const version = ['lists', chain, list, number ?? null, compare ?? null]
  return infiniteQueryOptions({
    queryKey: [...version, 'rows', q ?? null, only ?? null, sort ?? null],
    queryFn: ({ signal, pageParam: cursor }) => {
      const asked = { chain, number, compare, q, only, sort, cursor }
      return get<ListView>(withQuery(`/lists/${list}`, asked), signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: chain !== '',
    // Other rows of the same version come into the table that stands; another version does not.
    placeholderData: (before, query) =>
      version.every((part, at) => query?.queryKey[at] === part) ? before : undefined,
  })
}

/** The pages read so far as one; null before the first. */
export function readSoFar(pages: readonly ListView[] | undefined): ListView | null {
  const [first, last] = [pages?.[0], pages?.at(-1)]
  if (pages === undefined || first === undefined || last === undefined) return null
  const rows = pages.flatMap((page) => page.rows)
  // Where the draft changed between two pages a row may come twice.
  return {
    ...first,
    rows: [...new Map(rows.map((row) => [row.thing, row])).values()],
    next: last.next,
  }
}

/** What all rows of a version come to; asked for when the first of them stand. */
export const countsQuery = ({ list, version, compared }: ListView, chain: string) =>
  queryOptions({
    queryKey: ['lists', chain, list.id, 'counts', version?.number ?? null, compared],
    queryFn: ({ signal }) =>
      get<ListCounts>(
        withQuery(`/lists/${list.id}/counts`, {
          chain,
          number: version?.number,
          compare: compared,
        }),
        signal,
      ),
    enabled: version !== null,
  })

export const versionsQuery = (list: string, chain: string) =>
  queryOptions({
    queryKey: ['lists', chain, list, 'versions'],
    queryFn: ({ signal }) =>
      get<{ items: ListVersionHead[] }>(withQuery(`/lists/${list}/versions`, { chain }), signal),
  })

export const whyQuery = (
  list: string,
  chain: string,
  number: number,
  thing: string,
  compare: number | null,
) =>
  queryOptions({
    queryKey: ['lists', chain, list, number, 'why', thing, compare],
    queryFn: ({ signal }) =>
      get<ListWhy>(withQuery(`/lists/${list}/why`, { chain, number, thing, compare }), signal),
  })

export const gapsQuery = (list: string, chain: string) =>
  queryOptions({
    queryKey: ['lists', chain, list, 'gaps'],
    queryFn: ({ signal }) => get<ListGaps>(withQuery(`/lists/${list}/gaps`, { chain }), signal),
  })

/** What would be hidden from these readers; asked anew each time, since facts move. */
export const reviewQuery = (path: string, chain: string, audience: Audience) =>
  queryOptions({
    queryKey: ['lists', chain, path, 'review', audience],
    queryFn: ({ signal }) =>
      get<ListReview>(withQuery(`${path}/review`, { chain, audience }), signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })

/** The chain of the address, or the last one looked at, or the first; '' while none is known. */
export function useChain(asked: string | undefined): {
  chain: string
  chains: readonly ChainSummary[]
  isPending: boolean
  error: unknown
} {
  const { data, isPending, error } = useQuery(chainsQuery)
  const chains = data?.items ?? []
  const last = sessionStorage.getItem(KEY)
  const known = chains.find(({ id }) => id === last)?.id ?? chains[0]?.id ?? ''
  const chain = asked ?? known
  useEffect(() => {
    if (chain !== '') sessionStorage.setItem(KEY, chain)
  }, [chain])
  return { chain, chains, isPending, error }
}

interface Write {
  path: string
  body: object
}

/** One write of these screens. The same write tried again carries the same key and is done once. */
export function useListWrite(onDone: () => void) {
  const queryClient = useQueryClient()
  const sendOnce = useSendOnce()
  return useMutation({
    mutationFn: ({ path, body }: Write) => sendOnce<{ number: number }>(path, body),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['lists'] })
      onDone()
    },
  })
}
