/** The queue of pairs at the left, the pair that is looked at beside it. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type IdentityMatch, withQuery } from '../../api/index.ts'
import { Comparison, DecideDialog, type Deciding, ReasonList } from '../../identity/index.ts'
import { Keys, SyntheticMark, useKeys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { pairSearch, placeOf } from './pairs.ts'

interface PairsProps {
  matches: readonly IdentityMatch[]
  /** Fetches the next page; null where all are shown. */
  more: (() => void) | null
}

export function Pairs({ matches, more }: PairsProps) {
  const { t, say } = useWords()
  const search = useSearch({ from: '/signed-in/identity' })
  const navigate = useNavigate()
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const at = placeOf(matches, search)
  const match = matches[at]
  const go = (by: number) => {
    const next = matches[at + by]
    if (next === undefined) return
    void navigate({ to: '/identity', search: pairSearch(next), replace: true })
    const link = document.querySelectorAll<HTMLElement>('.pair-list .row-link')[at + by]
    link?.focus()
  }
  const decide = (kind: 'merge' | 'distinct') => {
    if (match !== undefined && !match.proposed) setDeciding({ kind, match })
  }
  /** The key that opens the dialog is not typed into its first field. */
  const decideBy = (kind: 'merge' | 'distinct') => (event: KeyboardEvent) => {
    event.preventDefault()
    decide(kind)
  }
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    m: decideBy('merge'),
    s: decideBy('distinct'),
  })
  return (
    <div className="pairs">
      <nav className="pair-list" aria-label={t('identity.pairs')}>
        {matches.map((each) => {
          const { one, other, reasons, proposed } = each
          const [ground] = reasons
          return (
            <a
              key={one.id + other.id}
              className="row-link pair"
              aria-current={each === match ? 'true' : undefined}
              href={withQuery('/identity', { one: one.id, other: other.id })}
            >
              <span className="pair-names">
                <span>{one.name}</span>
                <span>{other.name}</span>
              </span>
              <span className="pair-why">
                {proposed ? t('identity.state.proposed') : ground ? say(ground.words) : null}
                {one.synthetic || other.synthetic ? <SyntheticMark /> : null}
              </span>
            </a>
          )
        })}
        {more === null ? null : (
          <button type="button" className="btn" onClick={more}>
            {t('identity.more')}
          </button>
        )}
      </nav>
      {match ? <Pair match={match} decide={decide} /> : null}
      {deciding ? <DecideDialog deciding={deciding} onClose={() => setDeciding(null)} /> : null}
    </div>
  )
}

function Pair({
  match,
  decide,
}: {
  match: IdentityMatch
  decide: (kind: 'merge' | 'distinct') => void
}) {
  const { t } = useWords()
  return (
    <section className="pair-view" aria-label={t('identity.compare')}>
      <div className="ruled">
        <header>
          <h2>{t('identity.for')}</h2>
        </header>
        <ReasonList reasons={match.reasons} />
      </div>
      <div className="ruled">
        <Comparison match={match} />
      </div>
      {match.proposed ? (
        <p>
          {t('identity.proposed')}{' '}
          <a className="fig" href="/identity?view=decided">
            {t('identity.view.decided')}
          </a>
        </p>
      ) : (
        <p className="pair-acts">
          <button type="button" className="btn do" onClick={() => decide('merge')}>
            <Keys of="m" /> {t('identity.merge')}
          </button>
          <button type="button" className="btn" onClick={() => decide('distinct')}>
            <Keys of="s" /> {t('identity.distinct')}
          </button>
        </p>
      )}
    </section>
  )
}
