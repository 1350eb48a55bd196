/** Beside the chains: what waits for a person, each with its next step, and the work under way. */

import type { JobView } from '../../api/index.ts'
import { FigureLink } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { JobState, ProgressBar } from '../jobs/index.ts'
import type { Waiting } from './waiting.ts'

export function WaitingList({ waiting }: { waiting: readonly Waiting[] }) {
  const { t } = useWords()
  return (
    <section className="ruled">
      <header>
        <h2>{t('overview.waits')}</h2>
        <span className="mute">{t('overview.waits.n', { n: waiting.length })}</span>
      </header>
      {waiting.length === 0 ? <p className="mute">{t('overview.waits.none')}</p> : null}
      <ol className="waiting">
        {waiting.map((item, at) => (
          <li key={item.key}>
            <p>
              {t(item.what, item.values)}
              {item.figure ? (
                <>
                  {' '}
                  <FigureLink figure={item.figure} />
                </>
              ) : null}
            </p>
            <a className={at === 0 ? 'btn do' : 'btn'} href={item.href}>
              {t(item.act)}
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}

export function JobList({ jobs }: { jobs: readonly JobView[] }) {
  const { t } = useWords()
  return (
    <section className="ruled">
      <header>
        <h2>{t('overview.jobs')}</h2>
        <a className="fig end" href="/jobs">
          {t('overview.jobs.all')}
        </a>
      </header>
      {jobs.length === 0 ? <p className="mute">{t('overview.jobs.none')}</p> : null}
      <ul className="job-list">
        {jobs.map((job) => (
          <li key={job.id}>
            <a className="row-link" href={`/jobs/${job.id}`}>
              {job.title}
            </a>
            <JobState job={job} />
            <ProgressBar job={job} />
          </li>
        ))}
      </ul>
    </section>
  )
}
