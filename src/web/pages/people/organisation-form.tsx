/** A new organisation, or the name, seat and code of one that is there. */
import { Form, Input, Modal, Radio } from 'antd'
import type { OrganisationKind, OrganisationView } from '../../api/index.ts'
import { ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { DivisionField } from './division.tsx'
import { useWrite } from './queries.ts'

const KINDS: readonly OrganisationKind[] = ['government', 'firm', 'institute']

interface OrganisationValues {
  name: string
  kind?: OrganisationKind
  home: string | null
  creditCode: string | null
}

interface OrganisationFormProps {
  /** Null: a new one. */
  organisation: OrganisationView | null
  onClose: () => void
}

export function OrganisationForm({ organisation, onClose }: OrganisationFormProps) {
  const { t } = useWords()
  const [form] = Form.useForm<OrganisationValues>()
  const write = useWrite<OrganisationView>(onClose)
  const save = (values: OrganisationValues) =>
    write.mutate(
      organisation === null
        ? { path: '/organisations', body: withoutEmpty(values) }
        : { path: `/organisations/${organisation.id}`, method: 'PATCH', body: emptyAsNull(values) },
    )
  const optional = (what: string) => t('org.optional', { what })
  return (
    <Modal
      open
      title={organisation ? `${t('people.edit')} · ${organisation.name}` : t('org.add')}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
      width={520}
    >
      <Form<OrganisationValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={organisation ?? { kind: 'government' }}
        onFinish={save}
      >
        <Form.Item
          name="name"
          label={t('org.name')}
          rules={[{ required: true, whitespace: true, message: t('org.name.need') }]}
        >
          <Input maxLength={200} autoFocus />
        </Form.Item>
        {organisation === null ? (
          <Form.Item name="kind" label={t('org.kind')}>
            <Radio.Group
              options={KINDS.map((kind) => ({ value: kind, label: t(`org.kind.${kind}`) }))}
            />
          </Form.Item>
        ) : null}
        <Form.Item name="home" label={optional(t('org.home'))} extra={t('org.home.why')}>
          <DivisionField />
        </Form.Item>
        <Form.Item name="creditCode" label={optional(t('org.code'))}>
          <Input maxLength={30} />
        </Form.Item>
      </Form>
      {write.error ? <ProblemNotice error={write.error} /> : null}
    </Modal>
  )
}

/** What was not filled in is not said. */
function withoutEmpty(values: OrganisationValues): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => Boolean(value)))
}

/** What was emptied is taken away. */
function emptyAsNull(values: OrganisationValues): object {
  return { ...values, home: values.home || null, creditCode: values.creditCode || null }
}
