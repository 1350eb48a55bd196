/** What became of the rows, filtered by outcome in the address; refused rows come back as a file. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Fragment } from 'react'
import {
  get,
  type ImportReport,
  type JobDetail,
  type JobRow,
  type Page,
  type RowOutcome,
  withQuery,
} from '../../api/index.ts'
import { Loading, ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { OUTCOMES } from './outcomes.ts'

interface RowsProps {
  job: JobDetail
  report: ImportReport
}

/** A trial keeps no rows; its counts are in its result. */
export function reportOf(job: JobDetail): ImportReport | null {
  const { counts } = (job.result ?? {}) as { counts?: ImportReport }
  return job.batch?.dryRun ? (counts ?? null) : job.report
}

export function Rows({ job, report }: RowsProps) {
  const { t } = useWords()
  const isTrial = job.batch?.dryRun ?? false
  const { outcome } = useSearch({ from: '/signed-in/jobs/$job' })
  const { rows, claims } = report
  return (
    <section className="job-rows">
      <h2>
        {t('job.report')}
        <span>
          {t('job.report.rows', {
            rows: rows.toLocaleString('en'),
            claims: claims.toLocaleString('en'),
          })}
        </span>
      </h2>
      <div className="job-filter">
        {isTrial ? <Counts report={report} /> : null}
        <nav className="choice" aria-label={t('job.report')} hidden={isTrial}>
          <a href={`/jobs/${job.id}`} aria-current={outcome === undefined ? 'true' : undefined}>
            {t('job.report.all')}
          </a>
          {OUTCOMES.filter((each) => report[each] > 0 || each === outcome).map((each) => (
            <a
              key={each}
              href={withQuery(`/jobs/${job.id}`, { outcome: each })}
              aria-current={each === outcome ? 'true' : undefined}
            >
              {t(`job.outcome.${each}`)} {report[each].toLocaleString('en')}
            </a>
          ))}
        </nav>
        {report.refused > 0 && job.endedAt !== null && !isTrial ? (
          <>
            <a className="btn" href={`/api/jobs/${job.id}/refused`} download>
              {t('job.refused')}
            </a>
            <span className="mute">{t('job.refused.why')}</span>
          </>
        ) : null}
      </div>
      {isTrial ? (
        <p className="mute">{t('job.dry.rows')}</p>
      ) : (
        <RowTable job={job} outcome={outcome} />
      )}
    </section>
  )
}

function Counts({ report }: { report: ImportReport }) {
  const { t } = useWords()
  return (
    <dl className="job-facts">
      {OUTCOMES.filter((each) => report[each] > 0).map((each) => (
        <Fragment key={each}>
          <dt>{t(`job.outcome.${each}`)}</dt>
          <dd>{report[each].toLocaleString('en')}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

function RowTable({ job, outcome }: { job: JobDetail; outcome: RowOutcome | undefined }) {
  const { t } = useWords()
  const found = useInfiniteQuery({
    queryKey: ['jobs', job.id, 'rows', outcome ?? null, job.endedAt],
    queryFn: ({ signal, pageParam }) =>
      get<Page<JobRow>>(withQuery(`/jobs/${job.id}/rows`, { outcome, cursor: pageParam }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const rows = found.data?.pages.flatMap(({ items }) => items) ?? []
  if (found.isPending) return <Loading />
  if (found.error) return <ProblemNotice error={found.error} retry={() => void found.refetch()} />
  if (rows.length === 0) return <p className="mute">{t('job.report.none')}</p>
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('job.row')}</th>
            <th scope="col">{t('job.row.outcome')}</th>
            <th scope="col">{t('job.row.reasons')}</th>
            <th scope="col">{t('job.row.cells')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RowLine key={`${row.sheet}${row.first}`} row={row} job={job} />
          ))}
        </tbody>
      </table>
      {found.hasNextPage ? (
        <p>
          <button type="button" className="btn" onClick={() => void found.fetchNextPage()}>
            {t('job.report.more')}
          </button>
        </p>
      ) : null}
    </>
  )
}

function RowLine({ row, job }: { row: JobRow; job: JobDetail }) {
  const { t, say } = useWords()
  const { sheet, first, last, outcome } = row
  const place = first === last ? t('job.row.one', { first }) : t('job.row.span', { first, last })
  const source = job.batch?.source.id
  return (
    <tr className="row-line">
      <th scope="row" className="nb">
        {source === undefined ? (
          place
        ) : (
          <a className="fig row-link" href={withQuery(`/sources/${source}`, { sheet, row: first })}>
            {place}
          </a>
        )}
      </th>
      <td>
        <i className={`outcome ${outcome}`}>{t(`job.outcome.${outcome}`)}</i>
      </td>
      <td>
        {row.reasons.map((reason) => (
          <p key={`${reason.code}${reason.cells}`}>
            {reason.cells ? <b>{reason.cells}</b> : null} {say(reason.words)}
          </p>
        ))}
      </td>
      <td className="row-cells">{row.cells?.filter((cell) => cell !== '').join(' | ') ?? ''}</td>
    </tr>
  )
}
