/** 运行状况: every check of the installation, what is broken first. */
import { useQuery } from '@tanstack/react-query'
import { type Checks, type CheckView, get } from '../../api/index.ts'
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
import './doctor.css'

const LOOK_AGAIN_MS = 30_000

const ORDER: readonly CheckView['state'][] = ['broken', 'look', 'good']

/** Where what a check speaks of is seen or mended. */
const PLACES: Readonly<Record<string, string>> = {
  durability: '/backups',
  backup: '/backups',
  journal: '/backups',
  queue: '/jobs',
  workers: '/jobs',
  log: '/log',
  witnesses: '/log',
}

export function DoctorPage() {
  const { t, language } = useWords()
  useTitle(t('doctor.title'), language)
  useRowKeys()
  const mayLook = useMay('keep-backups')
  const found = useQuery({
    enabled: mayLook,
    queryKey: ['doctor', language],
    queryFn: ({ signal }) => get<Checks>('/doctor', signal),
    refetchInterval: LOOK_AGAIN_MS,
  })
  const { data } = found
  return (
    <main className="page doctor">
      <header className="page-head">
        <h1>{t('doctor.title')}</h1>
        {data ? <Sum checks={data.checks} /> : null}
        <span className="acts">
          <button
            type="button"
            className="btn"
            disabled={!mayLook || found.isFetching}
            onClick={() => void found.refetch()}
          >
            {t('doctor.again')}
          </button>
          <PageKeys />
        </span>
      </header>
      {mayLook ? null : <EmptyState title={t('doctor.other')} why={t('doctor.other.why')} />}
      {mayLook && found.isPending ? <Loading /> : null}
      {found.error ? (
        <ProblemNotice error={found.error} retry={() => void found.refetch()} />
      ) : null}
      {data ? <CheckTable data={data} /> : null}
    </main>
  )
}

function Sum({ checks }: { checks: readonly CheckView[] }) {
  const { t } = useWords()
  const count = (state: CheckView['state']): number =>
    checks.filter((check) => check.state === state).length
  const values = { good: count('good'), look: count('look'), broken: count('broken') }
  return (
    <span className="sum" role="status">
      {t('doctor.sum', values)}
    </span>
  )
}

function CheckTable({ data }: { data: Checks }) {
  const { t } = useWords()
  const rows = ORDER.flatMap((state) => data.checks.filter((check) => check.state === state))
  return (
    <>
      <table className="plain-table doctor-table">
        <caption className="unseen">{t('doctor.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('doctor.col.state')}</th>
            <th scope="col">{t('doctor.col.what')}</th>
            <th scope="col">{t('doctor.col.why')}</th>
            <th scope="col">{t('doctor.col.next')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, state, what, why, next }) => (
            <tr key={id}>
              <td>
                <span className={`doctor-state ${state}`}>{t(`doctor.${state}`)}</span>
              </td>
              <th scope="row">
                {Object.hasOwn(PLACES, id) ? (
                  <a className="row-link" href={PLACES[id]}>
                    {what}
                  </a>
                ) : (
                  what
                )}
              </th>
              <td>{why}</td>
              <td className={next === null ? 'mute' : undefined}>{next ?? t('doctor.nothing')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mute">
        {t('doctor.at')} <DateText of={data.now} /> · {t('doctor.cli')}{' '}
        <code>npx lianshu doctor</code>
      </p>
    </>
  )
}
