/** The foot of the desk: what can be done, on buttons with their keys; after r, the reasons. */
import type { RejectReason, ReviewCase, ReviewQueue } from '../../api/index.ts'
import { useMay } from '../../frame/index.ts'
import { Keys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { REASONS } from './reasons.ts'
import { batchOf, type Decisions, type Review, rejectedBy } from './use-review.ts'

interface ActionsProps {
  review: Review
  decisions: Decisions
  shown: ReviewCase | undefined
  onKeys: () => void
}

export function Actions({ review, decisions, shown, onKeys }: ActionsProps) {
  const { t } = useWords()
  const hasNothing = shown === undefined && review.lines.length === 0
  return (
    <footer className="review-foot no-print">
      {hasNothing ? null : <Acts review={review} decisions={decisions} shown={shown} />}
      <div className="review-keys">
        <span>
          <Keys of="j k" /> {t('review.keys.move')}
        </span>
        <Undo last={review.head?.last ?? null} decisions={decisions} />
        <span>
          <Keys of="/" /> {t('review.keys.filter')}
        </span>
        <button type="button" className="btn plain" onClick={onKeys}>
          <Keys of="?" /> {t('review.keys.all')}
        </button>
        <span className="mute">{t('review.keys.composing')}</span>
      </div>
    </footer>
  )
}

function Acts({ review, decisions, shown }: Omit<ActionsProps, 'onKeys'>) {
  const { t } = useWords()
  const { search, change, claim } = review
  const cannot = decisions.isBusy || shown === undefined || shown.group === null
  const batch = batchOf(review)
  const own = claim === undefined ? [] : [claim]
  const isRejecting = search.doing === 'reject'
  const isWhole = search.doing === 'reject-batch'
  const mayName = useMay('decide-identity')
  return (
    <div className="review-acts">
      <button
        type="button"
        className={isRejecting || cannot || shown.isOwnWork ? 'btn' : 'btn do'}
        disabled={cannot || shown.isOwnWork}
        onClick={() => decisions.accept(own)}
      >
        <Keys of="a" />{' '}
        {t(shown && shown.rivals.length > 0 ? 'review.accept.both' : 'review.accept')}
      </button>
      <button
        type="button"
        className="btn"
        disabled={cannot}
        onClick={() => change({ doing: 'edit' })}
      >
        <Keys of="e" /> {t('review.edit')}
      </button>
      <button
        type="button"
        className="btn"
        disabled={cannot}
        aria-expanded={isRejecting}
        onClick={() => change({ doing: isRejecting ? undefined : 'reject' })}
      >
        <Keys of="r" /> {t('review.reject')}
      </button>
      {batch.length > 1 ? <ForBatch {...{ review, decisions, batch, cannot, shown }} /> : null}
      {mayName ? (
        <button
          type="button"
          className="btn"
          disabled={shown === undefined}
          onClick={() => change({ doing: 'names' })}
        >
          <Keys of="m" /> {t('review.names')}
        </button>
      ) : null}
      <Reasons
        isOpen={isRejecting || isWhole}
        isDisabled={cannot}
        onReason={(reason) => decisions.reject(rejectedBy(review), reason)}
      />
    </div>
  )
}

interface ForBatchProps {
  review: Review
  decisions: Decisions
  batch: readonly string[]
  cannot: boolean
  shown: ReviewCase | undefined
}

/** What can be done with all that are alike, at once. */
function ForBatch({ review, decisions, batch, cannot, shown }: ForBatchProps) {
  const { t } = useWords()
  const { search, change } = review
  const isWhole = search.doing === 'reject-batch'
  return (
    <>
      <button
        type="button"
        className="btn"
        disabled={cannot || shown?.isOwnWork}
        onClick={() => decisions.accept(batch)}
      >
        <Keys of="b" /> {t('review.batch', { n: batch.length })}
      </button>
      <button
        type="button"
        className="btn"
        disabled={cannot}
        aria-expanded={isWhole}
        onClick={() => change({ doing: isWhole ? undefined : 'reject-batch' })}
      >
        <Keys of="d" /> {t('review.rejectBatch', { n: batch.length })}
      </button>
    </>
  )
}

interface ReasonsProps {
  isOpen: boolean
  isDisabled: boolean
  onReason: (reason: RejectReason) => void
}

/** The reasons stand in view before they can be chosen, so that nobody has to learn them. */
function Reasons({ isOpen, isDisabled, onReason }: ReasonsProps) {
  const { t } = useWords()
  return (
    <fieldset className="reasons" disabled={isDisabled || !isOpen}>
      <legend className={isOpen ? '' : 'mute'}>
        {t(isOpen ? 'review.reject.why' : 'review.reject.then')}
      </legend>
      {REASONS.map((reason, at) => (
        <button key={reason} type="button" className="btn plain" onClick={() => onReason(reason)}>
          <Keys of={String(at + 1)} /> {t(`review.reason.${reason}`)}
        </button>
      ))}
    </fieldset>
  )
}

function Undo({ last, decisions }: { last: ReviewQueue['last']; decisions: Decisions }) {
  const { t } = useWords()
  if (last === null) return null
  const { shown, kind, claims } = last
  const one = shown === null ? '' : `${shown.subject.name} ${shown.figure.text}`
  const what = claims > 1 ? t('review.undo.more', { what: one, n: claims }) : one
  return (
    <button
      type="button"
      className="btn plain"
      disabled={decisions.isBusy}
      onClick={decisions.undo}
    >
      <Keys of="u" /> {t(`review.undo.${kind}`, { what: shorten(what) })}
    </button>
  )
}

const UNDO_LENGTH = 24

const shorten = (text: string): string => {
  const letters = [...text]
  return letters.length > UNDO_LENGTH ? `${letters.slice(0, UNDO_LENGTH).join('')}…` : text
}
