/** On the page of a thing: what may be the same, and what was decided about its name. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type IdentityDecision,
  type IdentityMatch,
  type ThingView,
  withQuery,
} from '../api/index.ts'
import { useMay } from '../frame/index.ts'
import { DateText, SyntheticMark } from '../parts/index.ts'
import { useWords } from '../words/index.ts'
import { thingPath } from './comparison.tsx'
import { DecideDialog, type Deciding, type SplitSource } from './decide-dialog.tsx'
import { Acts, saidOf } from './decision-table.tsx'
import './identity.css'
import { decisionsQuery, matchesQuery } from './queries.ts'
import { ReasonList } from './reason-list.tsx'

interface ThingIdentityProps {
  thing: ThingView
  /** The sources of the page, for a split by them. */
  sources: readonly SplitSource[]
}

export function ThingIdentity({ thing, sources }: ThingIdentityProps) {
  const mayDecide = useMay('decide-identity')
  const mayRead = useMay('read-internal')
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  return (
    <>
      {mayDecide ? <Likely thing={thing} decide={setDeciding} /> : null}
      {mayRead ? (
        <History
          thing={thing}
          decide={mayDecide ? setDeciding : null}
          sources={mayDecide ? sources : []}
        />
      ) : null}
      {deciding ? <DecideDialog deciding={deciding} onClose={() => setDeciding(null)} /> : null}
    </>
  )
}

function Likely({ thing, decide }: { thing: ThingView; decide: (deciding: Deciding) => void }) {
  const { t } = useWords()
  const matches = useQuery(matchesQuery(thing.id)).data?.items ?? []
  if (matches.length === 0) return null
  return (
    <section className="ruled likely">
      <header>
        <h2>{t('identity.likely')}</h2>
      </header>
      <ul>
        {matches.map((match) => (
          <LikelyOne key={otherOf(match, thing.id).id} {...{ match, thing, decide }} />
        ))}
      </ul>
    </section>
  )
}

const otherOf = ({ one, other }: IdentityMatch, id: string) => (one.id === id ? other : one)

function LikelyOne({
  match,
  thing,
  decide,
}: {
  match: IdentityMatch
  thing: ThingView
  decide: (deciding: Deciding) => void
}) {
  const { t } = useWords()
  const other = otherOf(match, thing.id)
  const pair = withQuery('/identity', { one: match.one.id, other: match.other.id })
  return (
    <li>
      <p className="likely-name">
        <a className="row-link" href={thingPath(other)}>
          {other.name}
        </a>
        {other.synthetic ? <SyntheticMark /> : null}
        <a className="fig" href={pair}>
          {t('identity.compare')}
        </a>
      </p>
      <ReasonList reasons={match.reasons} />
      {match.proposed ? (
        <p className="mute">{t('identity.proposed')}</p>
      ) : (
        <p className="likely-acts">
          <button type="button" className="btn do" onClick={() => decide({ kind: 'merge', match })}>
            {t('identity.merge')}
          </button>
          <button type="button" className="btn" onClick={() => decide({ kind: 'distinct', match })}>
            {t('identity.distinct')}
          </button>
        </p>
      )}
    </li>
  )
}

/** Of two sources at least, one can be split off. */
const SOURCES_TO_SPLIT = 2

interface HistoryProps extends ThingIdentityProps {
  decide: ((deciding: Deciding) => void) | null
}

function History({ thing, sources, decide }: HistoryProps) {
  const { t } = useWords()
  const decisions = useQuery(decisionsQuery(thing.id)).data?.items ?? []
  const maySplit = decide !== null && sources.length >= SOURCES_TO_SPLIT
  if (decisions.length === 0 && !maySplit) return null
  return (
    <section className="ruled name-history">
      <header>
        <h2>{t('identity.history')}</h2>
        {maySplit ? (
          <span className="end">
            <button
              type="button"
              className="btn plain"
              onClick={() => decide({ kind: 'split', thing, sources })}
            >
              {t('identity.split')}
            </button>
          </span>
        ) : null}
      </header>
      <ul>
        {decisions.map((decision) => (
          <Decided key={decision.id} decision={decision} decide={decide} />
        ))}
      </ul>
    </section>
  )
}

function Decided({
  decision,
  decide,
}: {
  decision: IdentityDecision
  decide: HistoryProps['decide']
}) {
  const speech = useWords()
  const { t } = speech
  const { undone, state, reason, madeBy, madeAt, recordedAt } = decision
  const isGone = undone !== null || state === 'dropped'
  return (
    <li>
      <p className={isGone ? 'gone' : undefined}>{saidOf(decision, speech)}</p>
      <p className="mute">
        {t(undone ? 'identity.state.undone' : `identity.state.${state}`)}{' '}
        <DateText of={(recordedAt ?? madeAt).slice(0, 10)} /> {madeBy}：{reason}
      </p>
      {undone ? (
        <p className="mute">{t('identity.undone.by', { by: undone.by, reason: undone.reason })}</p>
      ) : null}
      {decide === null ? null : (
        <Acts decision={decision} onUndo={() => decide({ kind: 'undo', decision })} />
      )}
    </li>
  )
}
