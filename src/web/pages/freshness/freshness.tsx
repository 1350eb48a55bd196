/** 时效: kinds of facts by who keeps them, the facts that are stale, and figures that differ. */
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { withQuery } from '../../api/index.ts'
import { useTitle } from '../../frame/index.ts'
import { Loading, PageKeys, ProblemNotice, useRowKeys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { Differences } from './differences.tsx'
import './freshness.css'
import { KindTable } from './kind-table.tsx'
import { kindsQuery } from './queries.ts'
import { StaleFacts } from './stale-facts.tsx'

const VIEWS = ['kinds', 'stale', 'differences'] as const

export function FreshnessPage() {
  const { t, language } = useWords()
  const search = useSearch({ from: '/signed-in/freshness' })
  useTitle(t('freshness.title'), language)
  useRowKeys()
  const { data, error, isPending, refetch } = useQuery(kindsQuery)
  const view = search.view ?? 'kinds'
  const kinds = data?.items ?? []
  const stale = kinds.reduce((sum, kind) => sum + kind.stale, 0)
  const facts = kinds.reduce((sum, kind) => sum + kind.facts, 0)
  return (
    <main className="page freshness">
      <header className="page-head">
        <h1>{t('freshness.title')}</h1>
        {data ? (
          <span className="sum" role="status">
            {t('freshness.sum', { stale, facts, day: data.day })}
          </span>
        ) : null}
        <span className="acts">
          <PageKeys />
        </span>
      </header>
      <nav className="freshness-views no-print" aria-label={t('freshness.views')}>
        <span className="choice">
          {VIEWS.map((each) => (
            <a
              key={each}
              href={withQuery('/freshness', { view: each === 'kinds' ? undefined : each })}
              {...(each === view ? { 'aria-current': 'page' as const } : {})}
            >
              {t(`freshness.view.${each}`)}
            </a>
          ))}
        </span>
      </nav>
      {isPending ? <Loading /> : null}
      {error ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      {data && view === 'kinds' ? <KindTable kinds={kinds} /> : null}
      {data && view === 'stale' ? <StaleFacts kinds={kinds} search={search} /> : null}
      {view === 'differences' ? <Differences /> : null}
    </main>
  )
}
