/** The review desk: the sentence on top, the proposal under it, what is held beside it, keys at the foot. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type ReviewCase, withQuery } from '../../api/index.ts'
import { useMay, useTitle } from '../../frame/index.ts'
import { deskQuery } from '../../identity/index.ts'
import {
  EmptyState,
  type KeyLine,
  KeySheet,
  Loading,
  ProblemNotice,
  SearchField,
  useKeys,
} from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { Actions } from './actions.tsx'
import { Alike } from './alike.tsx'
import { Beside } from './beside.tsx'
import { EditForm } from './edit-form.tsx'
import { NamesDialog } from './names-dialog.tsx'
import { Proposal } from './proposal.tsx'
import { Queue } from './queue.tsx'
import { REASONS } from './reasons.ts'
import './review.css'
import { type Doing, togglePlace } from './search.ts'
import { placeHref, Sentence } from './sentence.tsx'
import {
  batchOf,
  type Decisions,
  type Review,
  rejectedBy,
  useDecisions,
  useReview,
} from './use-review.ts'

const KEYS: readonly KeyLine[] = [
  { keys: 'j k', words: 'review.keys.move' },
  { keys: 'a', words: 'review.keys.accept' },
  { keys: 'e', words: 'review.keys.edit' },
  { keys: 'r', words: 'review.keys.reject' },
  { keys: 'b', words: 'review.keys.batch' },
  { keys: 'd', words: 'review.keys.rejectBatch' },
  { keys: 'm', words: 'review.keys.names' },
  { keys: 'x', words: 'review.keys.out' },
  { keys: 'u', words: 'review.keys.undo' },
  { keys: 'Enter o', words: 'review.keys.open' },
  { keys: '/', words: 'review.keys.filter' },
  { keys: 'Esc', words: 'review.keys.leave' },
]

export function ReviewPage() {
  const { t, language } = useWords()
  const review = useReview()
  const decisions = useDecisions(review)
  const [isListing, setListing] = useState(false)
  useTitle(t('review.title'), language)
  useDeskKeys(review, decisions, () => setListing(true))
  useInView(review.claim)
  const { queue, lines, shown } = review
  const isEmpty =
    queue.data !== undefined && lines.length === 0 && review.search.claim === undefined
  return (
    <main className="review">
      <Head review={review} />
      {queue.isPending ? <Loading /> : null}
      {queue.error ? (
        <ProblemNotice error={queue.error} retry={() => void queue.refetch()} />
      ) : null}
      {isEmpty ? <NothingWaits review={review} /> : null}
      {queue.data === undefined || isEmpty ? null : (
        <div className="review-columns">
          <Queue review={review} />
          <Middle review={review} decisions={decisions} />
          <aside className="review-side" aria-label={t('review.beside')}>
            {shown ? <Beside shown={shown} /> : null}
          </aside>
        </div>
      )}
      <Actions
        review={review}
        decisions={decisions}
        shown={shown}
        onKeys={() => setListing(true)}
      />
      {shown && review.search.doing === 'names' ? (
        <NamesDialog shown={shown} onClose={() => review.change({ doing: undefined })} />
      ) : null}
      {isListing ? <KeySheet keys={KEYS} onClose={() => setListing(false)} /> : null}
    </main>
  )
}

/** Keys are pressed without looking: what cannot be done now is left undone. */
function useDeskKeys(review: Review, decisions: Decisions, onKeys: () => void): void {
  const { search, change, claim, shown, move } = review
  const own = claim === undefined ? [] : [claim]
  const mayName = useMay('decide-identity')
  const isEditing = search.doing === 'edit'
  const rejected = rejectedBy(review)
  const open = (event: KeyboardEvent) => {
    const target = event.target as Element
    const isElsewhere = target.closest('a, button, label') && !target.closest('.queue')
    if (shown === undefined || isEditing || (event.key === 'Enter' && isElsewhere)) return
    event.preventDefault()
    document.querySelector<HTMLElement>(`.review-source a[href="${placeHref(shown)}"]`)?.click()
  }
  const doing = (what: Doing) => () => {
    if (shown !== undefined && shown.group !== null) change({ doing: what })
  }
  const place = shown?.alike.claims.indexOf(claim ?? '') ?? -1
  const reasons = Object.fromEntries(
    REASONS.map((reason, at) => [
      String(at + 1),
      () => {
        if (rejected.length > 0) decisions.reject(rejected, reason)
      },
    ]),
  )
  useKeys({
    ...(isEditing ? {} : reasons),
    j: () => move(1),
    k: () => move(-1),
    a: () => decisions.accept(own),
    b: () => decisions.accept(batchOf(review)),
    e: doing('edit'),
    r: doing('reject'),
    d: () => {
      if (batchOf(review).length > 1) doing('reject-batch')()
    },
    m: () => {
      if (shown !== undefined && mayName) change({ doing: 'names' })
    },
    u: decisions.undo,
    x: () => {
      if (place >= 0 && (shown?.alike.count ?? 0) > 1) change(togglePlace(search, place))
    },
    o: open,
    Enter: open,
    Escape: () => {
      decisions.leave()
      change({ doing: undefined })
    },
    '?': onKeys,
  })
}

