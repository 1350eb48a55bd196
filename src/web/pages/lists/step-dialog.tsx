/** The dialog of a step: what it does, a note where one is due, and what went wrong. */
import { Form, Input, Modal } from 'antd'
import { ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { useListWrite } from './queries.ts'

export type Step = 'submit' | 'return' | 'sign'

interface StepProps {
  step: Step
  /** Address of the version below /api. */
  path: string
  chain: string
  /** Whether the step is not taken without a note. */
  needsNote: boolean
  onClose: () => void
}

export function StepDialog({ step, path, chain, needsNote, onClose }: StepProps) {
  const { t } = useWords()
  const [form] = Form.useForm<{ note?: string }>()
  const write = useListWrite(onClose)
  const rules = needsNote
    ? [{ required: true, whitespace: true, message: t('lists.note.need') }]
    : []
  return (
    <Modal
      open
      title={t(`lists.do.${step}`)}
      okText={t(`lists.do.${step}`)}
      cancelText={t('cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
      width={480}
    >
      <p>{t(`lists.do.${step}.why`)}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ note = '' }) => {
          const said = note.trim()
          const name = step === 'return' ? 'reason' : 'note'
          const body = said === '' ? { chain } : { chain, [name]: said }
          write.mutate({ path: `${path}/${step}`, body })
        }}
      >
        <Form.Item
          name="note"
          label={t(needsNote ? 'lists.note.needed' : 'lists.note')}
          rules={rules}
        >
          <Input.TextArea rows={2} maxLength={1000} autoFocus />
        </Form.Item>
      </Form>
      {write.error ? <ProblemNotice error={write.error} /> : null}
    </Modal>
  )
}
