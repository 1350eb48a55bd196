/** Beside the facts: where the thing stands on chains, its names over time, its sources. */
import { useQuery } from '@tanstack/react-query'
import { type StageDetail, type ThingView, vocabularyQuery } from '../../api/index.ts'
import { FigureLink, Verdict } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { mapHref, sourcesOf, spanOf } from './reading.ts'
import type { ThingSearch } from './search.ts'

interface StandingProps {
  thing: ThingView
  stages: readonly StageDetail[]
  search: ThingSearch
}

export function StandingList({ thing, stages, search }: StandingProps) {
  const { t, nameOf } = useWords()
  const bare = thing.chains.filter(({ id }) => !stages.some(({ chain }) => chain.id === id))
  return (
    <section className="ruled">
      <header>
        <h2>{t('thing.on')}</h2>
      </header>
      {stages.length === 0 && bare.length === 0 ? (
        <p className="mute">{t('thing.on.none')}</p>
      ) : null}
      <ul className="side-list">
        {stages.map(({ tile, chain, ancestors }) => (
          <li key={tile.id}>
            <a className="row-link" href={mapHref(chain.id, tile.id, search)}>
              <span className="mute">
                {[chain, ...ancestors].map(({ name }) => `${name} › `).join('')}
              </span>
              {nameOf(tile)}
            </a>
            <Verdict word={tile.verdict.word} />
          </li>
        ))}
        {bare.map(({ id, name }) => (
          <li key={id}>
            <a className="row-link" href={mapHref(id, null, search)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function NameList({ thing: { name, names } }: { thing: ThingView }) {
  const { t, say } = useWords()
  const properties = useQuery(vocabularyQuery).data?.properties
  if (names.length === 0) return null
  return (
    <section className="ruled">
      <header>
        <h2>{t('thing.names')}</h2>
      </header>
      <ul className="side-list names">
        {names.map((each) => {
          const words = properties?.find(({ id }) => id === each.property)?.words
          const span = spanOf(each.validFrom, each.validTo)
          return (
            <li key={each.figure.id}>
              <FigureLink figure={each.figure} wrap>
                {each.name}
              </FigureLink>
              <span className="mute">
                {each.name === name && each.property === 'name'
                  ? t('thing.name.now')
                  : words
                    ? say(words)
                    : ''}
                {span ? ` ${t(span.key, span.values)}` : ''}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

export function SourceList({ thing }: { thing: ThingView }) {
  const { t } = useWords()
  const sources = sourcesOf(thing)
  if (sources.length === 0) return null
  return (
    <section className="ruled">
      <header>
        <h2>{t('thing.sources')}</h2>
      </header>
      <ul className="side-list">
        {sources.map(({ source, count }) => (
          <li key={source.id}>
            <a className="row-link" href={`/sources/${source.id}`}>
              {source.title}
            </a>
            <span className="mute">{t('thing.sources.n', { n: count })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
