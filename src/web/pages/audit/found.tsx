/** What both tables of the audit share: how much there is, the way to more, and who somebody was. */
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type CommandRecordView, withQuery } from '../../api/index.ts'
import { EmptyState, Loading, ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import type { AuditSearch } from './search.ts'

interface FoundProps {
  found: UseInfiniteQueryResult<unknown>
  shown: number
  total: number
  children: ReactNode
}

export function Found({ found, shown, total, children }: FoundProps) {
  const { t } = useWords()
  if (found.isPending) return <Loading />
  if (found.error) {
    return <ProblemNotice error={found.error} retry={() => void found.refetch()} />
  }
  if (shown === 0) return <EmptyState title={t('audit.none')} why={t('audit.none.why')} />
  return (
    <>
      <p className="mute" role="status">
        {t('audit.shown', { shown, total })}
      </p>
      {children}
      {found.hasNextPage ? (
        <p>
          <button
            type="button"
            className="btn"
            disabled={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {t('audit.more')}
          </button>
        </p>
      ) : null}
    </>
  )
}

interface WhoProps {
  of: Pick<CommandRecordView, 'person' | 'organisation' | 'role'>
  search: AuditSearch
}

/** The name narrows the list to that person. */
export function Who({ of: { person, organisation, role }, search }: WhoProps) {
  const { t } = useWords()
  if (person === null) return <span className="mute">{t('audit.stranger')}</span>
  return (
    <>
      <a href={withQuery('/audit', { ...search, person: person.id })}>
        {person.name ?? t('audit.operator')}
      </a>
      <span className="mute">
        {' '}
        {[organisation?.name, role].filter((part) => part != null).join(' · ')}
      </span>
    </>
  )
}
