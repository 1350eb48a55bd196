/** The queue at the left: what misleads before what is merely much, group by group. */
import type { ReviewItem } from '../../api/index.ts'
import { withQuery } from '../../api/index.ts'
import { SyntheticMark } from '../../parts/index.ts'
import { type Speech, useWords } from '../../words/index.ts'
import type { Review } from './use-review.ts'

export function Queue({ review }: { review: Review }) {
  const { t, say } = useWords()
  const { lines, queue, search, at } = review
  const { group, source, q } = search
  return (
    <nav className="queue" aria-label={t('review.queue')}>
      {lines.map((line, place) => (
        <div key={line.claims[0]}>
          {line.group === lines[place - 1]?.group ? null : (
            <h3>{t(`review.group.${line.group}`)}</h3>
          )}
          <a
            className="row-link queue-line"
            aria-current={place === at ? 'true' : undefined}
            href={withQuery('/review', { claim: line.claims[0], group, source, q })}
          >
            <span className="told">
              <Told line={line} />
            </span>
            <Tag line={line} />
            <small>
              {line.source.synthetic ? <SyntheticMark /> : null}
              {propertyOf(line, say)}　{line.source.title}
              {line.source.publishedOn ? `　${line.source.publishedOn}` : ''}
            </small>
          </a>
        </div>
      ))}
      {queue.hasNextPage ? (
        <button type="button" className="btn" onClick={() => void queue.fetchNextPage()}>
          {t('review.more')}
        </button>
      ) : null}
    </nav>
  )
}

const propertyOf = ({ shown }: ReviewItem, say: Speech['say']): string =>
  shown[0] === undefined ? '' : say(shown[0].propertyLabel)

/** 丹纳赫 7%; several of one thing are drawn together, and a name is told once. */
function Told({ line: { shown } }: { line: ReviewItem }) {
  const { t } = useWords()
  const [first] = shown
  if (first === undefined) return null
  const isOneThing = shown.every(({ subject }) => subject.id === first.subject.id)
  const texts = shown.map(({ subject, figure }) => {
    if (isOneThing) return subject.name === figure.text ? '' : figure.text
    return subject.name === figure.text ? figure.text : `${subject.name} ${figure.text}`
  })
  return (
    <>
      {isOneThing ? <b>{first.subject.name}</b> : null}
      <span>{texts.filter((text) => text !== '').join(t('review.and'))}</span>
    </>
  )
}

function Tag({ line: { group, count, shown } }: { line: ReviewItem }) {
  const { t } = useWords()
  if (group === 'alike') return <i className="mute">{t('review.count', { n: count })}</i>
  if (group === 'single') return <i className="mute">{shown[0]?.figure.period ?? ''}</i>
  return <i className={group === 'contradiction' ? 'late' : 'doubt'}>{t(`review.tag.${group}`)}</i>
}
