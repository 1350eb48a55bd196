/** What is to be weighed beside a claim: doubts of its reader, what is held, what contradicts it. */
import type { ReactNode } from 'react'
import type { ClaimView, ReviewCase, ReviewClaim } from '../../api/index.ts'
import { FigureLink, Keys, useClaimValue } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import './beside.css'
import { REASONS } from './reasons.ts'

export function Beside({ shown }: { shown: ReviewCase }) {
  return (
    <>
      <Doubts shown={shown} />
      <Edited shown={shown} />
      <Returned shown={shown} />
      <Held shown={shown} />
      <Rivals shown={shown} />
    </>
  )
}

function Card({
  title,
  end,
  kind = '',
  children,
}: {
  title: string
  end: ReactNode
  kind?: string
  children: ReactNode
}) {
  return (
    <section className={`card ${kind}`}>
      <h2>
        {title}
        <span>{end}</span>
      </h2>
      {children}
    </section>
  )
}

function Doubts({ shown: { cautions, reasons } }: { shown: ReviewCase }) {
  const { t, say } = useWords()
  if (cautions.length + reasons.length === 0) return null
  return (
    <Card
      kind="doubted"
      title={t(cautions.length > 0 ? 'review.doubts' : 'review.reasons')}
      end={cautions.length > 0 ? t('review.doubts.singly') : null}
    >
      {cautions.map(({ code, detail }) => (
        <p key={`${code} ${detail}`}>{t(`review.doubt.${code}`, { detail })}</p>
      ))}
      {reasons.map((words) => (
        <p key={words.zh}>{say(words)}</p>
      ))}
    </Card>
  )
}

function Edited({ shown: { edited, isOwnWork, group } }: { shown: ReviewCase }) {
  const { t } = useWords()
  if (group === null || (edited === null && !isOwnWork)) return null
  return (
    <Card
      kind={isOwnWork ? 'doubted' : ''}
      title={t('review.edited')}
      end={edited ? t('review.edited.by', { name: edited.by }) : null}
    >
      {edited?.before ? <Was label={t('review.edited.before')} claim={edited.before} /> : null}
      <p>{t(isOwnWork ? 'review.own' : 'review.edited.why')}</p>
    </Card>
  )
}

/** What another reading of the same place says. */
function Was({ label, claim }: { label: string; claim: ReviewClaim }) {
  const { say } = useWords()
  const { subject, propertyLabel, figure } = claim
  const { period, text } = figure
  return (
    <p>
      <span className="mute">{label}</span>　<b>{subject.name}</b> {say(propertyLabel)}{' '}
      <FigureLink figure={figure} wrap /> {period && !text.includes(period) ? period : null}
    </p>
  )
}

/** A correction that came back: what it said, and why another person would not have it. */
function Returned({ shown: { returned, group } }: { shown: ReviewCase }) {
  const { t } = useWords()
  if (group === null || returned === null) return null
  const { by, after, rejectedBy, reason } = returned
  const coded = REASONS.find((each) => each === reason)
  const why = coded === undefined ? reason : t(`review.reason.${coded}`)
  return (
    <Card
      kind="doubted"
      title={t('review.returned')}
      end={t('review.returned.by', { name: rejectedBy })}
    >
      <Was label={t('review.edited.by', { name: by })} claim={after} />
      <p>{t('review.returned.why', { reason: why })}</p>
    </Card>
  )
}

/** Bars stand beside figures of one unit, so that their size is seen at once. */
function Held({ shown: { held, claim, rivals } }: { shown: ReviewCase }) {
  const { t, say } = useWords()
  if (held.length === 0 && rivals.length > 0) return null
  const own = { ...claim, id: claim.id } as ReviewClaim
  const all = held.length === 0 ? [] : [...held, own]
  const isOneUnit = all.every(
    ({ figure }) => figure.number !== null && figure.unit === claim.figure.unit,
  )
  const largest = Math.max(...all.map(({ figure }) => Number(figure.number)))
  const sorted = isOneUnit
    ? all.toSorted((one, other) => Number(other.figure.number) - Number(one.figure.number))
    : all
  const period = claim.figure.period
  return (
    <Card
      title={t('review.held')}
      end={[say(claim.propertyLabel), period].filter(Boolean).join(t('review.comma'))}
    >
      {all.length === 0 ? (
        <p className="mute">{t('review.held.none', { name: claim.subject.name })}</p>
      ) : (
        <table className="held">
          <caption className="unseen">{t('review.held')}</caption>
          <tbody>
            {sorted.map((each) => (
              <tr key={each.id} className={each === own ? 'this' : ''}>
                <th scope="row">{each.subject.name}</th>
                <td className="num">
                  <FigureLink figure={each.figure} wrap />
                </td>
                {isOneUnit ? (
                  <td className="of">
                    <Bar share={Number(each.figure.number) / largest} />
                  </td>
                ) : null}
                <td className="mute">
                  {each === own ? t('review.this') : t(`review.stage.${stageOf(each)}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}

const stageOf = ({ stage }: ReviewClaim): 'published' | 'draft' =>
  stage === 'published' ? 'published' : 'draft'

function Bar({ share }: { share: number }) {
  const percent = Number.isFinite(share) ? Math.max(0, Math.round(share * 100)) : 0
  return <i className="bar" style={{ width: `${percent}%` }} />
}

function Rivals({ shown: { rivals, isOwnWork } }: { shown: ReviewCase }) {
  const { t } = useWords()
  if (rivals.length === 0) return null
  return (
    <Card kind="bad" title={t('review.rivals')} end={t('review.count', { n: rivals.length })}>
      {rivals.map((rival) => (
        <Rival key={rival.id} rival={rival} />
      ))}
      <p className="mute">
        {t('review.rivals.keep')} {isOwnWork ? null : <Keys of="a" />}
      </p>
    </Card>
  )
}

function Rival({ rival }: { rival: ClaimView }) {
  const { t, say } = useWords()
  const wordsOf = useClaimValue()
  return (
    <p>
      <b>{rival.subject.name}</b> {say(rival.propertyLabel)}{' '}
      <FigureLink figure={rival.figure} wrap>
        {wordsOf(rival)}
      </FigureLink>
      <span className="rival-quote">{rival.quote}</span>
      <span className="rival-source">
        <span>{rival.source.title}</span>
        <span>
          {t(rival.stage === 'published' ? 'review.stage.published' : 'review.stage.draft')}
        </span>
      </span>
    </p>
  )
}
