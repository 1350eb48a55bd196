/** What the audit page asks for. */
import { infiniteQueryOptions } from '@tanstack/react-query'
import { type AccessRecordPage, type CommandRecordPage, get, withQuery } from '../../api/index.ts'
import { type AuditSearch, filtersOf } from './search.ts'

export const recordsQuery = (search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'records', filtersOf(search)],
    queryFn: ({ signal, pageParam }) =>
      get<AccessRecordPage>(
        withQuery('/audit/records', { ...filtersOf(search), cursor: pageParam }),
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

export const entriesQuery = (search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'entries', filtersOf(search)],
    queryFn: ({ signal, pageParam }) =>
      get<CommandRecordPage>(
        withQuery('/audit/entries', { ...filtersOf(search), cursor: pageParam }),
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
