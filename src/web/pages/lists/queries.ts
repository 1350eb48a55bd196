/** What the screens of lists ask for, and how they write. */
import {
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

export const listQuery = (list: string, chain: string, { number, compare }: ListSearch) =>
  queryOptions({
    queryKey: ['lists', chain, list, number ?? null, compare ?? null],
    queryFn: ({ signal }) =>
      get<ListView>(withQuery(`/lists/${list}`, { chain, number, compare }), signal),
    enabled: chain !== '',
  })

export const versionsQuery = (list: string, chain: string) =>
  queryOptions({
    queryKey: ['lists', chain, list, 'versions'],
    queryFn: ({ signal }) =>
      get<{ items: ListVersionHead[] }>(withQuery(`/lists/${list}/versions`, { chain }), signal),
  })

export const whyQuery = (list: string, chain: string, number: number, thing: string) =>
  queryOptions({
    queryKey: ['lists', chain, list, number, 'why', thing],
    queryFn: ({ signal }) =>
      get<ListWhy>(withQuery(`/lists/${list}/why`, { chain, number, thing }), signal),
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
