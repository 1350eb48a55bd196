/** Who is asked, how far each is, its workbook, what it returned, and a note to remind it. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type CollectionRecipient,
  type CollectionReturn,
  type CollectionView,
  saved,
  withQuery,
} from '../../api/index.ts'
import { useMay } from '../../frame/index.ts'
import { DateText, ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { Progress } from './meter.tsx'

interface RecipientsProps {
  round: CollectionView
  /** Ordinal of the recipient whose returns are open. */
  open: string | null
}

export function Recipients({ round, open }: RecipientsProps) {
  const { t } = useWords()
  return (
    <table className="plain-table collection-recipients">
      <caption className="unseen">{t('collection.view.recipients')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('collection.col.recipient')}</th>
          <th scope="col">{t('collection.col.following')}</th>
          <th scope="col" className="num">
            {t('collection.col.things')}
          </th>
          <th scope="col">{t('collection.col.progress')}</th>
          <th scope="col" className="num">
            {t('collection.meter.waiting')}
          </th>
          <th scope="col" className="num">
            {t('collection.meter.accepted')}
          </th>
          <th scope="col" className="num">
            {t('collection.meter.refused')}
          </th>
          <th scope="col">{t('collection.col.last')}</th>
          <th scope="col">
            <span className="unseen">{t('collection.col.acts')}</span>
          </th>
        </tr>
      </thead>
      {round.recipients.map((recipient) => (
        <Recipient
          key={recipient.ordinal}
          round={round}
          recipient={recipient}
          isOpen={String(recipient.ordinal) === open}
        />
      ))}
    </table>
  )
}

const COLUMNS = 9

interface RecipientProps {
  round: CollectionView
  recipient: CollectionRecipient
  isOpen: boolean
}

function Recipient({ round, recipient, isOpen }: RecipientProps) {
  const { t } = useWords()
  const { ordinal, name, workbook, hasAccount, following, meter, returns } = recipient
  const [last] = returns
  const base = `/collection/${round.id}`
  const of = isOpen ? undefined : String(ordinal)
  return (
    <tbody>
      <tr aria-selected={isOpen}>
        <th scope="row">
          <a className="row-link" href={withQuery(base, { of })}>
            {name}
          </a>{' '}
          <span className="mute">{workbook}</span>{' '}
          {hasAccount ? null : <span className="mute">{t('collection.no.account')}</span>}
        </th>
        <td>
          <span className={`following ${following}`}>{t(`collection.following.${following}`)}</span>
        </td>
        <td className="num">{recipient.things}</td>
        <td>
          <Progress meter={meter} />
        </td>
        <td className="num">{meter.waiting}</td>
        <td className="num">{meter.accepted}</td>
        <td className="num">{meter.refused}</td>
        <td>
          {last === undefined ? (
            <span className="mute">{t('collection.none.yet')}</span>
          ) : (
            <DateText of={last.returnedAt} />
          )}{' '}
          {last === undefined || last.problems.length === 0 ? null : (
            <span className="late">{t('collection.problems', { n: last.problems.length })}</span>
          )}
        </td>
        <td className="acts">
          <Workbook round={round} ordinal={ordinal} name={name} />
          <Reminder recipient={recipient} />
        </td>
      </tr>
      {isOpen ? (
        <tr className="collection-open">
          <td colSpan={COLUMNS}>
            <Returns
              recipient={recipient}
              cells={withQuery(base, { view: 'cells', of: ordinal })}
            />
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}

interface WorkbookProps {
  round: CollectionView
  ordinal: number
  name: string
}

function Workbook({ round, ordinal, name }: WorkbookProps) {
  const { t } = useWords()
  const get = useMutation({
    mutationFn: () => saved(`/collections/${round.id}/workbooks`, { recipient: ordinal }),
  })
  return (
    <>
      {get.error ? <ProblemNotice error={get.error} /> : null}
      <button
        type="button"
        className="btn plain"
        disabled={get.isPending}
        onClick={() => get.mutate()}
      >
        {t('collection.workbook')}
        <span className="unseen"> {name}</span>
      </button>
    </>
  )
}

/** The note is put where it can be pasted from; nothing leaves by itself. */
function Reminder({ recipient: { reminder, name } }: { recipient: CollectionRecipient }) {
  const { t, say } = useWords()
  const [isCopied, setCopied] = useState(false)
  if (reminder === null) return null
  const copy = () => navigator.clipboard.writeText(say(reminder)).then(() => setCopied(true))
  return (
    <button type="button" className="btn plain" title={say(reminder)} onClick={() => void copy()}>
      {t(isCopied ? 'collection.remind.done' : 'collection.remind')}
      <span className="unseen"> {name}</span>
    </button>
  )
}

function Returns({ recipient, cells }: { recipient: CollectionRecipient; cells: string }) {
  const { t, say } = useWords()
  const { returns, reminder } = recipient
  return (
    <div className="collection-returns">
      <p>
        <a className="fig" href={cells}>
          {t('collection.cells.of', { n: recipient.meter.asked })}
        </a>
      </p>
      {returns.length === 0 ? <p className="mute">{t('collection.returns.none')}</p> : null}
      {returns.map((each) => (
        <OneReturn key={each.number} one={each} />
      ))}
      {reminder === null ? null : (
        <details>
          <summary>{t('collection.remind.text')}</summary>
          <pre>{say(reminder)}</pre>
        </details>
      )}
    </div>
  )
}

function OneReturn({ one }: { one: CollectionReturn }) {
  const { t } = useWords()
  // To those who answer, the source that their workbook became is not open.
  const may = useMay('read-internal')
  const { number, source, fileName, returnedBy, returnedAt, counts, problems } = one
  return (
    <section aria-label={t('collection.return', { n: number })}>
      <h3>
        {t('collection.return', { n: number })}{' '}
        {may ? <a href={`/sources/${source}`}>{fileName}</a> : fileName}{' '}
        <span className="mute">
          {returnedBy} <DateText of={returnedAt} />
        </span>
      </h3>
      <p>
        {t('collection.return.counts', { ...counts })}{' '}
        {problems.length === 0 ? t('collection.return.sound') : null}
      </p>
      {problems.length === 0 ? null : <Problems problems={problems} />}
    </section>
  )
}

function Problems({ problems }: Pick<CollectionReturn, 'problems'>) {
  const { t, say } = useWords()
  return (
    <table className="plain-table collection-problems">
      <caption className="unseen">{t('collection.problems', { n: problems.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('collection.problem.place')}</th>
          <th scope="col">{t('collection.col.thing')}</th>
          <th scope="col">{t('collection.problem.given')}</th>
          <th scope="col">{t('collection.problem.what')}</th>
          <th scope="col">{t('collection.problem.taken')}</th>
        </tr>
      </thead>
      <tbody>
        {problems.map(({ code, cell, row, thing, name, given, words, taken }) => (
          <tr key={`${code} ${cell ?? ''} ${row ?? ''} ${thing ?? ''} ${given}`}>
            <th scope="row">
              {cell ?? (row === null ? '' : t('collection.problem.row', { n: row }))}
            </th>
            <td>{name}</td>
            <td className="given">{given}</td>
            <td className="words">{say(words)}</td>
            <td>{t(taken ? 'collection.taken' : 'collection.not.taken')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
