/** Composing a round: what, where and of whom; beside it what that comes to, before it is asked. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { chainsQuery, withQuery } from '../../api/index.ts'
import { useTitle } from '../../frame/index.ts'
import { Loading, PageKeys, ProblemNotice, useKeys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import './collection.css'
import { ComposeForm } from './form.tsx'
import { PlanView } from './plan.tsx'
import { type PlanBody, planQuery, useRoundWrite } from './queries.ts'
import { type ComposeSearch, partsOf, sharesIn } from './search.ts'

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
  const departments = sharesIn(search)
  if (properties.length === 0 || (by === 'department' && departments.length === 0)) return null
  return {
    ...{ chain, kind, properties },
    ...(region === undefined ? {} : { region }),
    ...(list === undefined ? {} : { list }),
    ...(by === 'department' ? { departments } : {}),
    ...(again === undefined ? {} : { again }),
  }
}

function ComposePlan({ search, body }: { search: ComposeSearch; body: PlanBody | null }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const compose = useRoundWrite<{ id: string }>(({ id }) => {
    void navigate({ href: `/collection/${id}` })
  })
  if (body === null) return <p className="mute">{t('collection.plan.wait')}</p>
  const { title, period, due, label } = search
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
              compose.mutate({ path: '/collections', body: { ...body, title, period, due, label } })
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
