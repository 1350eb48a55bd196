/** The same content as a table, for keyboard, screen reader and paper. */
import type { StageTile } from '../../api/index.ts'
import {
  FigureLink,
  MAKER_PLACES,
  MarkChip,
  numberOf,
  SyntheticMark,
  Verdict,
} from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { ChangeWords, staleWords } from './tile.tsx'
import type { MapPage } from './use-map-page.ts'

export function TableView({ page }: { page: MapPage }) {
  const { t, nameOf } = useWords()
  const rows = inReadingOrder(page)
  const hasChanges = page.search.than !== undefined
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-view" tabIndex={0} aria-label={t('map.table')}>
      <table className="plain-table">
        <caption className="unseen">
          {t('map.table.caption', { chain: nameOf(page.map.chain), day: page.map.known })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('palette.stage')}</th>
            <th scope="col">{t('verdict')}</th>
            <th scope="col">{t('map.marks')}</th>
            {MAKER_PLACES.map((place) => (
              <th key={place} scope="col" className="num">
                {t(`makers.${place}`)}
              </th>
            ))}
            <th scope="col" className="num">
              {t('map.firms')}
            </th>
            <th scope="col">{t('map.facts')}</th>
            <th scope="col">{t('map.supplies')}</th>
            <th scope="col" className="num">
              {t('map.sources')}
            </th>
            <th scope="col">{t('map.age')}</th>
            {hasChanges ? <th scope="col">{t('map.change')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ tile, depth }) => (
            <Row key={tile.id} page={page} tile={tile} depth={depth} hasChanges={hasChanges} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  page: MapPage
  tile: StageTile
  depth: number
  hasChanges: boolean
}

function Row({ page, tile, depth, hasChanges }: RowProps) {
  const { nameOf } = useWords()
  const change = page.changes.byStage.get(tile.id)
  return (
    <tr data-stage={tile.id} aria-selected={page.selected?.id === tile.id}>
      <th scope="row" className={`in${Math.min(depth, 4)}`}>
        <button
          type="button"
          className="nm"
          onClick={() => page.change({ stage: tile.id, tab: undefined })}
        >
          {nameOf(tile)}
        </button>{' '}
        {tile.synthetic ? <SyntheticMark /> : null}
      </th>
      <td>
        <Verdict word={tile.verdict.word} />
      </td>
      <td className="nb">
        {tile.marks.map(({ mark }) => (
          <MarkChip key={mark} mark={mark} />
        ))}
      </td>
      {MAKER_PLACES.map((place) => (
        <td key={place} className="num">
          <FigureLink figure={tile.makers[place]}>{tile.makers[place]?.number}</FigureLink>
        </td>
      ))}
      <td className="num">
        <FigureLink figure={numberOf(tile.firms) > 0 ? tile.firms : null}>
          {tile.firms.number}
        </FigureLink>
      </td>
      <td>
        <Facts page={page} tile={tile} />
      </td>
      <td>
        <Supplies page={page} tile={tile} />
      </td>
      <td className="num">{tile.sources}</td>
      <td className={tile.stale ? 'stale nb' : 'nb'}>
        <Age page={page} tile={tile} />
      </td>
      {hasChanges ? <td>{change ? <ChangeWords change={change} /> : null}</td> : null}
    </tr>
  )
}

function Facts({ page, tile }: { page: MapPage; tile: StageTile }) {
  const { t, say } = useWords()
  const inside = page.contents.get(tile.id)?.inside ?? []
  if (tile.facts.length === 0 && inside.length > 0) {
    return inside.map(({ word, count }) => `${t(`verdict.${word}`)} ${count}`).join(' · ')
  }
  if (tile.facts.length === 0 && tile.sources === 0 && numberOf(tile.firms) === 0) {
    return <span className="mute">{t('map.noSource')}</span>
  }
  return tile.facts.map(({ property, label, figure }) => (
    <span key={property} className="fact">
      {say(label)} <FigureLink figure={figure} />
      {figure.period ? <span className="mute"> {figure.period}</span> : null}{' '}
    </span>
  ))
}

/** What the stage supplies; each name opens the claim that the link rests on. */
function Supplies({ page, tile }: { page: MapPage; tile: StageTile }) {
  const { t, nameOf } = useWords()
  const links = page.map.links.filter(({ from }) => from === tile.id)
  return links.map((link, index) => {
    const to = page.forest.byId.get(link.to)
    return (
      <span key={link.id}>
        {index > 0 ? t('says.comma') : ''}
        <FigureLink figure={link.figure}>{to ? nameOf(to) : t('unknown')}</FigureLink>
      </span>
    )
  })
}

function Age({ page, tile }: { page: MapPage; tile: StageTile }) {
  const { t } = useWords()
  const age = page.contents.get(tile.id)?.age
  if (!age) return null
  return age.isStale ? staleWords(age, t) : t('month.age', { n: age.months ?? 0 })
}

/** Parents before children, as the map is read: by column, then from top to bottom. */
function inReadingOrder({ map, forest }: MapPage): { tile: StageTile; depth: number }[] {
  const rank = { upstream: 0, midstream: 1, downstream: 2 }
  const rankOf = ({ position }: StageTile) => (position === null ? 3 : rank[position])
  const rows = (tiles: readonly StageTile[], depth: number): { tile: StageTile; depth: number }[] =>
    tiles.flatMap((tile) => [{ tile, depth }, ...rows(forest.childrenOf(tile.id), depth + 1)])
  const roots = forest.roots.filter(({ id }) => map.stages.some((stage) => stage.id === id))
  return rows(
    [...roots].sort((a, b) => rankOf(a) - rankOf(b)),
    0,
  )
}
