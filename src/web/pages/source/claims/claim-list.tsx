/** The claims that rest on a document; the selected one is open, with its history and rivals. */
import type { MouseEvent } from 'react'
import type { ClaimCheck, ClaimView } from '../../../api/index.ts'
import {
  DateText,
  FigureLink,
  SyntheticMark,
  UnknownWord,
  useClaimValue,
} from '../../../parts/index.ts'
import { codeWords, METHOD_WORDS, useWords } from '../../../words/index.ts'
import { CheckPanel } from './check-panel.tsx'
import { placeWords } from './citation.ts'
import { Rivals } from './rivals.tsx'

export interface ClaimListProps {
  claims: readonly ClaimView[]
  letters: ReadonlyMap<string, string>
  selected: ClaimView | null
  checks: ReadonlyMap<string, ClaimCheck>
  hrefOf: (claim: ClaimView) => string
  onSelect: (claim: ClaimView) => void
}

export function ClaimList(props: ClaimListProps) {
  const { claims, letters, selected, checks } = props
  return (
    <ol className="claims">
      {claims.map((claim) =>
        claim.id === selected?.id ? (
          <OpenClaim
            key={claim.id}
            claim={claim}
            letter={letters.get(claim.id) ?? ''}
            check={checks.get(claim.id) ?? null}
          />
        ) : (
          <ClaimLine key={claim.id} {...props} claim={claim} />
        ),
      )}
    </ol>
  )
}

function ClaimLine(props: ClaimListProps & { claim: ClaimView }) {
  const { claim, letters, checks, hrefOf, onSelect } = props
  const { t, say } = useWords()
  const wordsOf = useClaimValue()
  const check = checks.get(claim.id)
  const select = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onSelect(claim)
  }
  return (
    <li className="claim-line">
      <b>{letters.get(claim.id) ?? ''}</b>
      <span>
        {claim.subject.name} · {say(claim.propertyLabel)}{' '}
        <a
          className={figClass(claim)}
          href={hrefOf(claim)}
          data-figure={claim.figure.id}
          onClick={select}
        >
          {wordsOf(claim)}
        </a>
      </span>
      {check ? (
        <i className={`check ${check.result}`}>{t(`source.check.${check.result}`)}</i>
      ) : (
        <i className={claim.conflicts.length > 0 ? 'late' : 'mute'}>
          {claim.conflicts.length > 0
            ? t('source.conflicts', { n: claim.conflicts.length })
            : t(`stage.${claim.stage}`)}
        </i>
      )}
    </li>
  )
}

function figClass({ figure }: ClaimView): string {
  return `fig wrap${figure.synthetic ? ' syn' : ''}${figure.stale ? ' stale' : ''}`
}

interface OpenClaimProps {
  claim: ClaimView
  letter: string
  check: ClaimCheck | null
}

function OpenClaim({ claim, letter, check }: OpenClaimProps) {
  const { t, say } = useWords()
  const wordsOf = useClaimValue()
  return (
    <li className="claim-open" aria-current="true" data-claim={claim.id}>
      <div className="claim-head">
        <b>{letter}</b>
        <span>
          <a href={`/things/${claim.subject.id}`} className="thing">
            {claim.subject.name}
          </a>{' '}
          · {say(claim.propertyLabel)}
        </span>
        <span className="claim-value">
          <FigureLink figure={claim.figure} wrap>
            {wordsOf(claim)}
          </FigureLink>
        </span>
        <i className={claim.stage === 'withdrawn' ? 'late' : ''}>{t(`stage.${claim.stage}`)}</i>
      </div>
      <Particulars claim={claim} />
      {check ? <CheckPanel check={check} claim={claim} /> : null}
      {claim.conflicts.length > 0 ? <Rivals claim={claim} /> : null}
    </li>
  )
}

function Particulars({ claim }: { claim: ClaimView }) {
  const speech = useWords()
  const { t } = speech
  const method = codeWords(METHOD_WORDS, claim.method, t)
  return (
    <dl className="particulars">
      <dt>{t('source.valid')}</dt>
      <dd>
        <Period claim={claim} />
      </dd>
      <dt>{t('source.recorded')}</dt>
      <dd>
        <DateText of={claim.recordedAt} /> {claim.source.synthetic ? <SyntheticMark /> : null}
      </dd>
      <dt>{t('source.place')}</dt>
      <dd>{placeWords(claim, speech)}</dd>
      <dt>{t('source.decided')}</dt>
      <dd>{claim.decidedBy?.name ?? t('source.decided.none')}</dd>
      <dt>{t('source.confidence')}</dt>
      <dd>{claim.confidence === null ? <UnknownWord /> : `${claim.confidence}%`}</dd>
      <dt className="wide">{t('source.method')}</dt>
      <dd className="reader">
        {claim.reader === '' ? method : t('source.method.by', { method, reader: claim.reader })}
      </dd>
      <dt className="wide">{t('source.quote')}</dt>
      <dd className="quote-of">{claim.quote}</dd>
    </dl>
  )
}

function Period({ claim: { validFrom: from, validTo: to } }: { claim: ClaimView }) {
  const { t } = useWords()
  if (from === null && to === null) return <UnknownWord />
  if (from !== null && to !== null) return t('source.valid.span', { from, to })
  return from === null ? t('source.valid.to', { to: to ?? '' }) : t('source.valid.from', { from })
}
