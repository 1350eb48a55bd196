/** All sources one may see; each opens in the evidence reader. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { get, type Page, type SourceView, withQuery } from '../../api/index.ts'
import { useMay, useTitle } from '../../frame/index.ts'
import { EmptyState, Loading, PageKeys, ProblemNotice, useRowKeys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { SourceTable } from './source-table.tsx'

export function SourcesPage() {
  const { t, language } = useWords()
  const mayImport = useMay('import-table')
  useTitle(t('sources.title'), language)
  useRowKeys()
  const found = useInfiniteQuery({
    queryKey: ['sources', 'list'],
    queryFn: ({ signal, pageParam }) =>
      get<Page<SourceView>>(withQuery('/sources', { cursor: pageParam }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const sources = found.data?.pages.flatMap(({ items }) => items) ?? []
  const way = mayImport ? (
    <a className="btn" href="/import">
      {t('sources.import')}
    </a>
  ) : null
  return (
    <main className="page">
      <header className="page-head">
        <h1>{t('sources.title')}</h1>
        {sources.length > 0 ? (
          <span className="sum">{t('sources.sum', { n: sources.length })}</span>
        ) : null}
        <span className="acts">
          <PageKeys />
          {way}
        </span>
      </header>
      {found.isPending ? <Loading /> : null}
      {found.error ? (
        <ProblemNotice error={found.error} retry={() => void found.refetch()} />
      ) : null}
      {found.data && sources.length === 0 ? (
        <EmptyState title={t('sources.empty')} why={t('sources.empty.why')}>
          {way}
        </EmptyState>
      ) : null}
      {sources.length > 0 ? <SourceTable sources={sources} /> : null}
      {found.hasNextPage ? (
        <p>
          <button type="button" className="btn" onClick={() => void found.fetchNextPage()}>
            {t('sources.more')}
          </button>
        </p>
      ) : null}
    </main>
  )
}
