/** Keeping one of the readings that differ: the others are withdrawn, with a reason. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { type FigureDifference, useSendOnce } from '../../api/index.ts'
import { useMay } from '../../frame/index.ts'
import { ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'

const REASONS = ['outdated', 'wrong-value', 'wrong-period', 'not-in-source', 'other'] as const
type Reason = (typeof REASONS)[number]
type OneReading = FigureDifference['readings'][number]

interface SettleProps {
  reading: OneReading
  others: readonly OneReading[]
}

export function Settle({ reading, others }: SettleProps) {
  const { t } = useWords()
  const may = useMay('decide-claim')
  const [isAsking, setAsking] = useState(false)
  if (!may) return null
  return (
    <>
      <button type="button" className="btn plain" onClick={() => setAsking(true)}>
        {t('freshness.settle')}
      </button>
      {isAsking ? <SettleDialog {...{ reading, others }} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

function SettleDialog({ reading, others, onClose }: SettleProps & { onClose: () => void }) {
  const { t } = useWords()
  const field = useId()
  const sendOnce = useSendOnce()
  const queryClient = useQueryClient()
  const [reason, setReason] = useState<Reason | undefined>(undefined)
  const settle = useMutation({
    mutationFn: () => sendOnce('/freshness/differences/settle', { keep: reading.claim, reason }),
    // Every map, page and list that showed one of the others may now say less.
    onSuccess: () => queryClient.invalidateQueries(),
  })
  return (
    <Modal
      open
      title={t('freshness.settle.title', { value: reading.figure.text })}
      okText={t('freshness.settle.do', { n: others.length })}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: reason === undefined, loading: settle.isPending }}
      onOk={() => settle.mutate()}
      onCancel={onClose}
    >
      <p>{t('freshness.settle.why')}</p>
      <ul>
        {others.map(({ claim, figure, source }) => (
          <li key={claim}>
            {figure.text} <span className="mute">{source.title}</span>
          </li>
        ))}
      </ul>
      <label htmlFor={field}>{t('freshness.settle.reason')}</label>
      <Select
        id={field}
        style={{ width: '100%' }}
        value={reason ?? null}
        placeholder={t('freshness.settle.choose')}
        options={REASONS.map((value) => ({ value, label: t(`freshness.settle.${value}`) }))}
        onChange={(value) => setReason(value ?? undefined)}
      />
      {settle.error ? <ProblemNotice error={settle.error} /> : null}
    </Modal>
  )
}
