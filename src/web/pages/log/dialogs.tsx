/** The writes of the log's page, each asked for in a dialog. */
import { useQuery } from '@tanstack/react-query'
import { Form, Input, InputNumber, Modal, Select } from 'antd'
import type { ReactNode } from 'react'
import type { Witnessing, WitnessView } from '../../api/index.ts'
import { ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { type LogWrite, organisationsQuery, useLogWrite } from './queries.ts'

interface AskProps<Values> {
  title: string
  why: string
  ok: string
  initial?: Partial<Values>
  /** What to write for what was filled in. */
  write: (values: Values) => LogWrite
  onClose: () => void
  children?: ReactNode
}

function Ask<Values extends object>(props: AskProps<Values>) {
  const { t } = useWords()
  const [form] = Form.useForm<Values>()
  const write = useLogWrite(props.onClose)
  return (
    <Modal
      open
      title={props.title}
      okText={props.ok}
      cancelText={t('cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={props.onClose}
      width={560}
    >
      <p>{props.why}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        {...(props.initial ? { initialValues: props.initial } : {})}
        onFinish={(values) => write.mutate(props.write(values))}
      >
        {props.children}
      </Form>
      {write.error ? <ProblemNotice error={write.error} /> : null}
    </Modal>
  )
}

export function RegisterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const { data } = useQuery(organisationsQuery)
  const options = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const need = [{ required: true, message: t('log.field.need') }]
  return (
    <Ask<{ organisation: string; key: string }>
      title={t('log.register')}
      why={t('log.register.why')}
      ok={t('log.register')}
      write={(body) => ({ path: '/log/witnesses', method: 'POST', body })}
      onClose={onClose}
    >
      <Form.Item name="organisation" label={t('log.field.organisation')} rules={need}>
        <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="key" label={t('log.field.key')} rules={need}>
        <Input.TextArea rows={3} maxLength={400} spellCheck={false} />
      </Form.Item>
    </Ask>
  )
}

export function NeededDialog({ told, onClose }: { told: Witnessing; onClose: () => void }) {
  const { t } = useWords()
  const standing = told.witnesses.filter(({ retiredAt }) => retiredAt === null).length
  return (
    <Ask<{ needed: number }>
      title={t('log.needed.set')}
      why={t('log.needed.why', { standing })}
      ok={t('save')}
      initial={{ needed: told.needed }}
      write={(body) => ({ path: '/log/witnesses/needed', method: 'PUT', body })}
      onClose={onClose}
    >
      <Form.Item
        name="needed"
        label={t('log.field.needed')}
        rules={[{ required: true, message: t('log.field.need') }]}
      >
        <InputNumber min={0} max={standing} precision={0} />
      </Form.Item>
    </Ask>
  )
}

export function HandInDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  return (
    <Ask<{ note: string }>
      title={t('log.hand.in')}
      why={t('log.hand.in.why')}
      ok={t('log.hand.in')}
      write={(body) => ({ path: '/log/cosignatures', method: 'POST', body })}
      onClose={onClose}
    >
      <Form.Item
        name="note"
        label={t('log.field.note')}
        rules={[{ required: true, whitespace: true, message: t('log.field.need') }]}
      >
        <Input.TextArea rows={8} maxLength={20_000} spellCheck={false} className="log-note" />
      </Form.Item>
    </Ask>
  )
}

export function EndDialog({ witness, onClose }: { witness: WitnessView; onClose: () => void }) {
  const { t } = useWords()
  return (
    <Ask<object>
      title={t('log.end.title', { name: witness.name })}
      why={t('log.end.why')}
      ok={t('log.end')}
      write={() => ({ path: `/log/witnesses/${witness.id}`, method: 'DELETE' })}
      onClose={onClose}
    />
  )
}
