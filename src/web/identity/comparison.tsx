/** Two things side by side: what each is called, its codes and places, and who says so. */
import type { IdentityMatch, MatchSide } from '../api/index.ts'
import { FigureLink, SyntheticMark } from '../parts/index.ts'
import { useWords } from '../words/index.ts'

export const thingPath = ({ id, kind }: Pick<MatchSide, 'id' | 'kind'>): string =>
  kind === 'firm' ? `/firms/${id}` : `/things/${id}`

export function Comparison({ match: { one, other } }: { match: IdentityMatch }) {
  const { t, say } = useWords()
  const lines = new Map([...one.said, ...other.said].map((each) => [each.property, each.label]))
  return (
    <table className="plain-table comparison">
      <caption className="unseen">
        {t('identity.compare.of', { one: one.name, other: other.name })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('identity.field')}</th>
          {[one, other].map((side) => (
            <th scope="col" key={side.id}>
              <a className="fig" href={thingPath(side)}>
                {side.name}
              </a>
              {side.synthetic ? <SyntheticMark /> : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...lines].map(([property, label]) => (
          <tr key={property}>
            <th scope="row">{say(label)}</th>
            <Said side={one} property={property} />
            <Said side={other} property={property} />
          </tr>
        ))}
        <tr>
          <th scope="row">{t('identity.sources')}</th>
          <Sources side={one} />
          <Sources side={other} />
        </tr>
      </tbody>
    </table>
  )
}

function Said({ side, property }: { side: MatchSide; property: string }) {
  const { t } = useWords()
  const said = side.said.filter((each) => each.property === property)
  return (
    <td>
      {said.length === 0 ? <span className="mute">{t('identity.unsaid')}</span> : null}
      {said.map(({ figure }) => (
        <div key={figure.id + figure.text}>
          <FigureLink figure={figure} wrap />
        </div>
      ))}
    </td>
  )
}

function Sources({ side }: { side: MatchSide }) {
  const { t } = useWords()
  return (
    <td>
      {side.sources.map(({ id, title, claims }) => (
        <div key={id}>
          <a className="source-link" href={`/sources/${id}`}>
            {title}
          </a>{' '}
          <span className="mute">{t('identity.source.n', { n: claims })}</span>
        </div>
      ))}
    </td>
  )
}
