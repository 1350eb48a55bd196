/** The facts of a stage, each with its value, its source and its time; then the sources themselves. */
import type { StageDetail } from '../../../api/index.ts'
import { FigureLink } from '../../../parts/index.ts'
import { useWords } from '../../../words/index.ts'

export function FactTable({ detail: { facts } }: { detail: StageDetail }) {
  const { t, say } = useWords()
  if (facts.length === 0) return <p className="mute">{t('drawer.noFacts')}</p>
  const sources = [...new Map(facts.map(({ source }) => [source.id, source])).values()]
  return (
    <>
      <table className="facts">
        <caption className="unseen">{t('drawer.facts')}</caption>
        <thead className="unseen">
          <tr>
            <th scope="col">{t('drawer.fact')}</th>
            <th scope="col">{t('figure.claim.value')}</th>
            <th scope="col">{t('drawer.time')}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={fact.figure.id}>
              <th scope="row">{say(fact.label)}</th>
              <td>
                <FigureLink figure={fact.figure} wrap />
                {fact.conflicts > 0 ? (
                  <span className="late"> {t('drawer.conflicts', { n: fact.conflicts })}</span>
                ) : null}
              </td>
              <td title={t('drawer.recorded', { day: fact.recordedOn.slice(0, 10) })}>
                {fact.figure.kind === 'computed'
                  ? t('drawer.computed')
                  : (fact.validFrom ?? fact.figure.period ?? t('unknown'))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <section>
        <h3>{t('map.sources')}</h3>
        <ul className="plain-list">
          {sources.map(({ id, title }) => (
            <li key={id}>
              <a className="fig wrap" href={`/sources/${id}`}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
