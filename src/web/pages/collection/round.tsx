/** One round: what was asked, who answered, what came back, and what waits to be accepted. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { type CollectionView, newKey, saved, upload, withQuery } from '../../api/index.ts'
import { useMay, useTitle } from '../../frame/index.ts'
import { Loading, PageKeys, ProblemNotice, useKeys, useRowKeys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { Answers } from './answers.tsx'
import { Cells } from './cells.tsx'
import './collection.css'
import { Meter } from './meter.tsx'
import { roundQuery, useRoundWrite } from './queries.ts'
import { Recipients } from './recipients.tsx'
import { Due, RoundState } from './rounds.tsx'

const VIEWS = ['recipients', 'answers', 'cells'] as const

export function RoundPage() {
  const { t, language } = useWords()
  const { round: id } = useParams({ from: '/signed-in/collection/$round' })
  const search = useSearch({ from: '/signed-in/collection/$round' })
  const navigate = useNavigate()
  const { data, error, isPending, refetch } = useQuery(roundQuery(id))
  useTitle(data?.title ?? t('collection.title'), language)
  useRowKeys()
  useKeys({ Escape: () => void navigate({ href: '/collection' }) })
  const view = search.view ?? 'recipients'
  const base = `/collection/${id}`
  return (
    <main className="page collection">
      <header className="page-head">
        <a className="mute" href="/collection">
          {t('collection.title')}
        </a>
        <h1>{data?.title ?? t('collection.title')}</h1>
        {data ? <RoundState state={data.state} /> : null}
        <span className="acts">
          {data ? <Steps round={data} /> : null}
          <PageKeys back />
        </span>
      </header>
      {isPending ? <Loading /> : null}
      {error ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      {data ? (
        <>
          <About round={data} />
          <Meter meter={data.meter} saved={data.saved} />
          <nav className="collection-views no-print" aria-label={t('collection.views')}>
            <span className="choice">
              {VIEWS.map((each) => (
                <a
                  key={each}
                  href={withQuery(base, { view: each === 'recipients' ? undefined : each })}
                  {...(each === view ? { 'aria-current': 'page' as const } : {})}
                >
                  {t(`collection.view.${each}`)}
                  {each === 'answers' ? ` ${data.meter.waiting}` : ''}
                </a>
              ))}
            </span>
          </nav>
          {view === 'recipients' ? <Recipients round={data} open={search.of ?? null} /> : null}
          {view === 'answers' ? <Answers round={data} /> : null}
          {view === 'cells' ? <Cells round={data} of={search.of} /> : null}
        </>
      ) : null}
    </main>
  )
}

function About({ round }: { round: CollectionView }) {
  const { t, say } = useWords()
  const { code, chain, kindWords, region, list, properties } = round
  const scope = [say(kindWords), region ? say(region) : '', list ? say(list) : '']
  return (
    <p className="collection-about">
      <span>
        {t('collection.code')} <b>{code}</b>
      </span>
      <span>
        <a href={`/chains/${chain.id}`}>{chain.name}</a>{' '}
        {scope.filter((part) => part !== '').join(' · ')}
      </span>
      <span>{properties.map(({ words }) => say(words)).join(t('lists.comma'))}</span>
      <span>
        {t('collection.period')} {say(round.period)}
      </span>
      <span>
        {t('collection.col.due')} <Due round={round} />
      </span>
    </p>
  )
}

/** What can be done next, in the order in which it is done. */
function Steps({ round }: { round: CollectionView }) {
  const { t } = useWords()
  const may = useMay('collect-data')
  const step = useRoundWrite<CollectionView>()
  const path = `/collections/${round.id}`
  const get = useMutation({ mutationFn: () => saved(`${path}/workbooks`, {}) })
  const isOne = round.recipients.length === 1
  return (
    <>
      {step.error || get.error ? <ProblemNotice error={step.error ?? get.error} /> : null}
      {may && round.state === 'draft' ? (
        <button
          type="button"
          className="btn do"
          disabled={step.isPending}
          onClick={() => step.mutate({ path: `${path}/send`, body: {} })}
        >
          {t('collection.send')}
        </button>
      ) : null}
      <button type="button" className="btn" disabled={get.isPending} onClick={() => get.mutate()}>
        {t(isOne ? 'collection.workbook' : 'collection.workbooks', { n: round.recipients.length })}
      </button>
      {round.state === 'sent' ? <Bring round={round} /> : null}
      {may && round.state !== 'closed' ? (
        <button
          type="button"
          className="btn"
          disabled={step.isPending}
          onClick={() => step.mutate({ path: `${path}/close`, body: {} })}
        >
          {t(round.state === 'draft' ? 'collection.drop' : 'collection.close')}
        </button>
      ) : null}
    </>
  )
}

interface Returned {
  round: string
  recipient: { ordinal: number }
}

/** Brings returned workbooks one after another; the page then shows what the last came to. */
function Bring({ round }: { round: CollectionView }) {
  const { t } = useWords()
  const field = useRef<HTMLInputElement>(null)
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const path = withQuery('/collections/returns', { round: round.id })
  const bring = useMutation({
    mutationFn: async (files: readonly File[]) => {
      let last: Returned | null = null
      for (const file of files) last = await upload<Returned>(path, file, newKey())
      return last
    },
    onSettled: () => queryClient.invalidateQueries(),
    onSuccess: (last) => {
      const of = last === null ? undefined : String(last.recipient.ordinal)
      void navigate({ href: withQuery(`/collection/${round.id}`, { of }) })
    },
  })
  return (
    <>
      {bring.error ? <ProblemNotice error={bring.error} /> : null}
      <button
        type="button"
        className="btn do"
        disabled={bring.isPending}
        onClick={() => field.current?.click()}
      >
        {t(bring.isPending ? 'collection.bringing' : 'collection.bring')}
      </button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        accept=".xlsx,.csv"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          if (files.length > 0) bring.mutate(files)
          target.value = ''
        }}
      />
    </>
  )
}
