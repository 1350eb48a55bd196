/** The form of a round that is being composed; what is filled in stands in the address. */
import { useQuery } from '@tanstack/react-query'
import { Input, Radio, Select } from 'antd'
import { type ReactNode, useId } from 'react'
import { chainsQuery, vocabularyQuery } from '../../api/index.ts'
import { codeWords, LABEL_WORDS, useWords } from '../../words/index.ts'
import { departmentsQuery, listsOfQuery } from './queries.ts'
import { type ComposeSearch, partsOf } from './search.ts'
import { Shares } from './shares.tsx'

/** Properties that a thing is called or found by; they are no figures to collect. */
const NOT_ASKED = ['name', 'statedFigure', 'target', 'note']

interface FormProps {
  search: ComposeSearch
  chain: string
  set: (next: Partial<Record<keyof ComposeSearch, string | undefined>>) => void
}

export function ComposeForm(props: FormProps) {
  const { search, set } = props
  return (
    <form className="collection-form" onSubmit={(event) => event.preventDefault()}>
      <Text name="title" search={search} set={set} />
      <WhatFields {...props} />
      <Text name="region" search={search} set={set} />
      <ListField {...props} />
      <WhoFields {...props} />
      <Text name="period" search={search} set={set} />
      <Text name="due" search={search} set={set} type="date" />
      <LabelField search={search} set={set} />
      <Text name="again" search={search} set={set} />
    </form>
  )
}

/** The chain, the kind of things, and what is asked of them. */
function WhatFields({ search, chain, set }: FormProps) {
  const { t, say } = useWords()
  const chains = useQuery(chainsQuery).data?.items ?? []
  const vocabulary = useQuery(vocabularyQuery).data
  const { kind = 'firm', by } = search
  const own = vocabulary?.kinds.find(({ id }) => id === kind)?.properties ?? []
  const properties = (vocabulary?.properties ?? []).filter(
    ({ id }) => own.includes(id) && !NOT_ASKED.includes(id),
  )
  return (
    <>
      <Field words={t('collection.form.chain')}>
        {(id) => (
          <Select
            id={id}
            value={chain}
            options={chains.map((each) => ({ value: each.id, label: each.name }))}
            onChange={(value) => set({ chain: value, list: undefined })}
          />
        )}
      </Field>
      <Field words={t('collection.form.kind')}>
        {(id) => (
          <Select
            id={id}
            value={kind}
            options={(vocabulary?.kinds ?? []).map((each) => ({
              value: each.id,
              label: say(each.words),
            }))}
            onChange={(value) =>
              set({
                ...{ kind: value === 'firm' ? undefined : value, properties: undefined },
                by: value === 'firm' ? by : 'department',
              })
            }
          />
        )}
      </Field>
      <Field words={t('collection.form.properties')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            value={partsOf(search.properties)}
            placeholder={t('collection.form.properties.choose')}
            optionFilterProp="label"
            options={properties.map((each) => ({ value: each.id, label: say(each.words) }))}
            onChange={(value: string[]) => set({ properties: value.join(',') })}
          />
        )}
      </Field>
    </>
  )
}

function ListField({ search, chain, set }: FormProps) {
  const { t, say } = useWords()
  const lists = useQuery(listsOfQuery(chain)).data?.items ?? []
  return (
    <Field words={t('collection.form.list')}>
      {(id) => (
        <Select
          id={id}
          allowClear
          value={search.list ?? null}
          placeholder={t('collection.form.list.all')}
          options={lists
            .filter(({ newest }) => newest !== null)
            .map(({ list }) => ({ value: list.id, label: say(list.words) }))}
          onChange={(value?: string) => set({ list: value })}
        />
      )}
    </Field>
  )
}

/** Who answers: each firm, or the departments that are chosen. */
function WhoFields({ search, set }: FormProps) {
  const { t } = useWords()
  const departments = useQuery(departmentsQuery).data?.items ?? []
  const { kind = 'firm', by } = search
  return (
    <>
      <Field words={t('collection.form.by')}>
        {(id) => (
          <Radio.Group
            id={id}
            aria-label={t('collection.form.by')}
            value={by ?? 'firm'}
            options={[
              { value: 'firm', label: t('collection.by.firm'), disabled: kind !== 'firm' },
              { value: 'department', label: t('collection.by.department') },
            ]}
            onChange={({ target }) =>
              set({ by: target.value === 'firm' ? undefined : 'department' })
            }
          />
        )}
      </Field>
      {by === 'department' ? (
        <Field words={t('collection.form.departments')}>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              value={partsOf(search.departments)}
              placeholder={t('collection.form.departments.choose')}
              optionFilterProp="label"
              options={departments.map((each) => ({ value: each.id, label: each.name }))}
              onChange={(value: string[]) => set({ departments: value.join(',') })}
            />
          )}
        </Field>
      ) : null}
      {by === 'department' ? <Shares search={search} set={set} departments={departments} /> : null}
    </>
  )
}

const LABELS = ['public', 'internal', 'restricted', 'sensitive']

/** Who may see what comes back. */
function LabelField({ search, set }: Omit<FormProps, 'chain'>) {
  const { t } = useWords()
  return (
    <Field words={t('collection.form.label')}>
      {(id) => (
        <Select
          id={id}
          value={search.label ?? 'internal'}
          options={LABELS.map((value) => ({ value, label: codeWords(LABEL_WORDS, value, t) }))}
          onChange={(value) => set({ label: value === 'internal' ? undefined : value })}
        />
      )}
    </Field>
  )
}

/** A labelled control; the label names it by its id. */
function Field({ words, children }: { words: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{words}</label>
      {children(id)}
    </div>
  )
}

interface TextProps extends Omit<FormProps, 'chain'> {
  name: 'title' | 'region' | 'period' | 'due' | 'again'
  type?: 'text' | 'date'
}

/** A field that is said in the address when it is left, so that typing Chinese is not disturbed. */
function Text({ name, search, set, type = 'text' }: TextProps) {
  const { t } = useWords()
  return (
    <Field words={t(`collection.form.${name}`)}>
      {(id) => (
        <Input
          id={id}
          type={type}
          key={search[name] ?? ''}
          defaultValue={search[name] ?? ''}
          placeholder={t(`collection.form.${name}.as`)}
          maxLength={100}
          onBlur={({ target }) => {
            if (target.value.trim() !== (search[name] ?? '')) set({ [name]: target.value.trim() })
          }}
          onChange={({ target }) => {
            if (type === 'date') set({ [name]: target.value })
          }}
        />
      )}
    </Field>
  )
}
