/** The names of the thing at hand without leaving the desk: what may be the same, merge, split, undo. */
import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { get, type ReviewCase, type ThingView } from '../../api/index.ts'
import { ThingIdentity } from '../../identity/index.ts'
import { Loading } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { splitSources } from '../thing/index.ts'

interface NamesDialogProps {
  shown: ReviewCase
  onClose: () => void
}

export function NamesDialog({ shown, onClose }: NamesDialogProps) {
  const { t } = useWords()
  const { subject } = shown.claim
  const { data, error, isPending } = useQuery({
    queryKey: ['things', subject.id],
    queryFn: ({ signal }) => get<ThingView>(`/things/${subject.id}`, signal),
    retry: false,
  })
  // What waits here may be all that is said of it, and then nothing published bears its name.
  const isBare = Boolean(error) || (data !== undefined && data.names.length === 0)
  return (
    <Modal
      open
      footer={null}
      width={680}
      title={t('review.names.title', { name: subject.name })}
      onCancel={onClose}
    >
      <p>{t('review.names.why')}</p>
      {isPending ? <Loading /> : null}
      {isBare ? <p className="mute">{t('review.names.unpublished')}</p> : null}
      {data ? <ThingIdentity thing={data} sources={splitSources(data)} /> : null}
      <p>
        <a className="btn" href="/identity">
          {t('review.names.all')}
        </a>
      </p>
    </Modal>
  )
}
