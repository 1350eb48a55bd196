/** One job: how far it is, what became of each row, and the way to publish what it read. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useRef, useState } from 'react'
import { ApiProblem, get, isOpen, type JobDetail, type JobView, send } from '../../api/index.ts'
import { useMay, useTitle } from '../../frame/index.ts'
import {
  DateText,
  Keys,
  Loading,
  PageKeys,
  ProblemNotice,
  useKeys,
  useRowKeys,
} from '../../parts/index.ts'
import { codeWords, JOB_STAGE_WORDS, useWords } from '../../words/index.ts'
import { JobState, ProgressBar } from './job-table.tsx'
import { durationWords, remainingMs, rowsPerSecond, type Sample, tookMs } from './progress.ts'
import { Publish } from './publish.tsx'
import { Rows, reportOf } from './rows.tsx'

const POLL_MS = 1_000

export function JobPage() {
  const { t, language } = useWords()
  const { job: id } = useParams({ from: '/signed-in/jobs/$job' })
  const router = useRouter()
  const back = () => void router.navigate({ href: '/jobs' })
  const found = useQuery({
    queryKey: ['jobs', id],
    queryFn: ({ signal }) => get<JobDetail>(`/jobs/${id}`, signal),
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? POLL_MS : false),
  })
  const job = found.data
  useTitle(job?.title ?? t('jobs.title'), language)
  useKeys({ Escape: back })
  useRowKeys()
  return (
    <main className="page">
      <header className="page-head">
        <button type="button" className="btn" onClick={back}>
          <Keys of="Esc" /> {t('job.back')}
        </button>
        <h1>{job?.title ?? t('jobs.title')}</h1>
        {job ? <JobState job={job} /> : null}
        <span className="acts">
          <PageKeys back />
          {job?.source ? (
            <a className="btn" href={`/sources/${job.source.id}`}>
              {t('job.source')}
            </a>
          ) : null}
        </span>
      </header>
      {found.isPending ? <Loading /> : null}
      {found.error ? (
        <ProblemNotice error={found.error} retry={() => void found.refetch()} />
      ) : null}
      {job ? <Job job={job} atMs={found.dataUpdatedAt} /> : null}
    </main>
  )
}

function Job({ job, atMs }: { job: JobDetail; atMs: number }) {
  const { t } = useWords()
  const report = reportOf(job)
  return (
    <>
      {isOpen(job) ? <Running job={job} atMs={atMs} /> : <Ended job={job} />}
      {job.state === 'failed' ? <Failed job={job} /> : null}
      {job.state === 'cancelled' ? <p>{t('job.cancelled')}</p> : null}
      {job.state === 'done' && report ? <Publish job={job} /> : null}
      {report && report.rows > 0 ? <Rows job={job} report={report} /> : null}
    </>
  )
}

function Running({ job, atMs }: { job: JobDetail; atMs: number }) {
  const { t, language } = useWords()
  const now: Sample = { done: job.done, atMs }
  const first = useRef(now)
  const leftMs = remainingMs(first.current, now, job.total)
  const pace = rowsPerSecond(first.current, now)
  const stage = job.stage === null ? null : codeWords(JOB_STAGE_WORDS, job.stage, t)
  return (
    <section className="job-running">
      <ProgressBar job={job} />
      {stage ? <span className="mute">{t('job.stage', { stage })}</span> : null}
      <span role="status">
        {pace === null ? '' : t('job.pace', { n: pace.toLocaleString('en') })}{' '}
        {leftMs === null ? '' : t('job.remaining', { time: durationWords(leftMs, language) })}
      </span>
      <CancelJob id={job.id} />
    </section>
  )
}

function Ended({ job }: { job: JobDetail }) {
  const { t, language } = useWords()
  const took = tookMs(job.startedAt, job.endedAt)
  return (
    <dl className="job-facts">
      <dt>{t('jobs.col.began')}</dt>
      <dd>
        <DateText of={job.startedAt ?? job.createdAt} />
      </dd>
      {took === null ? null : (
        <>
          <dt>{t('jobs.col.took')}</dt>
          <dd>{durationWords(took, language)}</dd>
        </>
      )}
    </dl>
  )
}

function Failed({ job }: { job: JobDetail }) {
  const { t } = useWords()
  const { problem } = job
  if (problem === null) return <p className="late">{t('job.failed')}</p>
  return <ProblemNotice error={new ApiProblem(500, { ...problem })} />
}

function CancelJob({ id }: { id: string }) {
  const { t } = useWords()
  const may = useMay('import-table')
  const queryClient = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const cancel = useMutation({
    mutationFn: () => send<JobView>(`/jobs/${id}/cancel`, undefined),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['jobs'] }),
  })
  if (!may) return null
  return (
    <>
      <button
        type="button"
        className="btn"
        disabled={cancel.isPending || cancel.isSuccess}
        onClick={() => setAsking(true)}
      >
        {t('job.cancel')}
      </button>
      {cancel.error ? <ProblemNotice error={cancel.error} /> : null}
      {isAsking ? (
        <Modal
          open
          title={t('job.cancel.title')}
          okText={t('job.cancel')}
          cancelText={t('job.keep')}
          onCancel={() => setAsking(false)}
          onOk={() => {
            setAsking(false)
            cancel.mutate()
          }}
        >
          <p>{t('job.cancel.why')}</p>
        </Modal>
      ) : null}
    </>
  )
}
