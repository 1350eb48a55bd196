/** What the first screen asks for; while a job runs, it asks again. */
import { queryOptions } from '@tanstack/react-query'
import { get, isOpen, type Overview } from '../../api/index.ts'

const POLL_MS = 3_000

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => get<Overview>('/overview', signal),
  refetchInterval: ({ state }) => (state.data?.jobs.some(isOpen) ? POLL_MS : false),
})
