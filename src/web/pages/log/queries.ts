/** What the log's page asks for, and how it writes. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import {
  get,
  type LogCheckpoint,
  type LogKeys,
  type OrganisationView,
  type Page,
  useSendOnce,
  type Witnessing,
  type WriteOptions,
  withQuery,
} from '../../api/index.ts'

/** Entries are taken up within a second, and a page that stays open should say so. */
const LOOK_AGAIN_MS = 10_000

export const checkpointQuery = queryOptions({
  queryKey: ['log', 'checkpoint'],
  queryFn: ({ signal }) => get<LogCheckpoint>('/log/checkpoint', signal),
  refetchInterval: LOOK_AGAIN_MS,
})

export const logKeysQuery = queryOptions({
  queryKey: ['log', 'keys'],
  queryFn: ({ signal }) => get<LogKeys>('/log/keys', signal),
})

export const witnessingQuery = queryOptions({
  queryKey: ['log', 'witnesses'],
  queryFn: ({ signal }) => get<Witnessing>('/log/witnesses', signal),
})

/** Organisations that may witness, by name. */
export const organisationsQuery = queryOptions({
  queryKey: ['log', 'organisations'],
  queryFn: ({ signal }) =>
    get<Page<OrganisationView>>(withQuery('/organisations', { limit: 200 }), signal),
})

/** One write about the log; the page shows what it answers. */
export interface LogWrite {
  path: string
  method: NonNullable<WriteOptions['method']>
  body?: object
}

/** Writes, and shows what witnesses then say. */
export function useLogWrite(onDone: () => void) {
  const queries = useQueryClient()
  const sendOnce = useSendOnce()
  return useMutation({
    mutationFn: ({ path, method, body }: LogWrite) => sendOnce<Witnessing>(path, body, method),
    onSuccess: (witnessing) => {
      queries.setQueryData(witnessingQuery.queryKey, witnessing)
      void queries.invalidateQueries({ queryKey: checkpointQuery.queryKey })
      onDone()
    },
  })
}
