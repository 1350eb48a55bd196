/** One list of a chain: a version with its rows, the step that is due, and the other lists. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { ListRow, ListView } from '../../api/index.ts'
import { useMay, useTitle } from '../../frame/index.ts'
import {
  EmptyState,
  KeySheet,
  Loading,
  ProblemNotice,
  SyntheticMark,
  useKeys,
  useRowKeys,
} from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { ExportDialog } from './export-dialog.tsx'
import { Gaps } from './gaps.tsx'
import { HandDialog } from './hand-dialog.tsx'
import { ListBar } from './list-bar.tsx'
import { ListTable, listHref } from './list-table.tsx'
import './lists.css'
import { OtherLists } from './other-lists.tsx'
import { countsQuery, listQuery, readSoFar, useChain, useListWrite } from './queries.ts'
import { Rail } from './rail.tsx'
import type { ListNext, ListSearch } from './search.ts'
import { StateWords } from './state-words.tsx'
import { type Step, StepDialog } from './step-dialog.tsx'

/** What lies over the page: a step, or a row by hand; null row to add one. */
type Open = { step: Step } | { row: ListRow | null } | 'export' | 'keys' | null

export function ListPage() {
  const { t, say, language } = useWords()
  const { list } = useParams({ from: '/signed-in/lists/$list' })
  const search = useSearch({ from: '/signed-in/lists/$list' })
  const { chain, error: noChains, isPending: isFinding } = useChain(search.chain)
  const found = useInfiniteQuery(listQuery(list, chain, search))
  const { error, refetch } = found
  const view = readSoFar(found.data?.pages)
  useTitle(view ? say(view.list.words) : t('lists.title'), language)
  if (noChains || error) {
    return (
      <main className="page list-page">
        <header className="page-head">
          <h1>{t('lists.title')}</h1>
        </header>
        <ProblemNotice error={noChains ?? error} retry={() => void refetch()} />
      </main>
    )
  }
  if (view) {
    const { hasNextPage, isFetchingNextPage } = found
    const more = hasNextPage ? { go: () => void found.fetchNextPage(), isFetchingNextPage } : null
    return <Shown {...{ view, chain, search, more }} />
  }
  return (
    <main className="page list-page">
      <header className="page-head">
        <h1>{t('lists.title')}</h1>
      </header>
      {!isFinding && chain === '' ? (
        <EmptyState title={t('lists.noChain')} why={t('lists.noChain.why')}>
          <a className="btn do" href="/import">
            {t('tab.import')}
          </a>
        </EmptyState>
      ) : (
        <Loading />
      )}
    </main>
  )
}

interface ShownProps {
  view: ListView
  chain: string
  search: ListSearch
  /** Reads the next page; null where all rows are there. */
  more: { go: () => void; isFetchingNextPage: boolean } | null
}

function Shown({ view, chain, search, more }: ShownProps) {
  const { t, say } = useWords()
  const navigate = useNavigate()
  const [open, setOpen] = useState<Open>(null)
  const mayManage = useMay('manage-lists')
  const { version, list, chain: head } = view
  const path = `/lists/${list.id}/versions/${version?.number ?? 0}`
  const mayChange = mayManage && version?.state === 'draft' && list.curated
  const go = (next: ListNext) => void navigate({ href: listHref(list.id, chain, next) })
  const mayExport = useMay('export-data') && version !== null
  useListKeys({
    ...{ search, go, onKeys: () => setOpen('keys') },
    onExport: () => (mayExport ? setOpen('export') : undefined),
  })
  const isNarrowed = search.q !== undefined || search.only !== undefined
  const isEmpty = version === null || (view.rows.length === 0 && !isNarrowed)
  const showsGaps = isEmpty || search.show === 'gaps'
  return (
    <main className="page list-page">
      <header className="page-head">
        <h1>{say(list.words)}</h1>
        <span className="sum">
          {head.name} {head.synthetic ? <SyntheticMark /> : null}{' '}
          {t('lists.ordinal', { n: list.order })} <StateWords version={version} />
          {version === null ? null : ` ${t('lists.asOf', { day: version.valid })}`}
        </span>
        <span className="acts">
          {mayExport ? (
            <button type="button" className="btn" onClick={() => setOpen('export')}>
              {t('listExport.do')}
            </button>
          ) : null}
          <Acts {...{ view, chain }} onStep={(step) => setOpen({ step })} />
        </span>
      </header>
      <ListBar {...{ view, chain, search, mayChange, go }} onAdd={() => setOpen({ row: null })} />
      <div className="list-body">
        <div className="list-main">
          {version === null ? <NotDrawn view={view} /> : null}
          {version !== null && isEmpty ? (
            <EmptyState
              title={t('lists.emptyVersion')}
              why={t('lists.emptyVersion.why', { n: version.candidates })}
            />
          ) : null}
          {isEmpty ? null : (
            <section className="list-scroll" aria-label={say(list.words)}>
              <ListTable
                {...{ view, search, chain, mayChange }}
                onHand={(row) => setOpen({ row })}
              />
            </section>
          )}
          {isEmpty ? null : <ReadSoFar {...{ view, more }} />}
          {showsGaps ? <Gaps list={list.id} chain={chain} /> : null}
          <OtherLists list={list.id} chain={chain} />
        </div>
        <Rail {...{ view, chain }} />
      </div>
      <Over {...{ open, view, chain, path }} onClose={() => setOpen(null)} />
    </main>
  )
}

