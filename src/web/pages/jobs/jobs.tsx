/** All jobs, the newest first; the list follows those that run. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { get, isOpen, type JobView, type Page, withQuery } from '../../api/index.ts'
import { useTitle } from '../../frame/index.ts'
import { EmptyState, Loading, PageKeys, ProblemNotice, useRowKeys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { JobTable } from './job-table.tsx'

const POLL_MS = 2_000

export function JobsPage() {
  const { t, language } = useWords()
  useTitle(t('jobs.title'), language)
  const found = useInfiniteQuery({
    queryKey: ['jobs'],
    queryFn: ({ signal, pageParam }) =>
      get<Page<JobView>>(withQuery('/jobs', { cursor: pageParam }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(isOpen)) ? POLL_MS : false,
  })
  const jobs = found.data?.pages.flatMap(({ items }) => items) ?? []
  useRowKeys()
  return (
    <main className="page">
      <header className="page-head">
        <h1>{t('jobs.title')}</h1>
        <span className="sum">{t('jobs.sum')}</span>
        <span className="acts">
          <PageKeys />
          <a className="btn" href="/import">
            {t('import.title')}
          </a>
        </span>
      </header>
      {found.isPending ? <Loading /> : null}
      {found.error ? (
        <ProblemNotice error={found.error} retry={() => void found.refetch()} />
      ) : null}
      {found.data && jobs.length === 0 ? (
        <EmptyState title={t('jobs.empty')} why={t('jobs.empty.why')}>
          <a className="btn do" href="/import">
            {t('sources.import')}
          </a>
        </EmptyState>
      ) : null}
      {jobs.length > 0 ? <JobTable jobs={jobs} /> : null}
      {found.hasNextPage ? (
        <p>
          <button type="button" className="btn" onClick={() => void found.fetchNextPage()}>
            {t('jobs.more')}
          </button>
        </p>
      ) : null}
    </main>
  )
}
