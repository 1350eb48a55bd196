/** 审计: who read, exported, was refused or signed in, and which commands went through. */
import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { saved, withQuery } from '../../api/index.ts'
import { useMay, useTitle } from '../../frame/index.ts'
import { EmptyState, PageKeys, ProblemNotice, useRowKeys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import './audit.css'
import { Entries } from './entries.tsx'
import { Filters } from './filters.tsx'
import { Records } from './records.tsx'
import { type AuditSearch, filtersOf } from './search.ts'

export function AuditPage() {
  const { t, language } = useWords()
  const search = useSearch({ from: '/signed-in/audit' })
  useTitle(t('audit.title'), language)
  useRowKeys()
  const may = useMay('read-audit')
  return (
    <main className="page audit">
      <header className="page-head">
        <h1>{t('audit.title')}</h1>
        <span className="sum">{t('audit.sum')}</span>
        <span className="acts">
          {may ? <Export search={search} /> : null}
          <PageKeys />
        </span>
      </header>
      {may ? <Audit search={search} /> : null}
      {may ? null : <EmptyState title={t('audit.other')} why={t('audit.other.why')} />}
    </main>
  )
}

function Audit({ search }: { search: AuditSearch }) {
  const { t } = useWords()
  const { view, from, to } = search
  return (
    <>
      <nav className="audit-views no-print" aria-label={t('audit.views')}>
        <span className="choice">
          <a
            href={withQuery('/audit', { from, to })}
            {...(view === undefined && { 'aria-current': 'page' as const })}
          >
            {t('audit.view.records')}
          </a>
          <a
            href={withQuery('/audit', { view: 'entries', from, to })}
            {...(view === 'entries' && { 'aria-current': 'page' as const })}
          >
            {t('audit.view.entries')}
          </a>
        </span>
      </nav>
      <Filters search={search} />
      {view === 'entries' ? <Entries search={search} /> : <Records search={search} />}
    </>
  )
}

function Export({ search }: { search: AuditSearch }) {
  const { t } = useWords()
  const take = useMutation({
    mutationFn: () =>
      saved('/audit/export', { what: search.view ?? 'records', ...filtersOf(search) }),
  })
  return (
    <>
      {take.error ? <ProblemNotice error={take.error} /> : null}
      <button type="button" className="btn" disabled={take.isPending} onClick={() => take.mutate()}>
        {t('audit.export')}
      </button>
    </>
  )
}
