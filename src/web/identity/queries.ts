/** What identity asks for, and its writes. */
import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import {
  type DeskView,
  get,
  type IdentityDecided,
  type IdentityDecision,
  type IdentityMatch,
  type Page,
  useSendOnce,
  withQuery,
} from '../api/index.ts'

type MatchPage = Page<IdentityMatch> & { total: number }

/** All pairs that may be one, page by page, the likeliest first. */
export const allMatchesQuery = infiniteQueryOptions({
  queryKey: ['identity', 'matches', 'all'],
  queryFn: ({ signal, pageParam }) =>
    get<MatchPage>(withQuery('/identity/matches', { cursor: pageParam }), signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
})

/** Pairs that may be one of which a thing is one side. */
export const matchesQuery = (thing: string) =>
  queryOptions({
    queryKey: ['identity', 'matches', thing],
    queryFn: ({ signal }) => get<MatchPage>(withQuery('/identity/matches', { thing }), signal),
  })

/** Decisions over names, those that wait first; of one thing where it is given. */
export const decisionsQuery = (thing?: string) =>
  queryOptions({
    queryKey: ['identity', 'decisions', thing ?? null],
    queryFn: ({ signal }) =>
      get<{ items: IdentityDecision[] }>(withQuery('/identity/decisions', { thing }), signal),
  })

export const deskQuery = queryOptions({
  queryKey: ['desk'],
  queryFn: ({ signal }) => get<DeskView>('/desk', signal),
})

interface Write {
  path: string
  body: object
}

/**
 * One write of identity. The same write tried again carries the same key and is done once. Names
 * stand on every screen, so all that was read is read again; what no screen shows is forgotten, or
 * the address of a thing that is its own again would still lead to the other from memory.
 */
export function useIdentityWrite(onDone: (decided: IdentityDecided) => void) {
  const queryClient = useQueryClient()
  const sendOnce = useSendOnce()
  return useMutation({
    mutationFn: ({ path, body }: Write) => sendOnce<IdentityDecided>(path, body),
    onSuccess: async (decided) => {
      onDone(decided)
      queryClient.removeQueries({ type: 'inactive' })
      await queryClient.invalidateQueries()
    },
  })
}