/** How many of the rows are in the table, and the next of them. */
function ReadSoFar({ view, more }: Pick<ShownProps, 'view' | 'more'>) {
  const { t } = useWords()
  const { rows, total } = view
  if (total === 0) return <p role="status">{t('lists.noneSo')}</p>
  if (more === null) return null
  return (
    <p className="list-more no-print">
      <span role="status">{t('lists.readSoFar', { n: rows.length, of: total })}</span>
      <button type="button" className="btn" disabled={more.isFetchingNextPage} onClick={more.go}>
        {t('lists.next')}
      </button>
    </p>
  )
}

interface OverProps {
  open: Open
  view: ListView
  chain: string
  path: string
  onClose: () => void
}

/** What lies over the page. */
function Over({ open, view, chain, path, onClose }: OverProps) {
  const { data } = useQuery(countsQuery(view, chain))
  if (open === null) return null
  if (open === 'keys') return <KeySheet keys={KEYS} onClose={onClose} />
  if (open === 'export') return <ExportDialog {...{ view, chain, path, onClose }} />
  if ('row' in open) {
    return <HandDialog {...{ chain, path, onClose }} list={view.list} row={open.row} />
  }
  const isDoubtful = data !== undefined && data.counts.stale + data.counts.fallen > 0
  return (
    <StepDialog
      step={open.step}
      {...{ path, chain, onClose }}
      needsNote={open.step === 'return' || (open.step === 'sign' && isDoubtful)}
    />
  )
}

const KEYS = [
  { keys: 'j k', words: 'keys.rows' },
  { keys: 'Enter', words: 'lists.key.why' },
  { keys: 'e', words: 'lists.key.evidence' },
  { keys: 'd', words: 'lists.key.changes' },
  { keys: 'g', words: 'lists.key.gaps' },
  { keys: 'x', words: 'listExport.key' },
  { keys: 'Esc', words: 'lists.key.close' },
  { keys: 'Ctrl K', words: 'keys.find' },
  { keys: '?', words: 'keys.keys' },
] as const

interface KeysProps {
  search: ListSearch
  go: (next: ListNext) => void
  onKeys: () => void
  onExport: () => void
}

function useListKeys({ search, go, onKeys, onExport }: KeysProps): void {
  useRowKeys()
  const { only, show, row, ...others } = search
  useKeys({
    '?': onKeys,
    x: onExport,
    e: () => {
      const line = document.activeElement?.closest('tr')
      line?.querySelector<HTMLAnchorElement>('a[data-figure]')?.click()
    },
    d: () => go(only ? { ...search, only: undefined } : { ...search, only: 'changes' }),
    g: () => go(show ? { ...search, show: undefined } : { ...search, show: 'gaps' }),
    Escape: () => {
      if (row === undefined) return
      document.querySelector<HTMLElement>('tr[aria-selected="true"] a.row-link')?.focus()
      go({ ...others, only, show })
    },
  })
}

function NotDrawn({ view }: { view: ListView }) {
  const { t, say } = useWords()
  const may = useMay('manage-lists')
  return (
    <EmptyState
      title={t('lists.notDrawn')}
      why={`${say(view.list.about)}${t('lists.stop')}${t(may ? 'lists.notDrawn.why' : 'lists.notDrawn.other')}`}
    />
  )
}

/** The step that is due, as far as the reader may take it. */
function Acts({
  view,
  chain,
  onStep,
}: {
  view: ListView
  chain: string
  onStep: (step: Step) => void
}) {
  const { t } = useWords()
  const mayManage = useMay('manage-lists')
  const maySign = useMay('sign-list')
  const draw = useListWrite(() => {})
  const state = view.version?.state ?? null
  const mayDraw = mayManage && view.atHand && state !== 'submitted'
  const button = (step: Step, isNext: boolean) => (
    <button type="button" className={isNext ? 'btn do' : 'btn'} onClick={() => onStep(step)}>
      {t(`lists.do.${step}`)}
    </button>
  )
  return (
    <>
      {draw.error ? <span className="late">{draw.error.message}</span> : null}
      {mayDraw ? (
        <button
          type="button"
          className={state === null ? 'btn do' : 'btn'}
          disabled={draw.isPending}
          onClick={() => draw.mutate({ path: `/lists/${view.list.id}/versions`, body: { chain } })}
        >
          {t(state === null ? 'lists.draw' : state === 'draft' ? 'lists.redraw' : 'lists.drawNext')}
        </button>
      ) : null}
      {state === 'draft' && mayManage ? button('submit', true) : null}
      {state === 'submitted' && maySign ? (
        <>
          {button('return', false)}
          {button('sign', true)}
        </>
      ) : null}
    </>
  )
}
