/** What the collection screens ask for, and how they write. */
import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import {
  type CollectionCell,
  type CollectionCellState,
  type CollectionHead,
  type CollectionMeter,
  type CollectionPlan,
  type CollectionView,
  get,
  type ListsAnswer,
  type Page,
  send,
  useSendOnce,
  withQuery,
} from '../../api/index.ts'
import type { Share } from './search.ts'

export const roundsQuery = queryOptions({
  queryKey: ['collections'],
  queryFn: ({ signal }) =>
    get<Page<CollectionHead> & { meter: CollectionMeter }>('/collections', signal),
})

export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: ['collections', id],
    queryFn: ({ signal }) => get<CollectionView>(`/collections/${id}`, signal),
  })

export const cellsQuery = (
  id: string,
  which: { recipient?: string | undefined; state?: CollectionCellState },
) =>
  infiniteQueryOptions({
    queryKey: ['collections', id, 'cells', which.recipient ?? null, which.state ?? null],
    queryFn: ({ signal, pageParam }) =>
      get<Page<CollectionCell> & { total: number }>(
        withQuery(`/collections/${id}/cells`, { ...which, cursor: pageParam }),
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

export const departmentsQuery = queryOptions({
  queryKey: ['collections', 'departments'],
  queryFn: ({ signal }) =>
    get<Page<{ id: string; name: string }>>('/collections/departments', signal),
})

export const listsOfQuery = (chain: string) =>
  queryOptions({
    queryKey: ['lists', chain, 'drawn'],
    queryFn: ({ signal }) => get<ListsAnswer>(withQuery('/lists', { chain }), signal),
  })

/** What is asked, as the interface takes it. */
export interface PlanBody {
  chain: string
  kind: string
  properties: string[]
  region?: string
  list?: string
  departments?: Share[]
  again?: string
}

export const planQuery = (body: PlanBody) =>
  queryOptions({
    queryKey: ['collections', 'plan', body],
    queryFn: ({ signal }) => send<CollectionPlan>('/collections/plan', body, { signal }),
  })

/** A write after which every screen is asked anew. */
export function useRoundWrite<Answer>(onDone?: (answer: Answer) => void) {
  const sendOnce = useSendOnce()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: object }) => sendOnce<Answer>(path, body),
    onSuccess: async (answer) => {
      // An answer that was accepted may stand on any other page by now.
      await queryClient.invalidateQueries()
      onDone?.(answer)
    },
  })
}
