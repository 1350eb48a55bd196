/** 企业: all firms by name, or those that a search finds; each opens on its own page. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FirmRow, get, type Page, withQuery } from '../../api/index.ts'
import { useMay, useTitle } from '../../frame/index.ts'
import {
  EmptyState,
  Loading,
  PageKeys,
  ProblemNotice,
  SearchField,
  useRowKeys,
} from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { FirmDirectory, FirmTable, hasMoreThanNames } from './firm-table.tsx'
import './firms.css'

/** The server returns at most this many for a search; more would be no answer. */
const FOUND_MOST = 30

export function FirmsPage() {
  const { t, language } = useWords()
  const { q = '' } = useSearch({ from: '/signed-in/firms' })
  const navigate = useNavigate()
  useTitle(t('firms.title'), language)
  useRowKeys()
  const found = useFirms(q)
  const firms = found.data?.pages.flatMap(({ items }) => items) ?? []
  const search = (value: string) =>
    void navigate({ to: '/firms', search: value.trim() === '' ? {} : { q: value }, replace: true })
  return (
    <main className="page firms">
      <header className="page-head">
        <h1>{t('firms.title')}</h1>
        <SearchField value={q} label={t('firms.find')} onChange={search} />
        {firms.length > 0 ? (
          <span className="sum" role="status">
            {q === ''
              ? t('firms.sum', { n: firms.length })
              : t(firms.length < FOUND_MOST ? 'firms.sum.found' : 'firms.sum.found.most', {
                  q,
                  n: firms.length,
                })}
          </span>
        ) : null}
        <span className="acts">
          <PageKeys field />
        </span>
      </header>
      {found.isPending ? <Loading /> : null}
      {found.error ? (
        <ProblemNotice error={found.error} retry={() => void found.refetch()} />
      ) : null}
      {found.data && firms.length === 0 ? <Nothing q={q} /> : null}
      {firms.length === 0 ? null : hasMoreThanNames(firms) ? (
        <FirmTable firms={firms} />
      ) : (
        <FirmDirectory firms={firms} />
      )}
      {found.hasNextPage ? (
        <p>
          <button type="button" className="btn" onClick={() => void found.fetchNextPage()}>
            {t('firms.more')}
          </button>
        </p>
      ) : null}
    </main>
  )
}

function useFirms(q: string) {
  return useInfiniteQuery({
    queryKey: ['firms', q],
    queryFn: ({ signal, pageParam }) =>
      get<Page<FirmRow>>(withQuery('/firms', { q, cursor: pageParam }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
}

function Nothing({ q }: { q: string }) {
  const { t } = useWords()
  const mayImport = useMay('import-table')
  if (q !== '') {
    return (
      <p>
        {t('firms.none', { q })}{' '}
        <a className="fig" href="/firms">
          {t('firms.clear')}
        </a>
      </p>
    )
  }
  return (
    <EmptyState title={t('firms.empty')} why={t('firms.empty.why')}>
      {mayImport ? (
        <a className="btn do" href="/import">
          {t('firms.empty.act')}
        </a>
      ) : null}
    </EmptyState>
  )
}
