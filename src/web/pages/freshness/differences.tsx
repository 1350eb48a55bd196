/** Figures of one thing and time that differ between sources, side by side; both stand. */
import { useQuery } from '@tanstack/react-query'
import { DateText, FigureLink, Loading, ProblemNotice, SyntheticMark } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { differencesQuery } from './queries.ts'
import { Settle } from './settle.tsx'

export function Differences() {
  const { t, say } = useWords()
  const { data, error, isPending, refetch } = useQuery(differencesQuery)
  const items = data?.items ?? []
  if (isPending) return <Loading />
  if (error) return <ProblemNotice error={error} retry={() => void refetch()} />
  if (items.length === 0) return <p>{t('freshness.differences.none')}</p>
  return (
    <>
      <p className="mute">
        {t(data.more ? 'freshness.differences.more' : 'freshness.differences.sum', {
          n: items.length,
        })}
      </p>
      <table className="plain-table freshness-differences">
        <caption className="unseen">{t('freshness.view.differences')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('freshness.col.thing')}</th>
            <th scope="col">{t('freshness.col.kind')}</th>
            <th scope="col">{t('freshness.col.period')}</th>
            <th scope="col">{t('freshness.col.readings')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ subject, property, words, readings }) => (
            <tr key={readings.map(({ claim }) => claim).join()} data-property={property}>
              <th scope="row">
                <a className="row-link" href={`/things/${subject.id}`}>
                  {subject.name}
                </a>{' '}
                {readings.every(({ figure }) => figure.synthetic) ? <SyntheticMark /> : null}
              </th>
              <td>{say(words)}</td>
              <td>
                <DateText of={readings[0]?.figure.period ?? null} />
              </td>
              <td>
                <ul>
                  {readings.map((reading) => (
                    <li key={reading.claim}>
                      <FigureLink figure={reading.figure} />{' '}
                      <a href={`/sources/${reading.source.id}`}>{reading.source.title}</a>{' '}
                      <span className="mute">
                        {reading.source.publishedOn === null ? null : (
                          <DateText of={reading.source.publishedOn} />
                        )}
                      </span>
                      <Settle
                        reading={reading}
                        others={readings.filter((each) => each !== reading)}
                      />
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
