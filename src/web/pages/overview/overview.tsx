/** 总览: what is known, of which chains, how fresh; what waits; what runs; what came in last. */
import { useQuery } from '@tanstack/react-query'
import { type ChainMap, type ChainSummary, mapQuery, type Overview } from '../../api/index.ts'
import { useMay, useMe, useTitle } from '../../frame/index.ts'
import { FigureLink, Loading, PageKeys, ProblemNotice, useRowKeys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { kindsQuery } from '../freshness/index.ts'
import { SeatNotice } from '../people/index.ts'
import { SourceTable } from '../sources/index.ts'
import { ChainTable } from './chain-table.tsx'
import { FirstSteps } from './first-steps.tsx'
import { KeyNumbers } from './key-numbers.tsx'
import './overview.css'
import { overviewQuery } from './overview-query.ts'
import { JobList, WaitingList } from './side.tsx'
import { whatWaits } from './waiting.ts'

export function OverviewPage() {
  const { t, language } = useWords()
  const mayImport = useMay('import-table')
  useTitle(t('tab.overview'), language)
  useRowKeys()
  const { data, error, isPending, refetch } = useQuery(overviewQuery)
  return (
    <main className="page overview">
      <header className="page-head">
        <h1>{t('tab.overview')}</h1>
        {data ? <Sums overview={data} /> : null}
        <span className="acts">
          {mayImport ? (
            <a className="btn" href="/import">
              {t('overview.import')}
            </a>
          ) : null}
          <PageKeys />
        </span>
      </header>
      {isPending ? <Loading /> : null}
      {error ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      {data ? <Body overview={data} /> : null}
    </main>
  )
}

/** The whole of the installation in one line; every count but that of files opens what it counts. */
function Sums({ overview }: { overview: Overview }) {
  const { t } = useWords()
  const { entities, firms, claims, sources } = overview
  const maySources = useMay('read-source')
  const files = sources.toLocaleString('en')
  return (
    <dl className="sums">
      <dt>{t('overview.sum.claims')}</dt>
      <dd>
        <FigureLink figure={claims} />
      </dd>
      <dt>{t('overview.sum.entities')}</dt>
      <dd>
        <FigureLink figure={entities} />
      </dd>
      <dt>{t('overview.sum.firms')}</dt>
      <dd>
        <FigureLink figure={firms} />
      </dd>
      <dt>{t('overview.sum.sources')}</dt>
      <dd>
        {maySources ? (
          <a className="fig" href="/sources">
            {files}
          </a>
        ) : (
          files
        )}
      </dd>
    </dl>
  )
}

function Body({ overview }: { overview: Overview }) {
  const { t, nameOf } = useWords()
  const { permissions } = useMe()
  const { chains, jobs, latestSources } = overview
  const [first] = chains
  const map = useFirstMap(first)
  const stale = first && map?.stages.some((stage) => stage.stale) ? [first.id] : []
  const kept = useKept()
  const waiting = whatWaits(overview, permissions, nameOf, { stale, kept })
  if (!first && overview.sources === 0) return <FirstSteps />
  return (
    <div className="overview-body">
      <div className="overview-main">
        <SeatNotice />
        {first && map ? <KeyNumbers chain={first} map={map} /> : null}
        <section className="ruled">
          <header>
            <h2>{t('overview.chains')}</h2>
            <span className="mute">{t('overview.chains.note')}</span>
          </header>
          {first ? <ChainTable chains={chains} /> : <NoChain />}
        </section>
        {latestSources.length > 0 ? (
          <section className="ruled">
            <header>
              <h2>{t('overview.latest')}</h2>
              <a className="fig end" href="/sources">
                {t('overview.latest.all')}
              </a>
            </header>
            <SourceTable sources={latestSources} />
          </section>
        ) : null}
      </div>
      <aside className="overview-side" aria-label={t('overview.side')}>
        <WaitingList waiting={waiting} />
        {permissions.includes('read-jobs') ? <JobList jobs={jobs} /> : null}
      </aside>
    </div>
  )
}

/** The map of the chain whose numbers stand first. */
function useFirstMap(chain: ChainSummary | undefined): ChainMap | undefined {
  const query = mapQuery(chain?.id ?? '', undefined, undefined)
  return useQuery({ ...query, enabled: chain !== undefined }).data
}

/** Counting all facts by age is work for the store; minutes later the counts are still right enough. */
const KEPT_FRESH_MS = 30 * 60_000

/** The kinds of facts that the role of the reader keeps fresh. */
function useKept() {
  const { say } = useWords()
  const { role } = useMe()
  const may = [useMay('read-internal'), useMay('state-claim')].every(Boolean)
  const { data } = useQuery({ ...kindsQuery, enabled: may, staleTime: KEPT_FRESH_MS })
  return (data?.items ?? [])
    .filter(({ owner }) => owner === role)
    .map(({ property, words, stale }) => ({ property, name: say(words), stale }))
}

/** Facts are held, but no chain yet: the way to the first one. */
function NoChain() {
  const { t } = useWords()
  return (
    <p className="no-chain">
      {t('overview.noChain')}{' '}
      <a className="fig" href="/chains">
        {t('overview.noChain.act')}
      </a>
    </p>
  )
}
