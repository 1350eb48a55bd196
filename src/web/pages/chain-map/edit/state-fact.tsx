import { useQuery } from '@tanstack/react-query'
import { DatePicker, Form, Input, Select } from 'antd'
import { type PropertyWords, type StageTile, vocabularyQuery } from '../../../api/index.ts'
import { useWords } from '../../../words/index.ts'
import { EditDialog, filled } from './edit-dialog.tsx'

interface FactValues {
  property: string
  value: string
  /** What the date picker hands over, as far as it is used here. */
  validFrom?: { format(pattern: string): string }
  sourceNote: string
}

/** One fact about a stage, with a note of where it is known from. */
export function StateFact({ stage, onClose }: { stage: StageTile; onClose: () => void }) {
  const { t, nameOf } = useWords()
  return (
    <EditDialog<FactValues>
      title={t('edit.factOf', { stage: nameOf(stage) })}
      path="/claims"
      body={({ validFrom, ...values }) => ({
        subject: { id: stage.id },
        ...filled(values),
        ...(validFrom ? { validFrom: validFrom.format('YYYY-MM-DD') } : {}),
      })}
      onClose={onClose}
    >
      <FactFields />
      <Form.Item name="validFrom" label={t('edit.validFrom')} extra={t('edit.validFrom.why')}>
        <DatePicker />
      </Form.Item>
    </EditDialog>
  )
}

function FactFields() {
  const { t, say } = useWords()
  const form = Form.useFormInstance()
  const chosen = Form.useWatch<string | undefined>('property', form)
  const properties = useStageProperties()
  const property = properties.find(({ id }) => id === chosen)
  const choices = property?.choices ?? []
  return (
    <>
      <Form.Item
        name="property"
        label={t('edit.property')}
        rules={[{ required: true, message: t('edit.property.need') }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={properties.map(({ id, words }) => ({ value: id, label: say(words) }))}
          onChange={() => form.setFieldValue('value', undefined)}
        />
      </Form.Item>
      <Form.Item
        name="value"
        label={t('edit.value')}
        extra={property?.value === 'quantity' ? t('edit.value.quantity') : undefined}
        rules={[{ required: true, whitespace: true, message: t('edit.value.need') }]}
      >
        {choices.length > 0 ? (
          <Select options={choices.map(({ id, words }) => ({ value: id, label: say(words) }))} />
        ) : (
          <Input maxLength={4000} placeholder={property?.unit ? `… ${property.unit}` : ''} />
        )}
      </Form.Item>
    </>
  )
}

/** Names and keys are given by import; a fact by hand says something of the stage. */
const NOT_BY_HAND = new Set(['name', 'englishName', 'position', 'column', 'order', 'shortName'])

function useStageProperties(): readonly PropertyWords[] {
  const vocabulary = useQuery(vocabularyQuery).data
  const own = vocabulary?.kinds.find(({ id }) => id === 'stage')?.properties ?? []
  return (vocabulary?.properties ?? []).filter(({ id }) => own.includes(id) && !NOT_BY_HAND.has(id))
}
