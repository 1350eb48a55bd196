import { Form, Select } from 'antd'
import type { StageTile } from '../../../api/index.ts'
import { useWords } from '../../../words/index.ts'
import type { MapPage } from '../use-map-page.ts'
import { EditDialog } from './edit-dialog.tsx'

interface LinkValues {
  from: string
  to: string
  sourceNote: string
}

interface AddLinkProps {
  page: MapPage
  from: StageTile | null
  onClose: () => void
}

/** A supply link: what one stage makes is an input of the other. */
export function AddLink({ page, from, onClose }: AddLinkProps) {
  const { t, nameOf } = useWords()
  const options = page.map.stages.map((stage) => ({ value: stage.id, label: nameOf(stage) }))
  return (
    <EditDialog<LinkValues>
      title={t('edit.link')}
      path={`/chains/${page.map.chain.id}/links`}
      initial={from ? { from: from.id } : {}}
      body={(values) => values}
      onClose={onClose}
    >
      <Form.Item
        name="from"
        label={t('edit.from')}
        rules={[{ required: true, message: t('edit.stage.need') }]}
      >
        <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
      <Form.Item
        name="to"
        label={t('edit.to')}
        dependencies={['from']}
        rules={[
          { required: true, message: t('edit.stage.need') },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value !== undefined && value === getFieldValue('from')
                ? Promise.reject(new Error(t('edit.link.self')))
                : Promise.resolve(),
          }),
        ]}
      >
        <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
    </EditDialog>
  )
}
