/** Claims that are alike and may be accepted as one decision; each can be taken out of it. */
import type { ReviewCase } from '../../api/index.ts'
import { Keys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { placesOut, togglePlace } from './search.ts'
import type { Review } from './use-review.ts'

export function Alike({ review, shown }: { review: Review; shown: ReviewCase }) {
  const { t } = useWords()
  const { search, change, go, claim } = review
  const { claims, count, shown: others } = shown.alike
  if (count < 2) return null
  const out = placesOut(search)
  const own = claims.indexOf(claim ?? '')
  const isTold = (subject: { id: string; name: string }, text: string): boolean =>
    subject.id === shown.claim.subject.id || subject.name === text
  return (
    <section className="card">
      <h2>
        {t('review.alike', { n: count - 1 })}
        <span>
          {t('review.alike.take', { n: claims.length - out.size })} <Keys of="b" />
        </span>
      </h2>
      <ul className="alike">
        <li>
          <Taken isIn={!out.has(own)} onToggle={() => change(togglePlace(search, own))}>
            {t('review.this')}
          </Taken>
          <Keys of="x" />
        </li>
        {others.map(({ id, subject, figure }) => {
          const place = claims.indexOf(id)
          const told = isTold(subject, figure.text) ? figure.text : `${subject.name} ${figure.text}`
          return (
            <li key={id}>
              <Taken isIn={!out.has(place)} onToggle={() => change(togglePlace(search, place))}>
                <span className="unseen">{told}</span>
              </Taken>
              <button type="button" className="btn plain" onClick={() => go(id)}>
                {told}
              </button>
            </li>
          )
        })}
      </ul>
      {count > others.length + 1 ? (
        <p className="mute">{t('review.alike.rest', { n: count - others.length - 1 })}</p>
      ) : null}
    </section>
  )
}

interface TakenProps {
  isIn: boolean
  onToggle: () => void
  children: React.ReactNode
}

function Taken({ isIn, onToggle, children }: TakenProps) {
  return (
    <label className="taken">
      <input type="checkbox" checked={isIn} onChange={onToggle} />
      {children}
    </label>
  )
}
