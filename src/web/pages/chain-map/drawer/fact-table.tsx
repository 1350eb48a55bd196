/** The facts of a stage, each with its value, its source and its time; then the sources themselves. */
import type { StageDetail } from '../../../api/index.ts'
import { DateText, FigureLink } from '../../../parts/index.ts'
import { type Speech, useWords, type WordKey } from '../../../words/index.ts'

/** A source may print the code of a verdict or a mark; the reader sees its word. */
function choiceWords(property: string, text: string, t: Speech['t']): string | undefined {
  if (property === 'verdict' && VERDICTS.has(text)) return t(`verdict.${text}` as WordKey)
  if (property === 'mark' && MARKS.has(text)) return t(`mark.${text}` as WordKey)
  return undefined
}

const VERDICTS = new Set(['strong', 'stable', 'weak', 'missing', 'unknown'])
const MARKS = new Set(['chokePoint', 'breakPoint', 'blockage'])

/** What only places a stage on the map says nothing of what it is like. */
const PLACING = new Set(['name', 'shortName', 'englishName', 'position', 'column', 'order'])

export function factsToShow({ facts }: StageDetail): StageDetail['facts'] {
  return facts.filter(({ property }) => !PLACING.has(property))
}

export function FactTable({ detail }: { detail: StageDetail }) {
  const { t, say } = useWords()
  const facts = factsToShow(detail)
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
                <FigureLink figure={fact.figure} wrap>
                  {choiceWords(fact.property, fact.figure.text, t)}
                </FigureLink>
                {fact.conflicts > 0 ? (
                  <span className="late"> {t('drawer.conflicts', { n: fact.conflicts })}</span>
                ) : null}
              </td>
              <td title={t('drawer.recorded', { day: fact.recordedOn.slice(0, 10) })}>
                {fact.figure.kind === 'computed' ? (
                  t('drawer.computed')
                ) : (
                  <DateText of={fact.validFrom ?? fact.figure.period} />
                )}
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
