/** The tab leads to the chain last looked at, or to the first; where there is none, to making one. */
import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { chainsQuery } from '../../api/index.ts'
import { useMay, useTitle } from '../../frame/index.ts'
import { EmptyState, Loading, ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { AddChain } from './edit/index.ts'
import { lastChain } from './last-chain.ts'

export function Chains() {
  const { t, language } = useWords()
  useTitle(t('tab.chains'), language)
  const chains = useQuery(chainsQuery)
  const items = chains.data?.items ?? []
  const target = items.find(({ id }) => id === lastChain()) ?? items[0]
  if (target) return <Navigate to="/chains/$chain" params={{ chain: target.id }} replace />
  return (
    <main className="page">
      <header className="page-head">
        <h1>{t('tab.chains')}</h1>
      </header>
      {chains.isPending ? <Loading /> : null}
      {chains.error ? (
        <ProblemNotice error={chains.error} retry={() => void chains.refetch()} />
      ) : null}
      {chains.data ? <NoChain /> : null}
    </main>
  )
}

function NoChain() {
  const { t } = useWords()
  const mayImport = useMay('import-table')
  const mayEdit = useMay('edit-chain')
  const [isAdding, setAdding] = useState(false)
  return (
    <EmptyState title={t('map.empty')} why={t('map.empty.why')}>
      {mayImport ? (
        <a className="btn do" href="/import">
          {t('map.empty.import')}
        </a>
      ) : null}
      {mayEdit ? (
        <button type="button" className="btn" onClick={() => setAdding(true)}>
          {t('edit.chain')}
        </button>
      ) : null}
      {isAdding ? <AddChain onClose={() => setAdding(false)} /> : null}
    </EmptyState>
  )
}
