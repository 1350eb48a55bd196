/** 底稿对照: each system and mechanism asked for, and where it is found here, or why it is not. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useMemo } from 'react'
import { type CoverageRow, get, type Page, withQuery } from '../../api/index.ts'
import { useTitle } from '../../frame/index.ts'
import {
  EmptyState,
  Loading,
  PageKeys,
  ProblemNotice,
  SearchField,
  useRowKeys,
} from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import './coverage.css'
import { CoverageTable } from './coverage-table.tsx'
import { chosenRows, type PartCount, partsOf, stateOf } from './rows.ts'
import type { CoverageSearch, CoverageState } from './search.ts'

const STATES: readonly CoverageState[] = ['present', 'absent']

export function CoveragePage() {
  const { t, language } = useWords()
  const search = useSearch({ from: '/signed-in/coverage' })
  const navigate = useNavigate()
  useTitle(t('coverage.title'), language)
  useRowKeys()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['coverage'],
    queryFn: ({ signal }) => get<Page<CoverageRow>>('/coverage', signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const rows = data?.items ?? []
  const shown = useMemo(() => chosenRows(data?.items ?? [], search), [data, search])
  const change = (next: CoverageSearch) =>
    void navigate({ to: '/coverage', search: { ...search, ...next }, replace: true })
  return (
    <main className="page coverage">
      <header className="page-head">
        <h1>{t('coverage.title')}</h1>
        {rows.length > 0 ? (
          <span className="sum">{t('coverage.sum', { n: rows.length })}</span>
        ) : null}
        <span className="acts">
          <PageKeys field />
        </span>
      </header>
      {isPending ? <Loading /> : null}
      {error ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      {data && rows.length === 0 ? (
        <EmptyState title={t('coverage.empty')} why={t('coverage.empty.why')} />
      ) : null}
      {rows.length > 0 ? <Filters {...{ rows, search, change }} /> : null}
      {rows.length > 0 && shown.length === 0 ? (
        <p>
          {t('coverage.none')}{' '}
          <a className="fig" href="/coverage">
            {t('coverage.clear')}
          </a>
        </p>
      ) : null}
      {shown.length > 0 ? <CoverageTable rows={shown} /> : null}
    </main>
  )
}

interface FiltersProps {
  rows: readonly CoverageRow[]
  search: CoverageSearch
  change: (next: CoverageSearch) => void
}

/** Counts are of what the other filters leave, so that a choice never leads to nothing unsaid. */
function Filters({ rows, search, change }: FiltersProps) {
  const { t } = useWords()
  const { state, ...others } = search
  const open = chosenRows(rows, others)
  const count = (each: CoverageState) => open.filter((row) => stateOf(row) === each).length
  const href = (each: CoverageState | undefined) =>
    withQuery('/coverage', { ...others, state: each })
  return (
    <div className="coverage-filters no-print">
      <nav className="choice" aria-label={t('coverage.state')}>
        <a href={href(undefined)} aria-current={state === undefined ? 'true' : undefined}>
          {t('coverage.state.all')} {open.length}
        </a>
        {STATES.map((each) => (
          <a key={each} href={href(each)} aria-current={state === each ? 'true' : undefined}>
            {t(`coverage.state.${each}`)} {count(each)}
          </a>
        ))}
      </nav>
      <PartChoice parts={partsOf(rows)} chosen={search.part} onChoose={change} />
      <SearchField
        value={search.q ?? ''}
        label={t('coverage.find')}
        onChange={(q) => change({ q })}
      />
    </div>
  )
}

interface PartChoiceProps {
  parts: readonly PartCount[]
  chosen: string | undefined
  onChoose: (next: { part: string }) => void
}

function PartChoice({ parts, chosen, onChoose }: PartChoiceProps) {
  const { t, say } = useWords()
  const every = { value: '', label: t('coverage.part.all') }
  const options = parts.map(({ part, present, total }) => ({
    value: part.zh,
    label: `${say(part)}　${t('coverage.count', { present, total })}`,
  }))
  return (
    <Select
      className="coverage-part"
      aria-label={t('coverage.part')}
      value={chosen ?? ''}
      onChange={(part) => onChoose({ part })}
      options={[every, ...options]}
      listHeight={420}
    />
  )
}
