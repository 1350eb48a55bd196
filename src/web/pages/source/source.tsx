/** The evidence reader: left the document with the span in view, right the claims it supports. */
import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { ClaimView } from '../../api/index.ts'
import { useTitle } from '../../frame/index.ts'
import {
  EmptyState,
  KeySheet,
  Keys,
  Loading,
  ProblemNotice,
  SyntheticMark,
  useKeys,
} from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { ClaimList, ReadOut, useChecks, useCite } from './claims/index.ts'
import {
  Cautions,
  DocumentBar,
  isUnread,
  PageBar,
  ReadingCard,
  SheetBar,
  SheetView,
  TextView,
} from './document/index.ts'
import { KEYS, KeyLineOfReader } from './keys.tsx'
import './source.css'
import { type Reader, useReader } from './use-reader.ts'

export function SourcePage() {
  const { say, language } = useWords()
  const reader = useReader()
  const checks = useChecks()
  const back = useBack()
  const [isListingKeys, setListingKeys] = useState(false)
  const { selected, claims, select, id } = reader
  const source = reader.source.data
  const cite = useCite(selected, source)
  const at = claims.findIndex((claim) => claim.id === selected?.id)
  const heading = selected
    ? `${selected.subject.name} · ${say(selected.propertyLabel)}`
    : (source?.title ?? '')
  useTitle(heading, language)
  useKeys({
    j: () => select(claims[at + 1]),
    k: () => select(claims[at - 1]),
    v: () => checks.check(selected ? [selected] : []),
    V: () => checks.check(claims),
    o: () => location.assign(`/api/sources/${id}/original`),
    c: () => void cite.copy(),
    Escape: back,
    '?': () => setListingKeys(true),
  })
  if (reader.source.error) return <Failed error={reader.source.error} onBack={back} />
  return (
    <main className="reader">
      <ReaderHead reader={reader} heading={heading} cite={cite} onBack={back} />
      <div className="reader-document">
        {source ? <DocumentBar source={source} /> : <Loading />}
        <DocumentView reader={reader} />
      </div>
      <aside className="reader-claims" data-kind={reader.document.data?.kind}>
        <ClaimsHead reader={reader} checks={checks} />
        <ReadOutOf reader={reader} />
        {cite.text ? <p className="citation">{cite.text}</p> : null}
        {checks.error ? <ProblemNotice error={checks.error} /> : null}
        <ClaimList {...reader} onSelect={select} checks={checks.checks} />
        <ClaimsFoot reader={reader} />
      </aside>
      <KeyLineOfReader onAll={() => setListingKeys(true)} />
      {isListingKeys ? <KeySheet keys={KEYS} onClose={() => setListingKeys(false)} /> : null}
    </main>
  )
}

function useBack(): () => void {
  const router = useRouter()
  return () => {
    if (router.history.canGoBack()) router.history.back()
    else void router.navigate({ href: '/sources' })
  }
}

function Failed({ error, onBack }: { error: unknown; onBack: () => void }) {
  const { t } = useWords()
  return (
    <main className="page">
      <header className="page-head">
        <button type="button" className="btn" onClick={onBack}>
          <Keys of="Esc" /> {t('back')}
        </button>
        <h1>{t('sources.title')}</h1>
      </header>
      <ProblemNotice error={error} />
    </main>
  )
}

interface ReaderHeadProps {
  reader: Reader
  heading: string
  cite: ReturnType<typeof useCite>
  onBack: () => void
}

function ReaderHead({ reader, heading, cite, onBack }: ReaderHeadProps) {
  const { t } = useWords()
  return (
    <header className="page-head reader-head">
      <button type="button" className="btn" onClick={onBack}>
        <Keys of="Esc" /> {t('back')}
      </button>
      <h1>{heading}</h1>
      {reader.source.data?.synthetic ? <SyntheticMark long /> : null}
      <span className="acts">
        <span role="status" className="mute">
          {cite.isCopied ? t('source.cited') : ''}
        </span>
        <a className="btn" href={`/api/sources/${reader.id}/original`} download>
          {t('source.original')}
        </a>
        {reader.selected ? (
          <button type="button" className="btn" onClick={() => void cite.copy()}>
            {t('source.cite')}
          </button>
        ) : null}
      </span>
    </header>
  )
}

