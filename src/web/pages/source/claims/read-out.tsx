/** Reading what the text says: asked for, followed, and told how many claims wait for a person. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import {
  ApiProblem,
  get,
  isOpen,
  type JobDetail,
  type JobView,
  newKey,
  send,
} from '../../../api/index.ts'
import { useMay } from '../../../frame/index.ts'
import { ProblemNotice } from '../../../parts/index.ts'
import { useWords } from '../../../words/index.ts'

const POLL_MS = 700

export interface ReadOutProps {
  source: string
  /** The job that reads or has read, as the address names it. */
  job: string | undefined
  onJob: (job: string) => void
}

export function ReadOut({ source, job: id, onJob }: ReadOutProps) {
  const { t } = useWords()
  const may = useMay('bring-source')
  const start = useStart(source, onJob)
  const job = useJob(source, id)
  const isReading = start.isPending || (job !== undefined && isOpen(job))
  if (!may) return null
  return (
    <div className="read-out">
      <button
        type="button"
        className="btn"
        disabled={isReading}
        onClick={() => start.mutate(newKey())}
      >
        {t(isReading ? 'source.read.reading' : 'source.read')}
      </button>
      <span role="status" className="mute">
        {job === undefined ? t('source.read.why') : <Told job={job} source={source} />}
      </span>
      {start.error ? <ProblemNotice error={start.error} /> : null}
      {job?.problem ? <ProblemNotice error={new ApiProblem(422, { ...job.problem })} /> : null}
    </div>
  )
}

function Told({ job, source }: { job: JobDetail; source: string }) {
  const { t } = useWords()
  const { done, total, state } = job
  if (state === 'done') {
    const { proposed, added } = countsOf(job.result)
    return (
      <>
        {t(added === 0 ? 'source.read.same' : 'source.read.done', { proposed, added })}{' '}
        <ReviewLink source={source} />
      </>
    )
  }
  if (state === 'running' && total !== null) return <>{t('source.read.count', { done, total })}</>
  return <>{t(`job.state.${state}`)}</>
}

/** What was read waits at the review desk, for whoever may decide. */
function ReviewLink({ source }: { source: string }) {
  const { t } = useWords()
  const may = useMay('decide-claim')
  if (!may) return null
  return (
    <a className="fig" href={`/review?source=${source}`}>
      {t('source.read.review')}
    </a>
  )
}

function countsOf(result: unknown): { proposed: number; added: number } {
  const { proposed, added } = (result ?? {}) as { proposed?: number; added?: number }
  return { proposed: proposed ?? 0, added: added ?? 0 }
}

function useStart(source: string, onJob: (job: string) => void) {
  return useMutation({
    mutationFn: (key: string) =>
      send<{ job: JobView }>(`/sources/${source}/statements`, undefined, { key }),
    onSuccess: ({ job }) => onJob(job.id),
  })
}

/** Follows the job; once it has ended the page shows the claims that it added. */
function useJob(source: string, id: string | undefined): JobDetail | undefined {
  const queryClient = useQueryClient()
  const { data } = useQuery({
    queryKey: ['jobs', id],
    queryFn: ({ signal }) => get<JobDetail>(`/jobs/${id ?? ''}`, signal),
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? POLL_MS : false),
    enabled: id !== undefined,
  })
  const wasOpen = useRef(false)
  useEffect(() => {
    if (data === undefined) return
    if (wasOpen.current && !isOpen(data))
      void queryClient.invalidateQueries({ queryKey: ['sources', source] })
    wasOpen.current = isOpen(data)
  }, [data, queryClient, source])
  return id === undefined ? undefined : data
}
