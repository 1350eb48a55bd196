/** Jobs as a table; also on the overview. */
import type { JobView } from '../../api/index.ts'
import { DateText } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import './jobs.css'
import { durationWords, tookMs } from './progress.ts'

export function JobTable({ jobs }: { jobs: readonly JobView[] }) {
  const { t } = useWords()
  return (
    <table className="plain-table jobs">
      <caption className="unseen">{t('jobs.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('jobs.col.title')}</th>
          <th scope="col">{t('jobs.col.state')}</th>
          <th scope="col">{t('jobs.col.progress')}</th>
          <th scope="col">{t('jobs.col.began')}</th>
          <th scope="col" className="num">
            {t('jobs.col.took')}
          </th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <JobLine key={job.id} job={job} />
        ))}
      </tbody>
    </table>
  )
}

function JobLine({ job }: { job: JobView }) {
  const { language } = useWords()
  const took = tookMs(job.startedAt, job.endedAt)
  return (
    <tr>
      <th scope="row">
        <a className="row-link" href={`/jobs/${job.id}`}>
          {job.title}
        </a>
      </th>
      <td>
        <JobState job={job} />
      </td>
      <td>
        <ProgressBar job={job} />
      </td>
      <td>
        <DateText of={job.createdAt} />
      </td>
      <td className="num">{took === null ? '' : durationWords(took, language)}</td>
    </tr>
  )
}

export function JobState({ job }: { job: Pick<JobView, 'state'> }) {
  const { t } = useWords()
  return <i className={`job-state ${job.state}`}>{t(`job.state.${job.state}`)}</i>
}

/** Rows done; with a bar where it is known of how many. */
export function ProgressBar({ job }: { job: JobView }) {
  const { t } = useWords()
  const { done, total } = job
  if (job.state === 'waiting') return null
  const isImport = job.kind === 'import-table'
  const words =
    total === null
      ? t(isImport ? 'job.count.open' : 'job.count.other', { done: done.toLocaleString('en') })
      : t(isImport ? 'job.count' : 'job.count.part', {
          done: done.toLocaleString('en'),
          total: total.toLocaleString('en'),
        })
  return (
    <span className="job-progress">
      {job.state === 'running' ? (
        <progress
          {...(total !== null && { max: Math.max(1, total), value: done })}
          aria-label={t('job.progress')}
        />
      ) : null}
      {done === 0 && total === null ? '' : words}
    </span>
  )
}
