/** The dialog that every entry by hand shares: fields, the note of its source, problem, save. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal, Radio } from 'antd'
import type { ReactNode } from 'react'
import { useSendOnce } from '../../../api/index.ts'
import { ProblemNotice } from '../../../parts/index.ts'
import { useWords } from '../../../words/index.ts'

interface EditDialogProps<Values extends object> {
  title: string
  path: string
  initial?: Partial<Values>
  /** Turns the fields into the body of the write. */
  body: (values: Values) => object
  onSaved?: (answer: { id: string }) => void
  onClose: () => void
  children: ReactNode
}

export function EditDialog<Values extends object>(props: EditDialogProps<Values>) {
  const { title, path, body, onClose, children } = props
  const { t } = useWords()
  const [form] = Form.useForm<Values>()
  const sendOnce = useSendOnce()
  const queryClient = useQueryClient()
  const save = useMutation({
    mutationFn: (values: Values) => sendOnce<{ id: string }>(path, body(values)),
    onSuccess: async (answer) => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['chains'] }),
        queryClient.invalidateQueries({ queryKey: ['stages'] }),
      ])
      props.onSaved?.(answer)
      onClose()
    },
  })
  return (
    <Modal
      open
      title={title}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
      width={520}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ label: 'internal', ...props.initial }}
        onFinish={(values) => save.mutate(values)}
      >
        {children}
        <Form.Item
          name="sourceNote"
          label={t('edit.sourceNote')}
          extra={t('edit.sourceNote.why')}
          rules={[{ required: true, whitespace: true, message: t('edit.sourceNote.need') }]}
        >
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        <Form.Item name="label" label={t('edit.label')}>
          <Radio.Group
            options={(['internal', 'public'] as const).map((value) => ({
              value,
              label: t(`edit.label.${value}`),
            }))}
          />
        </Form.Item>
      </Form>
      {save.error ? <ProblemNotice error={save.error} /> : null}
    </Modal>
  )
}

/** A required line of text. */
export function NameField({ name, label, need }: { name: string; label: string; need?: string }) {
  const rules = need ? [{ required: true, whitespace: true, message: need }] : []
  return (
    <Form.Item name={name} label={label} rules={rules}>
      <Input maxLength={200} />
    </Form.Item>
  )
}

/** Leaves out what was not filled in: an empty field is no statement. */
export function filled<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as Partial<Values>
}
