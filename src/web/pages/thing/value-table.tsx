/** What sources say of a thing, property by property; what they say differently side by side. */
import type { ThingValue } from '../../api/index.ts'
import { DateText, FigureLink } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'

export function ValueTable({ values }: { values: readonly ThingValue[] }) {
  const { t } = useWords()
  return (
    <section className="ruled">
      <header>
        <h2>{t('thing.values')}</h2>
      </header>
      {values.length === 0 ? <p className="mute">{t('thing.values.none')}</p> : null}
      {values.length > 0 ? (
        <table className="plain-table thing-values">
          <caption className="unseen">{t('thing.values')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('thing.value.what')}</th>
              <th scope="col">{t('thing.value.value')}</th>
              <th scope="col">{t('thing.value.source')}</th>
              <th scope="col">{t('thing.value.time')}</th>
              <th scope="col">{t('thing.value.recorded')}</th>
            </tr>
          </thead>
          {values.map((value) => (
            <ValueRows key={value.property} value={value} />
          ))}
        </table>
      ) : null}
    </section>
  )
}

function ValueRows({ value }: { value: ThingValue }) {
  const { t, say } = useWords()
  return (
    <tbody className={value.hasConflict ? 'conflict' : undefined}>
      {value.readings.map(({ figure, source, validFrom, recordedOn }, at) => (
        <tr key={figure.id}>
          {at === 0 ? (
            <th scope="rowgroup" rowSpan={value.readings.length}>
              {say(value.label)}
              {value.hasConflict ? <p className="late">{t('thing.conflict')}</p> : null}
            </th>
          ) : null}
          <td>
            <FigureLink figure={figure} wrap />
          </td>
          <td>
            <a href={`/sources/${source.id}`}>{source.title}</a>
          </td>
          <td>
            <DateText of={validFrom ?? figure.period} />
          </td>
          <td>
            <DateText of={recordedOn.slice(0, 10)} />
          </td>
        </tr>
      ))}
    </tbody>
  )
}
