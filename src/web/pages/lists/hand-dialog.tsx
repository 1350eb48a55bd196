/** Adding a row by hand or taking one out: the thing, the reason, and the claim it rests on. */
import { useQuery } from '@tanstack/react-query'
import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import {
  get,
  type ListHead,
  type ListRow,
  type SearchAnswer,
  type ThingView,
  withQuery,
} from '../../api/index.ts'
import { figureWords, ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { useListWrite } from './queries.ts'

interface HandProps {
  list: ListHead
  chain: string
  /** Address of the version below /api. */
  path: string
  /** The row that is taken out or given back; null to add one. */
  row: ListRow | null
  onClose: () => void
}

interface Values {
  thing: string
  claim?: string
  reason: string
}

export function HandDialog({ list, chain, path, row, onClose }: HandProps) {
  const { t } = useWords()
  const [form] = Form.useForm<Values>()
  const write = useListWrite(onClose)
  const act = row === null ? 'add' : row.curation === null ? 'remove' : 'undo'
  return (
    <Modal
      open
      title={t(`lists.hand.title.${act}`, { name: row?.name.text ?? '' })}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
      width={560}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={row === null ? {} : { thing: row.thing }}
        onFinish={({ thing, claim, reason }) =>
          write.mutate({
            path: `${path}/rows`,
            body: { chain, thing: row?.thing ?? thing, act, reason, ...(claim ? { claim } : {}) },
          })
        }
      >
        {row === null ? <ThingField list={list} /> : null}
        {act === 'undo' ? null : <ClaimField />}
        <Form.Item
          name="reason"
          label={t('lists.hand.reason')}
          rules={[{ required: true, whitespace: true, message: t('lists.note.need') }]}
        >
          <Input maxLength={1000} />
        </Form.Item>
        {row === null ? null : <Form.Item name="thing" hidden noStyle />}
      </Form>
      {write.error ? <ProblemNotice error={write.error} /> : null}
    </Modal>
  )
}

function ThingField({ list }: { list: ListHead }) {
  const { t } = useWords()
  const [q, setQ] = useState('')
  const form = Form.useFormInstance<Values>()
  const { data } = useQuery({
    queryKey: ['search', 'for-list', q],
    queryFn: ({ signal }) => get<SearchAnswer>(withQuery('/search', { q, limit: 20 }), signal),
    enabled: q.trim() !== '',
  })
  const groups = data?.groups.filter(({ kind }) => list.kinds.includes(kind)) ?? []
  const options = groups.flatMap(({ items }) =>
    items.map(({ id, name, detail }) => ({
      value: id,
      label: detail === null ? name : `${name}　${detail}`,
    })),
  )
  return (
    <Form.Item
      name="thing"
      label={t('lists.hand.thing')}
      rules={[{ required: true, message: t('lists.hand.thing.need') }]}
    >
      <Select
        showSearch={{ filterOption: false, onSearch: setQ }}
        options={options}
        notFoundContent={q === '' ? t('lists.hand.type') : t('lists.hand.nothing')}
        onChange={() => form.setFieldValue('claim', undefined)}
        autoFocus
      />
    </Form.Item>
  )
}

/** The claims that speak of the chosen thing. */
function ClaimField() {
  const { t, say, language } = useWords()
  const form = Form.useFormInstance<Values>()
  const thing = Form.useWatch<string | undefined>('thing', form)
  const { data } = useQuery({
    queryKey: ['things', thing ?? '', 'claims'],
    queryFn: ({ signal }) => get<ThingView>(`/things/${thing}`, signal),
    enabled: thing !== undefined,
  })
  const figures = [
    ...(data?.values ?? []).flatMap(({ label, readings }) =>
      readings.map(({ figure, source }) => ({ label: say(label), figure, source: source.title })),
    ),
    ...(data?.edges ?? []).flatMap(({ label, items }) =>
      items.map(({ thing: other, figure, source }) => ({
        label: `${say(label)} ${other.name}`,
        figure,
        source: source.title,
      })),
    ),
    ...(data?.names ?? []).map(({ name, figure }) => ({ label: name, figure, source: '' })),
  ]
  const options = figures
    .filter(({ figure }) => figure.id.startsWith('c.'))
    .map(({ label, figure, source }) => ({
      value: figure.id.slice(2),
      label: [label, figureWords(figure, language), source]
        .filter((each) => each !== '')
        .join('　'),
    }))
  return (
    <Form.Item
      name="claim"
      label={t('lists.hand.claim')}
      extra={t('lists.hand.claim.why')}
      rules={[{ required: true, message: t('lists.hand.claim.need') }]}
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        disabled={thing === undefined}
      />
    </Form.Item>
  )
}
