/** The fields of a proposal, open for a reading of one's own; what is left alone stays as read. */
import { useQuery } from '@tanstack/react-query'
import { Form, Input, type InputRef, Select } from 'antd'
import { type KeyboardEvent, type Ref, useRef, useState } from 'react'
import {
  get,
  type PropertyWords,
  type ReviewCase,
  type SearchAnswer,
  type ThingRef,
  vocabularyQuery,
  withQuery,
} from '../../api/index.ts'
import { Keys, useKeys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { Field, periodText } from './proposal.tsx'
import type { Fields } from './use-review.ts'

interface EditFormProps {
  shown: ReviewCase
  isBusy: boolean
  onSave: (fields: Fields) => void
  onClose: () => void
}

export function EditForm({ shown, isBusy, onSave, onClose }: EditFormProps) {
  const { t } = useWords()
  const [form] = Form.useForm<Required<Fields>>()
  const { claim } = shown
  const before: Required<Fields> = {
    subject: claim.subject.id,
    property: claim.property,
    object: claim.object?.id ?? '',
    value: claim.object === null ? claim.figure.text : '',
    period: periodText(claim) ?? '',
  }
  const fields = useFields(onClose)
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.stopPropagation()
    onClose()
  }
  return (
    <Form<Required<Fields>>
      form={form}
      className="edit-form"
      initialValues={before}
      onFinish={(values) => onSave(changed(before, values))}
      onKeyDown={leave}
    >
      <table className="proposal">
        <caption className="unseen">{t('review.edit')}</caption>
        <tbody>
          <Field label={t('review.subject')} note={<Keys of="1" />}>
            <Thing name="subject" of={claim.subject} field={fields.subject} />
          </Field>
          <Field label={t('review.property')} note={<Keys of="2" />}>
            <Property shown={shown} field={fields.property} />
          </Field>
          {claim.object === null ? null : (
            <Field label={t('review.object')} note={<Keys of="5" />}>
              <Thing name="object" of={claim.object} field={fields.object} />
            </Field>
          )}
          <Field label={t('review.value')} note={<Keys of="3" />}>
            <Value field={fields.value} isNone={claim.object !== null} />
          </Field>
          <Field label={t('review.period')} note={<Keys of="4" />}>
            <Form.Item name="period" noStyle>
              <Input
                ref={fields.period}
                aria-label={t('review.period')}
                placeholder={t('review.period.form')}
                maxLength={60}
              />
            </Form.Item>
          </Field>
        </tbody>
      </table>
      <p className="edit-acts">
        <button type="submit" className="btn do" disabled={isBusy}>
          {t('review.edit.save')} <Keys of="Enter" />
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {t('cancel')} <Keys of="Esc" />
        </button>
        <span className="mute">{t('review.edit.why')}</span>
      </p>
    </Form>
  )
}

/** The fields by their digits; Escape leaves them. */
function useFields(onClose: () => void) {
  const fields = {
    subject: useRef<{ focus: () => void }>(null),
    property: useRef<{ focus: () => void }>(null),
    value: useRef<InputRef>(null),
    period: useRef<InputRef>(null),
    object: useRef<{ focus: () => void }>(null),
  }
  const reach = (name: keyof typeof fields) => (event: globalThis.KeyboardEvent) => {
    event.preventDefault()
    fields[name].current?.focus()
  }
  useKeys({
    '1': reach('subject'),
    '2': reach('property'),
    '3': reach('value'),
    '4': reach('period'),
    '5': reach('object'),
    Escape: onClose,
  })
  return fields
}

/** Only what differs is sent. */
function changed(before: Required<Fields>, values: Required<Fields>): Fields {
  const names = Object.keys(before) as (keyof Fields)[]
  return Object.fromEntries(
    names
      .filter((name) => (values[name] ?? '') !== before[name])
      .map((name) => [name, values[name] ?? '']),
  )
}

interface FieldProps {
  shown: ReviewCase
  field: Ref<{ focus: () => void }>
}

interface ThingProps {
  name: 'subject' | 'object'
  of: ThingRef
  field: Ref<{ focus: () => void }>
}

/** The thing that is spoken of, or the other end of a relation; another is found by its name. */
function Thing({ name, of, field }: ThingProps) {
  const { t } = useWords()
  const [q, setQ] = useState('')
  const { data } = useQuery({
    queryKey: ['search', 'for-review', q],
    queryFn: ({ signal }) => get<SearchAnswer>(withQuery('/search', { q, limit: 20 }), signal),
    enabled: q.trim() !== '',
  })
  const kinds = useQuery(vocabularyQuery).data?.kinds ?? []
  const found = (data?.groups ?? [])
    .filter(({ kind }) => kinds.some(({ id }) => id === kind))
    .flatMap(({ items }) => items)
    .filter(({ id }) => id !== of.id)
    .map(({ id, name: called, detail }) => ({
      ...{ value: id, label: detail ? `${called}　${detail}` : called },
    }))
  const own = { value: of.id, label: of.name }
  return (
    <Form.Item name={name} noStyle>
      <Select
        ref={field as never}
        aria-label={t(`review.${name}`)}
        showSearch={{ filterOption: false, onSearch: setQ }}
        options={[own, ...found]}
        notFoundContent={t(q === '' ? 'lists.hand.type' : 'lists.hand.nothing')}
      />
    </Form.Item>
  )
}

function Property({ shown: { claim }, field }: FieldProps) {
  const { t, say } = useWords()
  const vocabulary = useQuery(vocabularyQuery).data
  const own = vocabulary?.kinds.find(({ id }) => id === claim.subject.kind)?.properties ?? []
  const fits = ({ id }: PropertyWords): boolean => own.includes(id) || id === claim.property
  const options = (vocabulary?.properties ?? [])
    .filter(fits)
    .map(({ id, words }) => ({ value: id, label: say(words) }))
  const known = options.some(({ value }) => value === claim.property)
  const said = { value: claim.property, label: say(claim.propertyLabel) }
  return (
    <Form.Item name="property" noStyle>
      <Select
        ref={field as never}
        aria-label={t('review.property')}
        showSearch={{ optionFilterProp: 'label' }}
        options={known ? options : [said, ...options]}
        disabled={claim.object !== null}
      />
    </Form.Item>
  )
}

/** A relation without a quantity says no value. */
function Value({ field, isNone }: { field: Ref<InputRef>; isNone: boolean }) {
  const { t, say } = useWords()
  const form = Form.useFormInstance<Required<Fields>>()
  const chosen = Form.useWatch('property', form)
  const property = useQuery(vocabularyQuery).data?.properties.find(({ id }) => id === chosen)
  const choices = property?.choices ?? []
  if (choices.length > 0) {
    const options = choices.map(({ id, words }) => ({ value: id, label: say(words) }))
    return (
      <Form.Item name="value" noStyle>
        <Select ref={field as never} aria-label={t('review.value')} options={options} />
      </Form.Item>
    )
  }
  return (
    <Form.Item
      name="value"
      noStyle
      rules={isNone ? [] : [{ required: true, whitespace: true, message: t('edit.value.need') }]}
    >
      <Input
        ref={field}
        aria-label={t('review.value')}
        maxLength={4000}
        placeholder={property?.unit ? `… ${property.unit}` : ''}
      />
    </Form.Item>
  )
}
