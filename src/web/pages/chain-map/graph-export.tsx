/** Before the graph leaves: how much of it and for whom, what is hidden and by which rule; the file. */
import { keepPreviousData, queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { type Audience, type GraphReview, get, saved, withQuery } from '../../api/index.ts'
import { useMay } from '../../frame/index.ts'
import { Loading, ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { asOf } from './search.ts'
import type { MapPage } from './use-map-page.ts'

type Extent = 'chain' | 'all'

const reviewQuery = (asked: Record<string, string | undefined>) =>
  queryOptions({
    queryKey: ['graph', 'review', asked],
    queryFn: ({ signal }) => get<GraphReview>(withQuery('/graph/review', asked), signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })

/** The way out of the map, for whoever may take data out. */
export function GraphExport({ page }: { page: MapPage }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  if (!useMay('export-data')) return null
  return (
    <>
      <button type="button" className="btn no-print" onClick={() => setOpen(true)}>
        {t('graphExport.do')}
      </button>
      {isOpen ? <Dialog page={page} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function Dialog({ page, onClose }: { page: MapPage; onClose: () => void }) {
  const { t, nameOf } = useWords()
  const { map, search } = page
  const [extent, setExtent] = useState<Extent>('chain')
  const [audience, setAudience] = useState<Audience>('public')
  const days = asOf(search.axis ?? 'known', search.day)
  const chain = extent === 'chain' ? map.chain.id : undefined
  const review = useQuery(reviewQuery({ chain, audience, ...days }))
  const leave = useMutation({
    mutationFn: () => saved('/graph/export', { chain: chain ?? null, audience, ...days }),
  })
  // Nobody sends what was reviewed for other readers.
  const isReviewed = review.data !== undefined && !review.isPlaceholderData
  return (
    <Modal
      open
      title={t('graphExport.title', { chain: nameOf(map.chain) })}
      okText={t('graphExport.as')}
      cancelText={t(leave.isSuccess ? 'close' : 'cancel')}
      okButtonProps={{ disabled: !isReviewed }}
      confirmLoading={leave.isPending}
      onOk={() => leave.mutate()}
      onCancel={onClose}
      width={720}
    >
      <div className="export-choice">
        <Choice
          words={t('graphExport.extent')}
          value={extent}
          set={setExtent}
          options={[
            { value: 'chain', label: t('graphExport.extent.chain') },
            { value: 'all', label: t('graphExport.extent.all') },
          ]}
        />
        <Choice
          words={t('listExport.audience')}
          value={audience}
          set={setAudience}
          options={[
            { value: 'public', label: t('graphExport.public') },
            { value: 'internal', label: t('graphExport.internal') },
          ]}
        />
      </div>
      <p className="mute">{t('graphExport.holds')}</p>
      {review.error ? (
        <ProblemNotice error={review.error} retry={() => void review.refetch()} />
      ) : review.data && isReviewed ? (
        <Review review={review.data} />
      ) : (
        <Loading />
      )}
      {leave.error ? <ProblemNotice error={leave.error} /> : null}
      <p role="status">{leave.isSuccess ? t('listExport.done') : null}</p>
    </Modal>
  )
}

interface ChoiceProps<Value extends string> {
  words: string
  value: Value
  set: (value: Value) => void
  options: { value: Value; label: string }[]
}

function Choice<Value extends string>({ words, value, set, options }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <>
      <span id={id}>{words}</span>
      <Radio.Group
        aria-labelledby={id}
        value={value}
        options={options}
        onChange={({ target }) => set(target.value)}
      />
    </>
  )
}

function Review({ review }: { review: GraphReview }) {
  const { t, say } = useWords()
  const { facts, things, sources, hidden, stamps } = review
  return (
    <section className="export-review" aria-label={t('listExport.review')}>
      <h3>{t('listExport.review')}</h3>
      <p>
        {t('graphExport.goesOut', { facts, things, sources })}{' '}
        {hidden.length === 0 ? t('listExport.nothing') : null}
      </p>
      {hidden.length === 0 ? null : (
        <table className="plain-table">
          <caption className="unseen">{t('listExport.what')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('listExport.what')}</th>
              <th scope="col" className="num">
                {t('graphExport.facts')}
              </th>
              <th scope="col" className="num">
                {t('listExport.quotes')}
              </th>
              <th scope="col">{t('listExport.why')}</th>
            </tr>
          </thead>
          <tbody>
            {hidden.map((line) => (
              <tr key={line.reason}>
                <th scope="row">{say(line.what)}</th>
                <td className="num">{line.facts}</td>
                <td className="num">{line.quotes}</td>
                <td className="mute">{say(line.why)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {stamps.length === 0 ? null : (
        <p className="mute">
          {t('listExport.says', { stamps: stamps.map(say).join(t('lists.comma')) })}
        </p>
      )}
    </section>
  )
}
