/** The pairs that may be one, each compared side by side, and the decisions with their undo. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { withQuery } from '../../api/index.ts'
import { useTitle } from '../../frame/index.ts'
import { allMatchesQuery, DecisionTable, decisionsQuery } from '../../identity/index.ts'
import { EmptyState, Loading, ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import './identity.css'
import { IdentityKeys } from './identity-keys.tsx'
import { Pairs } from './pairs.tsx'

const VIEWS = ['open', 'decided'] as const

export function IdentityPage() {
  const { t, language } = useWords()
  const { view = 'open' } = useSearch({ from: '/signed-in/identity' })
  useTitle(t('identity.title'), language)
  const pages = useInfiniteQuery(allMatchesQuery).data?.pages ?? []
  const total = pages[0]?.total ?? 0
  const shown = pages.reduce((sum, { items }) => sum + items.length, 0)
  return (
    <main className="page identity">
      <header className="page-head">
        <h1>{t('identity.title')}</h1>
        <nav className="views" aria-label={t('identity.views')}>
          {VIEWS.map((each) => (
            <a
              key={each}
              className="view"
              aria-current={each === view ? 'page' : undefined}
              href={withQuery('/identity', { view: each === 'open' ? undefined : each })}
            >
              {t(`identity.view.${each}`)}
            </a>
          ))}
        </nav>
        {total > 0 ? (
          <span className="sum" role="status">
            {t(shown < total ? 'identity.sum.most' : 'identity.sum', { n: total, shown })}
          </span>
        ) : null}
        <span className="acts">
          <IdentityKeys />
        </span>
      </header>
      {view === 'open' ? <Open /> : <Decided />}
    </main>
  )
}

function Open() {
  const { t } = useWords()
  const found = useInfiniteQuery(allMatchesQuery)
  const { data, error, isPending, refetch } = found
  if (isPending) return <Loading />
  if (error) return <ProblemNotice error={error} retry={() => void refetch()} />
  const matches = data.pages.flatMap(({ items }) => items)
  const more = found.hasNextPage ? () => void found.fetchNextPage() : null
  if (matches.length > 0) return <Pairs matches={matches} more={more} />
  return (
    <EmptyState title={t('identity.empty')} why={t('identity.empty.why')}>
      <a className="btn do" href="/import">
        {t('identity.empty.act')}
      </a>
    </EmptyState>
  )
}

function Decided() {
  const { t } = useWords()
  const { data, error, isPending, refetch } = useQuery(decisionsQuery())
  if (isPending) return <Loading />
  if (error) return <ProblemNotice error={error} retry={() => void refetch()} />
  if (data.items.length > 0) return <DecisionTable decisions={data.items} />
  return (
    <EmptyState title={t('identity.decided.empty')} why={t('identity.decided.empty.why')}>
      <a className="btn do" href="/identity">
        {t('identity.decided.act')}
      </a>
    </EmptyState>
  )
}
