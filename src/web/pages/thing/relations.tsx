/** The relations of a thing by what they say and from which end, with shares where they are told. */
import { useQuery } from '@tanstack/react-query'
import {
  type StageDetail,
  type ThingRef,
  type ThingView,
  vocabularyQuery,
  withQuery,
} from '../../api/index.ts'
import { FigureLink, SyntheticMark } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { EDGES_SHOWN, groupKey, mapHref, type Relation, relationsOf, thingHref } from './reading.ts'
import type { ThingSearch } from './search.ts'

interface RelationsProps {
  thing: ThingView
  stages: readonly StageDetail[]
  search: ThingSearch
}

export function Relations({ thing, stages, search }: RelationsProps) {
  const { t } = useWords()
  return (
    <section className="ruled">
      <header>
        <h2>{t('thing.edges')}</h2>
      </header>
      {thing.edges.length === 0 ? <p className="mute">{t('thing.edges.none')}</p> : null}
      {relationsOf(thing.edges).map((group) => (
        <Group key={groupKey(group)} group={group} {...{ thing, stages, search }} />
      ))}
    </section>
  )
}

function Group({ group, thing, stages, search }: RelationsProps & { group: Relation }) {
  const { t, say } = useWords()
  const vocabulary = useQuery(vocabularyQuery).data
  const edge = vocabulary?.edges.find(({ id }) => id === group.property)
  const label = group.direction === 'in' && edge ? edge.reverse : group.label
  const kind = vocabulary?.kinds.find(({ id }) => id === group.kind)?.words
  const isOpen = search.all === groupKey(group)
  const shown = isOpen ? group.items : group.items.slice(0, EDGES_SHOWN)
  const hasShares = group.items.some(({ figure }) => figure.number !== null)
  const placeOf = (ref: ThingRef) => {
    const stage = stages.find(({ tile }) => tile.id === ref.id)
    return stage ? mapHref(stage.chain.id, ref.id, search) : thingHref(ref, search)
  }
  return (
    <div className="relation">
      <h3>
        {say(label)} {kind ? say(kind) : null}{' '}
        {group.total > shown.length ? (
          <span className="mute">
            {t('thing.edge.rest', { shown: shown.length, total: group.total })}
          </span>
        ) : null}
      </h3>
      <ul>
        {shown.map(({ thing: other, figure, source }) => (
          <li key={figure.id}>
            <a className="row-link" href={placeOf(other)}>
              {other.name}
            </a>
            {figure.synthetic ? <SyntheticMark /> : null}
            {hasShares ? (
              <span className="num">
                <FigureLink figure={figure.number === null ? null : figure} />
              </span>
            ) : null}
            <FigureLink figure={figure}>
              <span title={source.title}>{t('thing.edge.ground')}</span>
            </FigureLink>
          </li>
        ))}
      </ul>
      {group.items.length > shown.length ? (
        <a
          className="btn plain"
          href={withQuery(thingHref(thing, search), { all: groupKey(group) })}
        >
          {t('thing.edge.more', { n: group.items.length - shown.length })}
        </a>
      ) : null}
    </div>
  )
}
