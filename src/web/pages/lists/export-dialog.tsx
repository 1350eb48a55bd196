/** Before a list leaves: for whom and in which form, what is hidden and by which rule; then the file. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import {
  type Audience,
  type ListFormat,
  type ListReview,
  type ListView,
  saved,
} from '../../api/index.ts'
import { Loading, ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { reviewQuery } from './queries.ts'

interface ExportProps {
  view: ListView
  chain: string
  /** Address of the version below /api. */
  path: string
  onClose: () => void
}

/** Until the review says in which forms this version leaves. */
const FORMATS: readonly ListFormat[] = ['xlsx', 'docx', 'csv']

export function ExportDialog({ view, chain, path, onClose }: ExportProps) {
  const { t, say } = useWords()
  const [audience, setAudience] = useState<Audience>('public')
  const [format, setFormat] = useState<ListFormat>('xlsx')
  const review = useQuery(reviewQuery(path, chain, audience))
  const leave = useMutation({
    mutationFn: () => saved(`${path}/export`, { chain, audience, format }),
  })
  // Nobody sends what was reviewed for other readers.
  const isReviewed = review.data !== undefined && !review.isPlaceholderData
  const named = format === 'bundle' ? t('listExport.format.bundle') : format.toUpperCase()
  const [audienceLabel, formatLabel] = [useId(), useId()]
  return (
    <Modal
      open
      className="export-dialog"
      title={t('listExport.title', { list: say(view.list.words), n: view.version?.number ?? 0 })}
      okText={t('listExport.as', { format: named })}
      cancelText={t(leave.isSuccess ? 'close' : 'cancel')}
      okButtonProps={{ disabled: !isReviewed }}
      confirmLoading={leave.isPending}
      onOk={() => leave.mutate()}
      onCancel={onClose}
      width={720}
    >
      <div className="export-choice">
        <span id={audienceLabel}>{t('listExport.audience')}</span>
        <Radio.Group
          aria-labelledby={audienceLabel}
          value={audience}
          onChange={({ target }) => setAudience(target.value)}
          options={(review.data?.audiences ?? []).map(({ id, words }) => ({
            value: id,
            label: say(words),
          }))}
        />
        <span id={formatLabel}>{t('listExport.format')}</span>
        <Radio.Group
          aria-labelledby={formatLabel}
          value={format}
          onChange={({ target }) => setFormat(target.value)}
          options={(review.data?.formats ?? FORMATS).map((each) => ({
            value: each,
            label: t(`listExport.format.${each}`),
          }))}
        />
      </div>
      {format === 'bundle' ? (
        <p className="mute">
          {t('listExport.bundle')} <code>npx lianshu verify</code>
        </p>
      ) : null}
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

function Review({ review }: { review: ListReview }) {
  const { t, say } = useWords()
  const { rows, cells, grounds, hidden, stamps } = review
  const where = hidden.flatMap((line) => line.where)
  return (
    <section className="export-review" aria-label={t('listExport.review')}>
      <h3>{t('listExport.review')}</h3>
      <p>
        {t('listExport.goesOut', { rows, cells, grounds })}{' '}
        {hidden.length === 0 ? t('listExport.nothing') : null}
      </p>
      {hidden.length === 0 ? null : <HiddenTable hidden={hidden} />}
      {where.length === 0 ? null : (
        <details open>
          <summary>
            {t('listExport.where')} <span className="mute">{t('listExport.where.why')}</span>
          </summary>
          <ul>
            {hidden.flatMap(({ reason, where: places }) =>
              places.map(({ name, column }) => (
                <li key={`${reason} ${name} ${column?.zh ?? ''}`}>
                  {name}{' '}
                  <span className="mute">{column ? say(column) : t('listExport.whole')}</span>
                </li>
              )),
            )}
          </ul>
        </details>
      )}
      {stamps.length === 0 ? null : (
        <p className="mute">
          {t('listExport.says', { stamps: stamps.map(say).join(t('lists.comma')) })}
        </p>
      )}
    </section>
  )
}

function HiddenTable({ hidden }: Pick<ListReview, 'hidden'>) {
  const { t, say } = useWords()
  return (
    <table className="plain-table">
      <caption className="unseen">{t('listExport.what')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('listExport.what')}</th>
          <th scope="col" className="num">
            {t('listExport.rows')}
          </th>
          <th scope="col" className="num">
            {t('listExport.cells')}
          </th>
          <th scope="col" className="num">
            {t('listExport.quotes')}
          </th>
          <th scope="col">{t('listExport.why')}</th>
        </tr>
      </thead>
      <tbody>
        {hidden.map(({ reason, what, why, rows, cells, quotes }) => (
          <tr key={reason}>
            <th scope="row">{say(what)}</th>
            <td className="num">{rows}</td>
            <td className="num">{cells}</td>
            <td className="num">{quotes}</td>
            <td className="mute">{say(why)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
