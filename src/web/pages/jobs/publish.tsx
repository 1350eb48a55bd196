/** Publishing what an import read: first counted without writing, then asked, then done as one. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { type JobDetail, send, useSendOnce } from '../../api/index.ts'
import { useMay } from '../../frame/index.ts'
import { ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'

interface Published {
  decision: string | null
  claims: number
  dryRun: boolean
}

export function Publish({ job }: { job: JobDetail }) {
  const { t } = useWords()
  const may = useMay('publish-batch')
  const { count, publish } = usePublish(job.id)
  const standing = standingOf(job)
  if (standing === 'dry') return <p className="job-note">{t('job.dry')}</p>
  if (publish.data) {
    return (
      <p className="job-note" role="status">
        {t('job.publish.done', { n: publish.data.claims })}
      </p>
    )
  }
  if (job.report?.claims === 0) {
    return <p className="job-note">{t(standing === 'published' ? 'job.same' : 'job.nothing')}</p>
  }
  if (standing === 'published') return <p className="job-note">{t('job.published')}</p>
  const error = count.error ?? publish.error
  return (
    <section className="job-publish">
      <p>{t('job.staged')}</p>
      {may ? (
        <button
          type="button"
          className="btn do"
          disabled={count.isPending || publish.isPending}
          onClick={() => count.mutate()}
        >
          {count.isPending ? t('job.publish.counting') : t('job.publish')}
        </button>
      ) : null}
      {error ? <ProblemNotice error={error} /> : null}
      {count.data ? (
        <Modal
          open
          title={t('job.publish.title')}
          okText={t('job.publish')}
          cancelText={t('cancel')}
          onCancel={count.reset}
          onOk={() => {
            count.reset()
            publish.mutate()
          }}
        >
          <p>{t('job.publish.why', { n: count.data.claims })}</p>
        </Modal>
      ) : null}
    </section>
  )
}

/** A trial wrote nothing; a published batch is a decision already; anything else waits for one. */
function standingOf(job: JobDetail): 'dry' | 'published' | 'staged' {
  if (job.batch?.dryRun) return 'dry'
  return job.batch?.state === 'published' ? 'published' : 'staged'
}

function usePublish(id: string) {
  const queryClient = useQueryClient()
  const sendOnce = useSendOnce()
  const path = `/jobs/${id}/publish`
  const count = useMutation({ mutationFn: () => send<Published>(path, { dryRun: true }) })
  const publish = useMutation({
    mutationFn: () => sendOnce<Published>(path, { dryRun: false }),
    // Everything that is shown anywhere may now say more.
    onSuccess: () => queryClient.invalidateQueries(),
  })
  return { count, publish }
}
