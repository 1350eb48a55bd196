/** A figure read from a text goes straight to its span; a computed one shows what it rests on. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { ClaimView, Derivation } from '../../api/index.ts'
import { useTitle } from '../../frame/index.ts'
import { Keys, Loading, ProblemNotice, SyntheticMark, useKeys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import './figure.css'
import { figureQuery, spanHref } from './figure-query.ts'
import { Parameters } from './parameters.tsx'

export function FigurePage() {
  const { t, language } = useWords()
  const { figure } = useParams({ from: '/signed-in/figures/$figure' })
  const router = useRouter()
  const found = useQuery(figureQuery(figure))
  const navigate = useNavigate()
  const back = () => router.history.back()
  const span = found.data?.kind === 'span' ? spanHref(found.data.claim) : null
  useEffect(() => {
    if (span !== null) void navigate({ href: span, replace: true })
  }, [span, navigate])
  useTitle(t('figure.title'), language)
  useKeys({ Escape: back })
  return (
    <main className="page">
      <header className="page-head">
        <button type="button" className="btn" onClick={back}>
          <Keys of="Esc" /> {t('back')}
        </button>
        <h1>{t('figure.title')}</h1>
      </header>
      {found.isPending ? <Loading /> : null}
      {found.error ? (
        <ProblemNotice error={found.error} retry={() => void found.refetch()} />
      ) : null}
      {found.data?.kind === 'derivation' ? (
        <DerivationView derivation={found.data.derivation} />
      ) : null}
    </main>
  )
}

function DerivationView({ derivation }: { derivation: Derivation }) {
  const { t, say } = useWords()
  const { claims, total } = derivation
  return (
    <>
      <dl className="derivation">
        <dt>{t('figure.output')}</dt>
        <dd className="derivation-output">{derivation.output}</dd>
        <dt>{t('figure.algorithm')}</dt>
        <dd>{say(derivation.algorithm)}</dd>
        <dt>{t('figure.version')}</dt>
        <dd>{derivation.version}</dd>
        <dt>{t('figure.parameters')}</dt>
        <dd>
          <Parameters derivation={derivation} />
        </dd>
        <dt>{t('figure.snapshot')}</dt>
        <dd className="hash">{derivation.snapshot}</dd>
      </dl>
      <section>
        <h2>
          {claims.length < total
            ? t('figure.claims.some', { total, shown: claims.length })
            : t('figure.claims', { total })}
        </h2>
        {claims.length === 0 ? <p className="mute">{t('figure.none')}</p> : null}
        {claims.length > 0 ? <ClaimTable claims={claims} /> : null}
      </section>
    </>
  )
}

function ClaimTable({ claims }: { claims: readonly ClaimView[] }) {
  const { t, say } = useWords()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('figure.claim.what')}</th>
          <th scope="col">{t('figure.claim.value')}</th>
          <th scope="col">{t('figure.claim.quote')}</th>
          <th scope="col">{t('figure.claim.source')}</th>
        </tr>
      </thead>
      <tbody>
        {claims.map((claim) => (
          <tr key={claim.id}>
            <td>
              {claim.subject.name} · {say(claim.propertyLabel)}
            </td>
            <td>
              <a className="fig" href={spanHref(claim)} data-figure={`c.${claim.id}`}>
                {claim.object?.name ?? claim.figure.text}
              </a>
            </td>
            <td className="quote">{claim.quote}</td>
            <td>
              {claim.source.title} {claim.source.synthetic ? <SyntheticMark /> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
