/** The pairs that may be one, each compared side by side, and the decisions with their undo. */
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { withQuery } from '../../api/index.ts'
import { useTitle } from '../../frame/index.ts'
import { DecisionTable, decisionsQuery, matchesQuery } from '../../identity/index.ts'
import { EmptyState, Loading, ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import './identity.css'
import { IdentityKeys } from './identity-keys.tsx'
import { Pairs } from './pairs.tsx'

const VIEWS = ['open', 'decided'] as const

/** The server lists so many pairs; the next ones come up as these are decided. */
const MATCHES_MOST = 100

export function IdentityPage() {
  const { t, language } = useWords()
  const { view = 'open' } = useSearch({ from: '/signed-in/identity' })
  useTitle(t('identity.title'), language)
  const pairs = useQuery(matchesQuery()).data?.items.length ?? 0
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
        {pairs > 0 ? (
          <span className="sum" role="status">
            {t(pairs < MATCHES_MOST ? 'identity.sum' : 'identity.sum.most', { n: pairs })}
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
  const { data, error, isPending, refetch } = useQuery(matchesQuery())
  if (isPending) return <Loading />
  if (error) return <ProblemNotice error={error} retry={() => void refetch()} />
  if (data.items.length > 0) return <Pairs matches={data.items} />
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