function DocumentView({ reader }: { reader: Reader }) {
  const { source, document, selected, letters, claims, select, search, navigate } = reader
  const title = source.data?.title ?? ''
  if (source.data && isUnread(source.data)) return <ReadingCard source={source.data} />
  if (document.error) {
    return <ProblemNotice error={document.error} retry={() => void document.refetch()} />
  }
  if (!document.data) return <Loading />
  if (document.data.kind === 'text') {
    const choose = (letter: string) =>
      select(claims.find((claim: ClaimView) => letters.get(claim.id) === letter))
    const turn = (page: number) =>
      void navigate({ search: (now) => ({ ...now, page }), replace: true, resetScroll: false })
    return (
      <>
        <PageBar window={document.data} onPage={turn} />
        <DocumentScroll>
          {source.data ? <Cautions source={source.data} /> : null}
          <TextView
            window={document.data}
            title={title}
            selected={selected ? (letters.get(selected.id) ?? null) : null}
            onLetter={choose}
          />
        </DocumentScroll>
      </>
    )
  }
  const sheet = document.data.sheet
  const choose = (row: number) =>
    void navigate({
      search: () => ({ row, ...(sheet !== null && { sheet }) }),
      replace: true,
      resetScroll: false,
    })
  return (
    <>
      <SheetBar reader={reader} window={document.data} />
      <DocumentScroll>
        <SheetView
          {...{ window: document.data, title, claims, selected }}
          row={search.row}
          onRow={choose}
        />
      </DocumentScroll>
    </>
  )
}

/** A long text without a claim has nothing in it that takes the focus, and must scroll by keys. */
function DocumentScroll({ children }: { children: ReactNode }) {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="document-scroll" tabIndex={0} aria-label={t('source.scroll')}>
      {children}
    </section>
  )
}

function ClaimsHead({ reader, checks }: { reader: Reader; checks: ReturnType<typeof useChecks> }) {
  const { t } = useWords()
  const { search, source, claims, selected, navigate } = reader
  const total = source.data?.claims ?? claims.length
  return (
    <div className="claims-head">
      <h2>
        {search.row === undefined
          ? t('source.claims', { n: total })
          : t('source.claims.row', { row: search.row, n: claims.length })}
      </h2>
      {search.row !== undefined && total > claims.length ? (
        <button
          type="button"
          className="btn plain"
          onClick={() => void navigate({ search: ({ row: _, ...now }) => now, replace: true })}
        >
          {t('source.claims.all', { n: total })}
        </button>
      ) : null}
      {selected ? (
        <button
          type="button"
          className="btn end"
          disabled={checks.isChecking}
          onClick={() => checks.check([selected])}
        >
          <Keys of="v" /> {t(checks.isChecking ? 'source.checking' : 'source.check')}
        </button>
      ) : null}
    </div>
  )
}

/** A text can be read; a table is imported, which states its claims already. */
function ReadOutOf({ reader: { id, search, document, navigate } }: { reader: Reader }) {
  if (document.data?.kind !== 'text' || document.data.total === 0) return null
  const follow = (job: string) =>
    void navigate({ search: (now) => ({ ...now, job }), replace: true, resetScroll: false })
  return <ReadOut source={id} job={search.job} onJob={follow} />
}

function ClaimsFoot({ reader }: { reader: Reader }) {
  const { t } = useWords()
  const { pages, claims, search } = reader
  if (pages.isPending) return <Loading />
  if (pages.error) return <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />
  if (claims.length === 0) {
    return (
      <EmptyState
        title={t('source.claims.none')}
        why={search.row === undefined ? '' : t('source.claims.none.row')}
      />
    )
  }
  if (!pages.hasNextPage) return null
  return (
    <button type="button" className="btn" onClick={() => void pages.fetchNextPage()}>
      {t('source.claims.more')}
    </button>
  )
}
