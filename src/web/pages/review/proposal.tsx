/** The claim as it would be kept, field by field; e opens the fields. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type ClaimView, type ReviewCase, vocabularyQuery } from '../../api/index.ts'
import { FigureLink, UnknownWord, useClaimValue } from '../../parts/index.ts'
import { codeWords, METHOD_WORDS, useWords } from '../../words/index.ts'

export function Proposal({ shown }: { shown: ReviewCase }) {
  const { t, say } = useWords()
  const wordsOf = useClaimValue()
  const kinds = useQuery(vocabularyQuery).data?.kinds ?? []
  const { claim, recognised } = shown
  const kind = kinds.find(({ id }) => id === claim.subject.kind)
  const name = claim.subject.name
  return (
    <table className="proposal">
      <caption className="unseen">{t('review.proposal')}</caption>
      <tbody>
        <Field label={t('review.subject')} note={t(`review.recognised.${recognised}`)}>
          {recognised === 'quoted' ? <mark>{name}</mark> : <b>{name}</b>}
          {kind ? <span className="mute">　{say(kind.words)}</span> : null}
        </Field>
        <Field label={t('review.property')}>{say(claim.propertyLabel)}</Field>
        <Field label={t('review.value')} note={<Measured claim={claim} />}>
          <span className={wordsOf(claim).length > LONG ? 'value long' : 'value'}>
            <FigureLink figure={claim.figure} wrap>
              {wordsOf(claim)}
            </FigureLink>
          </span>
        </Field>
        <Field label={t('review.period')}>
          <Period claim={claim} />
        </Field>
        <Method shown={shown} />
      </tbody>
    </table>
  )
}

/** Who or what read it: a rule with how sure it is, or the person who corrected it. */
function Method({ shown: { claim, edited } }: { shown: ReviewCase }) {
  const { t } = useWords()
  if (edited !== null) {
    return <Field label={t('review.method')}>{t('review.edited.by', { name: edited.by })}</Field>
  }
  return (
    <Field label={t('review.method')} note={t('review.confidence', { n: claim.confidence ?? 0 })}>
      {codeWords(METHOD_WORDS, claim.method, t)}
      <span className="mute">　{claim.reader}</span>
    </Field>
  )
}

/** A value of more letters than this is set like a sentence. */
const LONG = 24

/** The row of one field, with what is to be known of it at its end. */
export function Field({
  label,
  note = null,
  children,
}: {
  label: ReactNode
  note?: ReactNode
  children: ReactNode
}) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{children}</td>
      <td>{note}</td>
    </tr>
  )
}

const SIGNS = { '=': '', '>': '>', '>=': '≥', '<': '<', '<=': '≤', '~': '约' } as const

/** The number in its base unit, where the text says it in another form. */
function Measured({ claim: { figure } }: { claim: ClaimView }) {
  if (figure.number === null) return null
  const number = Number(figure.number)
  const text = `${SIGNS[figure.operator]}${number.toLocaleString('en-US')} ${figure.unit}`
  return text.replaceAll(/[\s,]/gu, '') === figure.text ? null : text
}

/** 2020 for a whole year, else its days. */
export function periodText({ figure, validFrom, validTo }: ClaimView): string | null {
  if (validFrom === null) return validTo === null ? null : `—${validTo}`
  const period = figure.period ?? validFrom
  return period.length === YEAR_LENGTH || validTo === null ? period : `${validFrom} — ${validTo}`
}

const YEAR_LENGTH = 4

function Period({ claim }: { claim: ClaimView }) {
  const text = periodText(claim)
  return text === null ? <UnknownWord /> : <>{text}</>
}
