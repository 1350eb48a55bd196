/** What the page asks, and its writes. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import {
  get,
  type OwnSessions,
  type Page,
  type RoleView,
  type SafeguardsView,
  type SignInState,
  sessionQuery,
  useSendOnce,
  type WriteOptions,
} from '../../api/index.ts'

export const sessionsQuery = queryOptions({
  queryKey: ['sign-in', 'sessions'],
  queryFn: ({ signal }) => get<OwnSessions>('/sessions', signal),
})

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: ({ signal }) => get<Page<RoleView>>('/roles', signal),
  staleTime: Number.POSITIVE_INFINITY,
})

export const safeguardsQuery = queryOptions({
  queryKey: ['sign-in', 'safeguards'],
  queryFn: ({ signal }) => get<SafeguardsView>('/safeguards', signal),
})

export const stateQuery = (person: string) =>
  queryOptions({
    queryKey: ['sign-in', 'people', person],
    queryFn: ({ signal }) => get<SignInState>(`/people/${person}/sign-in`, signal),
  })

export interface AccountWrite {
  path: string
  method?: NonNullable<WriteOptions['method']>
  body?: object
}

/** One write of this page; what it changed is read anew. */
export function useAccountWrite<Answer>(onDone: (answer: Answer) => void = () => undefined) {
  const queryClient = useQueryClient()
  const sendOnce = useSendOnce()
  return useMutation({
    mutationFn: ({ path, method, body }: AccountWrite) => sendOnce<Answer>(path, body, method),
    onSuccess: async (answer) => {
      onDone(answer)
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['sign-in'] }),
        queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      ])
    },
  })
}
