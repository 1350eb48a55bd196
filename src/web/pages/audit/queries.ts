/** What the audit page asks for. */
import { infiniteQueryOptions } from '@tanstack/react-query'
import { type AccessRecordPage, type CommandRecordPage, get, withQuery } from '../../api/index.ts'
import { type AuditSearch, filtersOf } from './search.ts'

const auditQuery = <Answer extends { next: string | null }>(what: string, search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', what, filtersOf(search)],
    queryFn: ({ signal, pageParam }) =>
      get<Answer>(withQuery(`/audit/${what}`, { ...filtersOf(search), cursor: pageParam }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

export const recordsQuery = (search: AuditSearch) => auditQuery<AccessRecordPage>('records', search)

export const entriesQuery = (search: AuditSearch) =>
  auditQuery<CommandRecordPage>('entries', search)
