/** How the desk confirms: by a second person, or as a desk of one person whose exports say so. */
import { useQuery } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import type { DeskView } from '../../api/index.ts'
import { useMay } from '../../frame/index.ts'
import { DateText, Loading, ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { deskQuery, useWrite } from './queries.ts'

export function DeskTab() {
  const { t, say } = useWords()
  const maySet = useMay('set-desk')
  const [isChanging, setChanging] = useState(false)
  const { data: desk, error, isPending, refetch } = useQuery(deskQuery)
  if (isPending) return <Loading />
  if (error) return <ProblemNotice error={error} retry={() => void refetch()} />
  return (
    <section className="desk-mode">
      <h2>{say(desk.words)}</h2>
      <p>{t(desk.mode === 'four-eyes' ? 'desk.four.why' : 'desk.one.why')}</p>
      {desk.setAt === null ? (
        <p className="mute">{t('desk.since.start')}</p>
      ) : (
        <p className="mute">
          {t('desk.since', { who: desk.setBy ?? '' })} <DateText of={desk.setAt} />
          <br />
          {t('desk.reason')}: {desk.reason}
        </p>
      )}
      {maySet ? (
        <button type="button" className="btn" onClick={() => setChanging(true)}>
          {t(desk.mode === 'four-eyes' ? 'desk.to.one' : 'desk.to.four')}
        </button>
      ) : null}
      {isChanging ? <ChangeDesk desk={desk} onClose={() => setChanging(false)} /> : null}
    </section>
  )
}

function ChangeDesk({ desk, onClose }: { desk: DeskView; onClose: () => void }) {
  const { t } = useWords()
  const [form] = Form.useForm<{ reason: string }>()
  const write = useWrite<DeskView>(onClose)
  const mode = desk.mode === 'four-eyes' ? 'one-person' : 'four-eyes'
  return (
    <Modal
      open
      title={t(desk.mode === 'four-eyes' ? 'desk.to.one' : 'desk.to.four')}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
      width={460}
    >
      <p>{t(mode === 'four-eyes' ? 'desk.four.why' : 'desk.one.why')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) =>
          write.mutate({ path: '/desk', method: 'PUT', body: { mode, reason } })
        }
      >
        <Form.Item
          name="reason"
          label={t('desk.reason')}
          rules={[{ required: true, whitespace: true, message: t('desk.reason.need') }]}
        >
          <Input maxLength={300} autoFocus />
        </Form.Item>
      </Form>
      {write.error ? <ProblemNotice error={write.error} /> : null}
    </Modal>
  )
}