/** The line that is looked at stays in view as the eye moves along the queue. */
function useInView(claim: string | undefined): void {
  useEffect(() => {
    if (claim === undefined) return
    document.querySelector('.queue [aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [claim])
}

function Head({ review }: { review: Review }) {
  const { t, say } = useWords()
  const { search, head, change } = review
  const desk = useQuery(deskQuery).data
  const waiting = head?.counts.reduce((sum, { claims }) => sum + claims, 0) ?? 0
  const { source, q } = search
  return (
    <header className="page-head">
      <h1>{t('review.title')}</h1>
      <nav className="review-groups" aria-label={t('review.groups')}>
        <a
          aria-current={search.group ? undefined : 'true'}
          href={withQuery('/review', { source, q })}
        >
          {t('review.waiting', { n: waiting })}
        </a>
        {(head?.counts ?? [])
          .filter(({ claims, group }) => claims > 0 || group === search.group)
          .map(({ group, claims }) => (
            <a
              key={group}
              aria-current={search.group === group ? 'true' : undefined}
              href={withQuery('/review', { group, source, q })}
            >
              {t('review.group.count', { group: t(`review.group.${group}`), n: claims })}
            </a>
          ))}
      </nav>
      {source ? (
        <a className="btn plain" href={withQuery('/review', { group: search.group, q })}>
          {t('review.source.all')}
        </a>
      ) : null}
      <span className="acts">
        <SearchField
          value={q ?? ''}
          label={t('review.filter')}
          onChange={(words) => change({ q: words === '' ? undefined : words, claim: undefined })}
        />
        {head && head.decidedToday > 0 ? (
          <span className="mute">{t('review.today', { n: head.decidedToday })}</span>
        ) : null}
        {desk ? <span>{say(desk.words)}</span> : null}
      </span>
    </header>
  )
}

function Middle({ review, decisions }: { review: Review; decisions: Decisions }) {
  const { t } = useWords()
  const { shown, error, search, change } = review
  const top = useRef<HTMLElement>(null)
  useEffect(() => {
    if (review.claim !== undefined) top.current?.scrollTo(0, 0)
  }, [review.claim])
  return (
    <section ref={top} className="review-middle" aria-label={t('review.proposal')}>
      {decisions.error ? <ProblemNotice error={decisions.error} /> : null}
      {error ? <ProblemNotice error={error} /> : null}
      {shown === undefined && !error ? <Loading /> : null}
      {shown ? (
        <>
          <Sentence shown={shown} />
          <h2>
            {t('review.proposal')}
            <span className="mute">
              {t(search.doing === 'edit' ? 'review.edit.keys' : 'review.edit.hint')}
            </span>
          </h2>
          {search.doing === 'edit' ? (
            <EditForm
              key={shown.claim.id}
              shown={shown}
              isBusy={decisions.isBusy}
              onSave={decisions.edit}
              onClose={() => change({ doing: undefined })}
            />
          ) : (
            <Proposal shown={shown} />
          )}
          <Outlook shown={shown} />
          <Alike review={review} shown={shown} />
        </>
      ) : null}
    </section>
  )
}

/** What an acceptance would do, or what was done already. */
function Outlook({ shown }: { shown: ReviewCase }) {
  const { t, say } = useWords()
  const { claim, group, effect } = shown
  if (group === null) {
    const decided = { stage: t(`stage.${claim.stage}`), name: claim.decidedBy?.name ?? '' }
    return (
      <p role="status">
        {t('review.decided', decided)}{' '}
        {claim.stage === 'published' ? (
          <a className="fig" href={`/things/${claim.subject.id}`}>
            {t('review.decided.see', { name: claim.subject.name })}
          </a>
        ) : null}
      </p>
    )
  }
  const values = { name: claim.subject.name, property: say(claim.propertyLabel) }
  return <p className="mute">{t(`review.effect.${effect}`, values)}</p>
}

function NothingWaits({ review }: { review: Review }) {
  const { t } = useWords()
  const { q, group, source } = review.search
  if (q !== undefined || group !== undefined || source !== undefined) {
    return (
      <EmptyState title={t('review.none')} why={t('review.none.why')}>
        <a className="btn do" href="/review">
          {t('review.none.act')}
        </a>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={t('review.empty')} why={t('review.empty.why')}>
      <a className="btn do" href="/import">
        {t('review.empty.act')}
      </a>
      <a className="btn" href="/sources">
        {t('tab.sources')}
      </a>
    </EmptyState>
  )
}
