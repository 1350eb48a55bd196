/** A document on its way to text: asked for, followed page by page, or why it could not be read. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiProblem, isOpen, newKey, type SourceView, send } from '../../../api/index.ts'
import { useMay } from '../../../frame/index.ts'
import { EmptyState, ProblemNotice } from '../../../parts/index.ts'
import { useWords } from '../../../words/index.ts'

/** A document whose text is not kept, or not all of it. */
export const isUnread = ({ form, reading, parts }: SourceView): boolean =>
  form === 'document' && (reading === null ? parts.length === 0 : reading.state !== 'done')

export function ReadingCard({ source }: { source: SourceView }) {
  const { t } = useWords()
  const may = useMay('bring-source')
  const queryClient = useQueryClient()
  const start = useMutation({
    mutationFn: (key: string) => send(`/sources/${source.id}/text`, undefined, { key }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['sources', source.id] }),
  })
  const { reading } = source
  const isBeingRead = reading !== null && isOpen(reading)
  return (
    <EmptyState
      title={t(isBeingRead ? 'source.document.reading' : 'source.document.unread')}
      why={t(isBeingRead ? 'source.document.reading.why' : 'source.document.unread.why')}
    >
      {isBeingRead ? (
        <span role="status" className="mute">
          {reading.total === null
            ? t(reading.state === 'waiting' ? 'job.state.waiting' : 'job.state.running')
            : t('source.document.count', { done: reading.done, total: reading.total })}
        </span>
      ) : null}
      {reading?.problem ? (
        <ProblemNotice error={new ApiProblem(422, { ...reading.problem })} />
      ) : null}
      {start.error ? <ProblemNotice error={start.error} /> : null}
      {may && !isBeingRead ? (
        <button
          type="button"
          className="btn do"
          disabled={start.isPending}
          onClick={() => start.mutate(newKey())}
        >
          {t(reading === null ? 'source.document.read' : 'source.document.again')}
        </button>
      ) : null}
    </EmptyState>
  )
}

/** What of a document is not in its text, or not as it seems; with the page where it is known. */
export function Cautions({ source }: { source: SourceView }) {
  const { t, say } = useWords()
  const cautions = source.reading?.cautions ?? []
  if (cautions.length === 0) return null
  return (
    <ul className="document-cautions">
      {cautions.map(({ code, words, count, page }) => (
        <li key={code}>
          {say(words)}
          <span className="mute">
            {' '}
            {page === null
              ? t('source.caution.count', { n: count })
              : t('source.caution.page', { n: count, page })}
          </span>
        </li>
      ))}
    </ul>
  )
}
