/** Answers that wait: before and after, accepted or refused one by one or all that are chosen. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Modal, Select } from 'antd'
import { useId, useState } from 'react'
import type { CollectionCell, CollectionView } from '../../api/index.ts'
import { useMay } from '../../frame/index.ts'
import { EmptyState, Loading, ProblemNotice, toggled } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { CellValue } from './cells.tsx'
import { cellsQuery, useRoundWrite } from './queries.ts'

const REASONS = [
  'wrong-value',
  'wrong-unit',
  'wrong-period',
  'wrong-subject',
  'insufficient',
  'other',
] as const

export function Answers({ round }: { round: CollectionView }) {
  const { t } = useWords()
  const found = useInfiniteQuery(cellsQuery(round.id, { state: 'waiting' }))
  const may = useMay('decide-claim')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [isRefusing, setRefusing] = useState(false)
  const decide = useRoundWrite()
  const cells = found.data?.pages.flatMap(({ items }) => items) ?? []
  const total = found.data?.pages[0]?.total ?? 0
  if (found.isPending) return <Loading />
  if (found.error) {
    return <ProblemNotice error={found.error} retry={() => void found.refetch()} />
  }
  if (cells.length === 0) {
    return (
      <EmptyState title={t('collection.answers.none')} why={t('collection.answers.none.why')} />
    )
  }
  const chosen = cells.flatMap(({ claim }) => (claim === null || left.has(claim) ? [] : [claim]))
  const turn = (claim: string) => setLeft((now) => toggled(now, claim))
  const path = `/collections/${round.id}/decide`
  return (
    <section className="collection-answers">
      {may ? (
        <DecideBar
          chosen={chosen.length}
          sum={t('collection.answers.sum', { shown: cells.length, total })}
          isBusy={decide.isPending}
          onAccept={() => decide.mutate({ path, body: { kind: 'accept', claims: chosen } })}
          onRefuse={() => setRefusing(true)}
          onTurnAll={() =>
            setLeft(
              chosen.length === 0 ? new Set() : new Set(cells.flatMap(({ claim }) => claim ?? [])),
            )
          }
        />
      ) : (
        <p className="mute">{t('collection.answers.wait', { n: total })}</p>
      )}
      {decide.error ? <ProblemNotice error={decide.error} /> : null}
      <AnswerTable round={round} cells={cells} left={left} onTurn={may ? turn : null} />
      {found.hasNextPage ? (
        <button type="button" className="btn" onClick={() => void found.fetchNextPage()}>
          {t('collection.more')}
        </button>
      ) : null}
      {isRefusing ? (
        <Refuse path={path} claims={chosen} onClose={() => setRefusing(false)} />
      ) : null}
    </section>
  )
}

interface DecideBarProps {
  /** How many answers are chosen. */
  chosen: number
  sum: string
  isBusy: boolean
  onAccept: () => void
  onRefuse: () => void
  /** All are chosen, or none. */
  onTurnAll: () => void
}

function DecideBar({ chosen, sum, isBusy, onAccept, onRefuse, onTurnAll }: DecideBarProps) {
  const { t } = useWords()
  return (
    <div className="collection-decide no-print">
      <button type="button" className="btn do" disabled={chosen === 0 || isBusy} onClick={onAccept}>
        {t('collection.accept', { n: chosen })}
      </button>
      <button type="button" className="btn" disabled={chosen === 0} onClick={onRefuse}>
        {t('collection.refuse', { n: chosen })}
      </button>
      <button type="button" className="btn plain" onClick={onTurnAll}>
        {t(chosen === 0 ? 'collection.choose.all' : 'collection.choose.none')}
      </button>
      <span className="mute">{sum}</span>
    </div>
  )
}

interface AnswerTableProps {
  round: CollectionView
  cells: readonly CollectionCell[]
  left: ReadonlySet<string>
  /** Null: nothing can be chosen. */
  onTurn: ((claim: string) => void) | null
}

function AnswerTable({ round, cells, left, onTurn }: AnswerTableProps) {
  const { t, say } = useWords()
  const nameOf = (ordinal: number): string =>
    round.recipients.find((each) => each.ordinal === ordinal)?.name ?? ''
  return (
    <table className="plain-table">
      <caption className="unseen">{t('collection.view.answers')}</caption>
      <thead>
        <tr>
          {onTurn ? (
            <th scope="col">
              <span className="unseen">{t('collection.choose')}</span>
            </th>
          ) : null}
          <th scope="col">{t('collection.col.thing')}</th>
          <th scope="col">{t('collection.col.property')}</th>
          <th scope="col">{t('collection.col.before')}</th>
          <th scope="col">{t('collection.col.after')}</th>
          <th scope="col">{t('collection.col.change')}</th>
          <th scope="col">{t('collection.col.recipient')}</th>
        </tr>
      </thead>
      <tbody>
        {cells.map((cell) => (
          <tr key={`${cell.thing.id} ${cell.property}`} data-change={cell.change}>
            {onTurn ? (
              <td className="choose">
                <input
                  type="checkbox"
                  aria-label={`${cell.thing.name} ${say(cell.words)}`}
                  checked={cell.claim !== null && !left.has(cell.claim)}
                  onChange={() => onTurn(cell.claim ?? '')}
                />
              </td>
            ) : null}
            <th scope="row">
              <a className="row-link" href={`/things/${cell.thing.id}`}>
                {cell.thing.name}
              </a>
            </th>
            <td>{say(cell.words)}</td>
            <td>
              {cell.before === null ? (
                <span className="mute">{t('collection.before.none')}</span>
              ) : (
                <CellValue property={cell.property} figure={cell.before} />
              )}
            </td>
            <td>
              {cell.answer === null ? null : (
                <CellValue property={cell.property} figure={cell.answer} />
              )}
            </td>
            <td className="change">
              {cell.change === null ? null : t(`collection.change.${cell.change}`)}
            </td>
            <td className="mute">{nameOf(cell.recipient)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface RefuseProps {
  path: string
  claims: readonly string[]
  onClose: () => void
}

function Refuse({ path, claims, onClose }: RefuseProps) {
  const { t } = useWords()
  const field = useId()
  const [reason, setReason] = useState<(typeof REASONS)[number] | undefined>(undefined)
  const refuse = useRoundWrite(onClose)
  return (
    <Modal
      open
      title={t('collection.refuse', { n: claims.length })}
      okText={t('collection.refuse', { n: claims.length })}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: reason === undefined, loading: refuse.isPending }}
      onOk={() => refuse.mutate({ path, body: { kind: 'reject', claims, reason } })}
      onCancel={onClose}
    >
      <p>{t('collection.refuse.why')}</p>
      <label htmlFor={field}>{t('collection.refuse.reason')}</label>
      <Select
        id={field}
        style={{ width: '100%' }}
        value={reason ?? null}
        placeholder={t('collection.refuse.choose')}
        options={REASONS.map((value) => ({ value, label: t(`collection.reason.${value}`) }))}
        onChange={(value) => setReason(value ?? undefined)}
      />
      {refuse.error ? <ProblemNotice error={refuse.error} /> : null}
    </Modal>
  )
}
