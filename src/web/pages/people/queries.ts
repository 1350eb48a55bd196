/** What the people page asks for, and how it writes. */
import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import {
  type DeskView,
  get,
  type OrganisationView,
  type Page,
  type PersonView,
  type RoleView,
  sessionQuery,
  useSendOnce,
  type WriteOptions,
  withQuery,
} from '../../api/index.ts'

export const peopleQuery = infiniteQueryOptions({
  queryKey: ['people', 'list'],
  queryFn: ({ signal, pageParam }) =>
    get<Page<PersonView>>(withQuery('/people', { cursor: pageParam }), signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
})

export const organisationsQuery = infiniteQueryOptions({
  queryKey: ['people', 'organisations'],
  queryFn: ({ signal, pageParam }) =>
    get<Page<OrganisationView>>(withQuery('/organisations', { cursor: pageParam }), signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
})

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: ({ signal }) => get<Page<RoleView>>('/roles', signal),
  staleTime: Number.POSITIVE_INFINITY,
})

export const deskQuery = queryOptions({
  queryKey: ['people', 'desk'],
  queryFn: ({ signal }) => get<DeskView>('/desk', signal),
})

export interface Division {
  code: string
  nameZh: string | null
  nameEn: string | null
}

/** Divisions by name or code, a handful. */
export const divisionsQuery = (q: string) =>
  queryOptions({
    queryKey: ['codes', 'division', q],
    queryFn: ({ signal }) =>
      get<Page<Division>>(withQuery('/codes/division', { q, limit: 20 }), signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: q !== '',
  })

interface Write {
  path: string
  method?: NonNullable<WriteOptions['method']>
  body?: object
}

/** One write of this page. The same write tried again carries the same key and is done once. */
export function useWrite<Answer>(onDone: (answer: Answer) => void) {
  const queryClient = useQueryClient()
  const sendOnce = useSendOnce()
  return useMutation({
    mutationFn: ({ path, method, body }: Write) => sendOnce<Answer>(path, body, method),
    onSuccess: async (answer) => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['people'] }),
        queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      ])
      onDone(answer)
    },
  })
}
