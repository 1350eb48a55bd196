/** Composing a round: what, where and of whom; beside it what that comes to, before it is asked. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Input, Radio, Select } from 'antd'
import { type ReactNode, useId } from 'react'
import { chainsQuery, vocabularyQuery, withQuery } from '../../api/index.ts'
import { useTitle } from '../../frame/index.ts'
import { Loading, PageKeys, ProblemNotice, useKeys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import './collection.css'
import { PlanView } from './plan.tsx'
import {
  departmentsQuery,
  listsOfQuery,
  type PlanBody,
  planQuery,
  useRoundWrite,
} from './queries.ts'
import { type ComposeSearch, partsOf } from './search.ts'

/** Properties that a thing is called or found by; they are no figures to collect. */
const NOT_ASKED = ['name', 'statedFigure', 'target', 'note']

export function ComposePage() {
  const { t, language } = useWords()
  useTitle(t('collection.new'), language)
  const search = useSearch({ from: '/signed-in/collection/new' })
  const navigate = useNavigate()
  useKeys({ Escape: () => void navigate({ href: '/collection' }) })
  const chains = useQuery(chainsQuery)
  const [first] = chains.data?.items ?? []
  const chain = search.chain ?? first?.id
  const set = (next: Partial<Record<keyof ComposeSearch, string | undefined>>) =>
    void navigate({ href: withQuery('/collection/new', { ...search, ...next }), replace: true })
  const body = chain === undefined ? null : bodyOf(search, chain)
  return (
    <main className="page collection">
      <header className="page-head">
        <a className="mute" href="/collection">
          {t('collection.title')}
        </a>
        <h1>{t('collection.new')}</h1>
        <span className="acts">
          <PageKeys back />
        </span>
      </header>
      {chains.isPending ? <Loading /> : null}
      {chains.error ? <ProblemNotice error={chains.error} /> : null}
      {chain === undefined ? null : (
        <div className="collection-compose">
          <ComposeForm search={search} chain={chain} set={set} />
          <ComposePlan search={search} body={body} />
        </div>
      )}
    </main>
  )
}

/** What is asked so far; null while it says too little to be computed. */
function bodyOf(search: ComposeSearch, chain: string): PlanBody | null {
  const { kind = 'firm', region, list, by, again } = search
  const properties = partsOf(search.properties)
  const departments = partsOf(search.departments).map((organisation) => ({ organisation }))
  if (properties.length === 0 || (by === 'department' && departments.length === 0)) return null
  return {
    ...{ chain, kind, properties },
    ...(region === undefined ? {} : { region }),
    ...(list === undefined ? {} : { list }),
    ...(by === 'department' ? { departments } : {}),
    ...(again === undefined ? {} : { again }),
  }
}

interface FormProps {
  search: ComposeSearch
  chain: string
  set: (next: Partial<Record<keyof ComposeSearch, string | undefined>>) => void
}

function ComposeForm({ search, chain, set }: FormProps) {
  const { t, say } = useWords()
  const chains = useQuery(chainsQuery).data?.items ?? []
  const vocabulary = useQuery(vocabularyQuery).data
  const departments = useQuery(departmentsQuery).data?.items ?? []
  const lists = useQuery(listsOfQuery(chain)).data?.items ?? []
  const { kind = 'firm', by } = search
  const own = vocabulary?.kinds.find(({ id }) => id === kind)?.properties ?? []
  const properties = (vocabulary?.properties ?? []).filter(
    ({ id }) => own.includes(id) && !NOT_ASKED.includes(id),
  )
  return (
    <form className="collection-form" onSubmit={(event) => event.preventDefault()}>
      <Text name="title" search={search} set={set} />
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
      <Text name="region" search={search} set={set} />
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
      <Text name="period" search={search} set={set} />
      <Text name="due" search={search} set={set} type="date" />
      <Text name="again" search={search} set={set} />
    </form>
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

function ComposePlan({ search, body }: { search: ComposeSearch; body: PlanBody | null }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const compose = useRoundWrite<{ id: string }>(({ id }) => {
    void navigate({ href: `/collection/${id}` })
  })
  if (body === null) return <p className="mute">{t('collection.plan.wait')}</p>
  const { title, period, due } = search
  const isSaid = title !== undefined && period !== undefined && due !== undefined
  const missing = (['title', 'period', 'due'] as const).filter((name) => search[name] === undefined)
  return (
    <Plan body={body}>
      {(isFit) => (
        <>
          <button
            type="button"
            className="btn do"
            disabled={!isSaid || !isFit || compose.isPending}
            onClick={() =>
              compose.mutate({ path: '/collections', body: { ...body, title, period, due } })
            }
          >
            {t('collection.compose')}
          </button>
          {isSaid ? null : (
            <p className="mute">
              {t('collection.compose.missing', {
                what: missing.map((name) => t(`collection.form.${name}`)).join(t('lists.comma')),
              })}
            </p>
          )}
          {compose.error ? <ProblemNotice error={compose.error} /> : null}
        </>
      )}
    </Plan>
  )
}

interface PlanProps {
  body: PlanBody
  /** What follows; told whether a round can be made of it. */
  children: (isFit: boolean) => ReactNode
}

function Plan({ body, children }: PlanProps) {
  const plan = useQuery(planQuery(body))
  if (plan.error) return <ProblemNotice error={plan.error} retry={() => void plan.refetch()} />
  if (plan.data === undefined) return <Loading />
  const isFit = plan.data.asked > 0 && plan.data.unassigned === 0
  return <PlanView plan={plan.data}>{children(isFit)}</PlanView>
}
