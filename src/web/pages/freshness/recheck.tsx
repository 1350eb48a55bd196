/** Looking at a fact again: it is still so, or it is something else by now. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, InputNumber, Modal, Radio } from 'antd'
import { useState } from 'react'
import { type StaleFact, useSendOnce } from '../../api/index.ts'
import { useMay } from '../../frame/index.ts'
import { ProblemNotice, useClaimValue } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'

interface Values {
  outcome: 'same' | 'changed'
  value?: string
  year?: number | null
  note: string
}

export function Recheck({ fact }: { fact: StaleFact }) {
  const { t } = useWords()
  const may = useMay('state-claim')
  const [isOpen, setOpen] = useState(false)
  if (!may) return null
  return (
    <>
      <button type="button" className="btn plain" onClick={() => setOpen(true)}>
        {t('freshness.recheck')}
      </button>
      {isOpen ? <RecheckDialog fact={fact} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function RecheckDialog({ fact, onClose }: { fact: StaleFact; onClose: () => void }) {
  const { t, say } = useWords()
  const wordsOf = useClaimValue()
  const [form] = Form.useForm<Values>()
  const outcome = Form.useWatch('outcome', form) ?? 'same'
  const recheck = useRecheck(fact.claim, onClose)
  const value = wordsOf({ property: fact.property, object: null, figure: fact.figure })
  return (
    <Modal
      open
      title={t('freshness.recheck.title', { thing: fact.subject.name, what: say(fact.words) })}
      okText={t('freshness.recheck.do')}
      cancelText={t('cancel')}
      confirmLoading={recheck.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ outcome: 'same' }}
        onFinish={(values) => recheck.mutate(values)}
      >
        <Form.Item name="outcome" label={t('freshness.recheck.found')}>
          <Radio.Group
            options={[
              { value: 'same', label: t('freshness.recheck.same', { value }) },
              { value: 'changed', label: t('freshness.recheck.changed') },
            ]}
          />
        </Form.Item>
        {outcome === 'changed' ? (
          <>
            <Form.Item
              name="value"
              label={t('freshness.recheck.value')}
              rules={[{ required: true, whitespace: true, message: t('freshness.recheck.need') }]}
            >
              <Input maxLength={400} placeholder={value} />
            </Form.Item>
            <Form.Item name="year" label={t('freshness.recheck.year')}>
              <InputNumber min={1900} max={2200} precision={0} />
            </Form.Item>
          </>
        ) : null}
        <Form.Item
          name="note"
          label={t('freshness.recheck.note')}
          rules={[{ required: true, whitespace: true, message: t('freshness.recheck.note.need') }]}
        >
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      </Form>
      {recheck.error ? <ProblemNotice error={recheck.error} /> : null}
    </Modal>
  )
}

function useRecheck(claim: string, onDone: () => void) {
  const queryClient = useQueryClient()
  const sendOnce = useSendOnce()
  return useMutation({
    mutationFn: ({ outcome, value, year, note }: Values) => {
      const changed = outcome === 'same' ? {} : { value, ...(year && { year }) }
      return sendOnce('/freshness/recheck', { claim, outcome, note, ...changed })
    },
    // Every map, page and list that showed the old value may now say more.
    onSuccess: async () => {
      await queryClient.invalidateQueries()
      onDone()
    },
  })
}
