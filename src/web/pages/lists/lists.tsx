/** 清单: the lists of one chain, how far each is, and the way to draw up those that are not there. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import { type ListsAnswer, withQuery } from '../../api/index.ts'
import { useMay, useTitle } from '../../frame/index.ts'
import { EmptyState, Loading, PageKeys, ProblemNotice, useRowKeys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { SeatNotice } from '../people/index.ts'
import { BatchDialog, type BatchStep } from './batch-dialog.tsx'
import './lists.css'
import { listsQuery, useChain, useListWrite } from './queries.ts'
import { StateWords } from './state-words.tsx'

export function ListsPage() {
  const { t, language } = useWords()
  const search = useSearch({ from: '/signed-in/lists' })
  const { chain, chains, isPending, error } = useChain(search.chain)
  const lists = useQuery(listsQuery(chain))
  useTitle(t('lists.title'), language)
  useRowKeys()
  return (
    <main className="page lists">
      <header className="page-head">
        <h1>{t('lists.title')}</h1>
        {chains.length > 0 ? <ChainChoice {...{ chain, chains }} /> : null}
        <span className="acts">
          {lists.data ? (
            <>
              <DrawMissing chain={chain} lists={lists.data} />
              <StepForAll step="submit" state="draft" {...{ chain }} lists={lists.data} />
              <StepForAll step="sign" state="submitted" {...{ chain }} lists={lists.data} />
            </>
          ) : null}
          <PageKeys />
        </span>
      </header>
      <SeatNotice />
      {isPending || (chain !== '' && lists.isPending) ? <Loading /> : null}
      {error ? <ProblemNotice error={error} /> : null}
      {lists.error ? (
        <ProblemNotice error={lists.error} retry={() => void lists.refetch()} />
      ) : null}
      {!isPending && !error && chain === '' ? (
        <EmptyState title={t('lists.noChain')} why={t('lists.noChain.why')}>
          <a className="btn do" href="/import">
            {t('tab.import')}
          </a>
          <a className="btn" href="/chains">
            {t('tab.chains')}
          </a>
        </EmptyState>
      ) : null}
      {lists.data ? <ListsTable chain={chain} lists={lists.data} /> : null}
    </main>
  )
}

interface ChainChoiceProps {
  chain: string
  chains: readonly { id: string; name: string; englishName?: string | null }[]
}

function ChainChoice({ chain, chains }: ChainChoiceProps) {
  const { t, nameOf } = useWords()
  const navigate = useNavigate()
  return (
    <Select
      className="list-chain"
      aria-label={t('lists.chain')}
      value={chain}
      onChange={(id) => void navigate({ to: '/lists', search: { chain: id } })}
      options={chains.map((each) => ({ value: each.id, label: nameOf(each) }))}
    />
  )
}

/** Draws up, one after another, the lists of which there is no version yet. */
function DrawMissing({ chain, lists }: { chain: string; lists: ListsAnswer }) {
  const { t } = useWords()
  const may = useMay('manage-lists')
  const write = useListWrite(() => {})
  const missing = lists.items.filter(({ newest, atHand }) => newest === null && atHand)
  if (!may || missing.length === 0) return null
  const drawAll = async () => {
    for (const { list } of missing) {
      await write.mutateAsync({ path: `/lists/${list.id}/versions`, body: { chain } })
    }
  }
  return (
    <>
      {write.error ? <ProblemNotice error={write.error} /> : null}
      <button
        type="button"
        className="btn do"
        disabled={write.isPending}
        onClick={() => void drawAll().catch(() => undefined)}
      >
        {t('lists.drawMissing', { n: missing.length })}
      </button>
    </>
  )
}

interface StepForAllProps {
  step: BatchStep
  state: 'draft' | 'submitted'
  chain: string
  lists: ListsAnswer
}

/** The step that is due for several lists at once; a single one is taken on its own page. */
function StepForAll({ step, state, chain, lists }: StepForAllProps) {
  const { t } = useWords()
  const may = useMay(step === 'submit' ? 'manage-lists' : 'sign-list')
  const [isOpen, setOpen] = useState(false)
  const due = lists.items.filter(({ newest }) => newest?.state === state)
  if (!may) return null
  return (
    <>
      {due.length < 2 ? null : (
        <button type="button" className="btn" onClick={() => setOpen(true)}>
          {t(`lists.all.${step}.open`, { n: due.length })}
        </button>
      )}
      {isOpen ? <BatchDialog {...{ step, chain, due }} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function ListsTable({ chain, lists }: { chain: string; lists: ListsAnswer }) {
  const { t, say } = useWords()
  return (
    <table className="plain-table lists-table">
      <caption className="unseen">{t('lists.title')}</caption>
      <thead>
        <tr>
          <th scope="col" className="num">
            {t('lists.col.order')}
          </th>
          <th scope="col">{t('lists.col.name')}</th>
          <th scope="col">{t('lists.col.about')}</th>
          <th scope="col">{t('lists.col.state')}</th>
          <th scope="col" className="num">
            {t('lists.col.rows')}
          </th>
          <th scope="col">{t('lists.col.signed')}</th>
        </tr>
      </thead>
      <tbody>
        {lists.items.map(({ list, newest, signed }) => (
          <tr key={list.id}>
            <td className="num">{list.order}</td>
            <th scope="row">
              <a className="row-link" href={withQuery(`/lists/${list.id}`, { chain })}>
                {say(list.words)}
              </a>
            </th>
            <td className="mute">{say(list.about)}</td>
            <td>
              <StateWords version={newest} />
            </td>
            <td className="num">{newest === null ? '' : newest.rows}</td>
            <td>{signed === null ? '' : t('lists.version', { n: signed })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
