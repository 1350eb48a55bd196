/** What the review desk asks for, and its decisions. */
import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { get, type ReviewCase, type ReviewQueue, useSendOnce, withQuery } from '../../api/index.ts'
import type { ReviewSearch } from './search.ts'

export const queueQuery = ({ group, source, q }: Pick<ReviewSearch, 'group' | 'source' | 'q'>) =>
  infiniteQueryOptions({
    queryKey: ['review', 'queue', group ?? null, source ?? null, q ?? null],
    queryFn: ({ signal, pageParam }) =>
      get<ReviewQueue>(withQuery('/review', { group, source, q, cursor: pageParam }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // The lines stay in place while they are narrowed or read again.
    placeholderData: (before) => before,
  })

export const caseQuery = (claim: string | undefined) =>
  queryOptions({
    queryKey: ['review', 'case', claim ?? ''],
    queryFn: ({ signal }) => get<ReviewCase>(`/review/${claim}`, signal),
    enabled: claim !== undefined,
  })

interface Write {
  path: string
  body?: object
  /** The claim to go on to once it is done. */
  next?: string | undefined
}

/**
 * One decision of the desk. The same write tried again carries the same key and is done once. What
 * stands changes on every screen, so all that was read is read again. `onDone` is told before that:
 * whoever has moved on meanwhile is not taken elsewhere when it has been read.
 */
export function useReviewWrite<Answer>(onDone: (answer: Answer, next: string | undefined) => void) {
  const queryClient = useQueryClient()
  const sendOnce = useSendOnce()
  return useMutation({
    mutationFn: ({ path, body }: Write) => sendOnce<Answer>(path, body),
    onSuccess: async (answer, { next }) => {
      onDone(answer, next)
      await queryClient.invalidateQueries({ refetchType: 'none' })
      await queryClient.invalidateQueries({ queryKey: ['review'] })
    },
  })
}
