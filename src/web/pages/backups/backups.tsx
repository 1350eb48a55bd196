/** 数据备份: how durable the store is, what guards it, and the backups that are kept. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { ApiProblem, type Backups, get, type JobView, useSendOnce } from '../../api/index.ts'
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
import { BackupTable, sizeWords } from './backup-table.tsx'
import './backups.css'

const POLL_MS = 1_000

export function BackupsPage() {
  const { t, language } = useWords()
  useTitle(t('backups.title'), language)
  useRowKeys()
  const mayKeep = useMay('keep-backups')
  const found = useQuery({
    enabled: mayKeep,
    queryKey: ['backups'],
    queryFn: ({ signal }) => get<Backups>('/backups', signal),
    refetchInterval: ({ state }) => (state.data?.running ? POLL_MS : false),
  })
  const sendOnce = useSendOnce()
  const take = useMutation({
    mutationFn: () => sendOnce<{ job: JobView }>('/backups', { folder: null }),
    onSuccess: () => found.refetch(),
  })
  const { data } = found
  const isBusy = take.isPending || (data !== undefined && data.running !== null)
  return (
    <main className="page backups">
      <header className="page-head">
        <h1>{t('backups.title')}</h1>
        <span className="sum">{data ? t('backups.sum', { kept: data.kept }) : null}</span>
        <span className="acts">
          <button
            type="button"
            className="btn do"
            disabled={isBusy || data === undefined}
            onClick={() => take.mutate()}
          >
            {t(isBusy ? 'backups.running' : 'backups.take')}
          </button>
          <PageKeys />
        </span>
      </header>
      {mayKeep ? null : <EmptyState title={t('backups.other')} why={t('backups.other.why')} />}
      {mayKeep && found.isPending ? <Loading /> : null}
      {found.error ? (
        <ProblemNotice error={found.error} retry={() => void found.refetch()} />
      ) : null}
      {take.error ? <ProblemNotice error={take.error} /> : null}
      {data ? <Found data={data} /> : null}
    </main>
  )
}

function Found({ data }: { data: Backups }) {
  const { t } = useWords()
  const { items, running, failed } = data
  return (
    <>
      <Level data={data} />
      <p role="status" className="backups-state">
        {running === null ? null : t('backups.rows', { rows: running.done.toLocaleString('en') })}
      </p>
      {failed?.problem ? (
        <ProblemNotice error={new ApiProblem(422, { ...failed.problem })} />
      ) : null}
      {items.length === 0 ? (
        <EmptyState title={t('backups.empty')} why={t('backups.empty.why')} />
      ) : (
        <BackupTable backups={items} />
      )}
      <section className="ruled">
        <header>
          <h2>{t('backups.restore')}</h2>
        </header>
        <p>{t('backups.restore.why')}</p>
        <p>
          <code>npx lianshu restore {items[0]?.folder ?? t('backups.restore.folder')}</code>
        </p>
      </section>
    </>
  )
}

/** The level in words, what the journal adds to it, and whether a backup is due. */
function Level({ data }: { data: Backups }) {
  const { t } = useWords()
  const { durability, engine, journal, items, overdue } = data
  const isServed = engine === 'postgres' && durability === 'D0'
  const level = isServed ? t('backups.level.unsynced') : t(`backups.level.${durability}`)
  const newest = items[0]
  return (
    <dl className="backups-level">
      <dt>{t('backups.level')}</dt>
      <dd>{level}</dd>
      {journal === null ? null : (
        <>
          <dt>{t('backups.journal')}</dt>
          <dd>{t('backups.journal.why', { size: sizeWords(journal.sizeBytes) })}</dd>
        </>
      )}
      <dt>{t('backups.newest')}</dt>
      <dd className={overdue ? 'backups-overdue' : undefined}>
        {newest === undefined ? null : <DateText of={newest.takenAt} />}
        {overdue ? <b>{t(newest === undefined ? 'backups.none' : 'backups.overdue')}</b> : null}
      </dd>
    </dl>
  )
}
