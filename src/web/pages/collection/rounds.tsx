/** 收数: every round, how far it is, and whether any field was asked twice. */
import { useQuery } from '@tanstack/react-query'
import type { CollectionHead } from '../../api/index.ts'
import { useMay, useTitle } from '../../frame/index.ts'
import {
  DateText,
  EmptyState,
  Loading,
  PageKeys,
  ProblemNotice,
  useRowKeys,
} from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import './collection.css'
import { Meter, Progress } from './meter.tsx'
import { roundsQuery } from './queries.ts'

export function RoundsPage() {
  const { t, language } = useWords()
  useTitle(t('collection.title'), language)
  useRowKeys()
  const may = useMay('collect-data')
  const { data, error, isPending, refetch } = useQuery(roundsQuery)
  const rounds = data?.items ?? []
  return (
    <main className="page collection">
      <header className="page-head">
        <h1>{t('collection.title')}</h1>
        {data ? (
          <span className="sum" role="status">
            {t('collection.sum', { n: rounds.length })}
          </span>
        ) : null}
        <span className="acts">
          {may ? (
            <a className="btn do" href="/collection/new">
              {t('collection.new')}
            </a>
          ) : null}
          <PageKeys />
        </span>
      </header>
      {isPending ? <Loading /> : null}
      {error ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      {data && rounds.length === 0 ? (
        <EmptyState
          title={t(may ? 'collection.empty' : 'collection.empty.mine')}
          why={t(may ? 'collection.empty.why' : 'collection.empty.mine.why')}
        >
          {may ? (
            <a className="btn do" href="/collection/new">
              {t('collection.new')}
            </a>
          ) : null}
        </EmptyState>
      ) : null}
      {data && rounds.length > 0 ? (
        <>
          <Meter meter={data.meter} />
          <RoundTable rounds={rounds} />
        </>
      ) : null}
    </main>
  )
}

function RoundTable({ rounds }: { rounds: readonly CollectionHead[] }) {
  const { t, say } = useWords()
  return (
    <table className="plain-table collection-rounds">
      <caption className="unseen">{t('collection.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('collection.col.title')}</th>
          <th scope="col">{t('collection.col.state')}</th>
          <th scope="col">{t('collection.col.chain')}</th>
          <th scope="col">{t('collection.col.properties')}</th>
          <th scope="col" className="num">
            {t('collection.col.recipients')}
          </th>
          <th scope="col">{t('collection.col.progress')}</th>
          <th scope="col" className="num">
            {t('collection.meter.twice')}
          </th>
          <th scope="col">{t('collection.col.due')}</th>
        </tr>
      </thead>
      <tbody>
        {rounds.map((round) => (
          <tr key={round.id}>
            <th scope="row">
              <a className="row-link" href={`/collection/${round.id}`}>
                {round.title}
              </a>{' '}
              <span className="mute">{round.code}</span>
            </th>
            <td>
              <RoundState state={round.state} />
            </td>
            <td>{round.chain.name}</td>
            <td className="mute">
              {round.properties.map(({ words }) => say(words)).join(t('lists.comma'))}
            </td>
            <td className="num">
              {t('collection.parties', { done: round.answered, all: round.recipients })}
            </td>
            <td>
              <Progress meter={round.meter} />
            </td>
            <td className="num">{round.meter.twice}</td>
            <td>
              <Due round={round} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function RoundState({ state }: { state: CollectionHead['state'] }) {
  const { t } = useWords()
  return <span className={`collection-state ${state}`}>{t(`collection.state.${state}`)}</span>
}

/** The deadline, with the days that are left or over while the round is open. */
export function Due({ round }: { round: Pick<CollectionHead, 'due' | 'days' | 'state'> }) {
  const { t } = useWords()
  const { days, state } = round
  const words =
    days < 0
      ? t('collection.days.over', { n: -days })
      : days === 0
        ? t('collection.days.today')
        : t('collection.days.left', { n: days })
  return (
    <>
      <DateText of={round.due} />{' '}
      {state === 'sent' ? <span className={days < 0 ? 'late' : 'mute'}>{words}</span> : null}
    </>
  )
}
