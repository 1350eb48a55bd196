/** The supply path in words: what feeds the stage, the stage itself, what it feeds, step by step. */
import type { StageTile } from '../../../api/index.ts'
import { pathLevels } from '../../../chain/index.ts'
import { FigureLink, SyntheticMark } from '../../../parts/index.ts'
import { useWords } from '../../../words/index.ts'
import type { MapPage } from '../use-map-page.ts'

/** Stages named at each step; the map shows them all. */
const NAMED_MAX = 3

export function PathList({ page, stage }: { page: MapPage; stage: StageTile }) {
  const { t } = useWords()
  const steps = pathLevels(stage.id, page.map.links, page.forest)
  return (
    <section>
      <h3>{t('drawer.path')}</h3>
      {steps.length === 1 ? (
        <p className="mute">{t('drawer.noPath')}</p>
      ) : (
        <ol className="path">
          {steps.map(({ distance, stages }) => (
            <li key={distance} aria-current={distance === 0 ? 'step' : undefined}>
              {stages.slice(0, NAMED_MAX).map((id) => (
                <PathStage key={id} page={page} id={id} isHere={distance === 0} />
              ))}
              {stages.length > NAMED_MAX ? (
                <span className="mute">{t('drawer.path.more', { n: stages.length })}</span>
              ) : null}
            </li>
          ))}
        </ol>
      )}
      <Links page={page} stage={stage} />
    </section>
  )
}

/** The links of the stage itself, each with the claim it rests on. */
function Links({ page, stage }: { page: MapPage; stage: StageTile }) {
  const { t, nameOf } = useWords()
  const own = page.map.links.filter(({ from, to }) => from === stage.id || to === stage.id)
  const name = (id: string) => {
    const tile = page.forest.byId.get(id)
    return tile ? nameOf(tile) : t('unknown')
  }
  if (own.length === 0) return null
  return (
    <ul className="links">
      {own.map((link) => (
        <li key={link.id}>
          {name(link.from)} → {name(link.to)}
          {link.synthetic ? <SyntheticMark /> : null}
          <span>
            {link.value ? <FigureLink figure={link.value} /> : null}{' '}
            <FigureLink figure={link.figure}>
              {link.sources === 0 ? t('link.template') : t('link.sources', { n: link.sources })}
            </FigureLink>
          </span>
        </li>
      ))}
    </ul>
  )
}

function PathStage({ page, id, isHere }: { page: MapPage; id: string; isHere: boolean }) {
  const { nameOf } = useWords()
  const tile = page.forest.byId.get(id)
  if (!tile) return null
  const look = `v ${tile.verdict.word}`
  if (isHere) return <i className={look}>{nameOf(tile)}</i>
  return (
    <button
      type="button"
      className={look}
      onClick={() => page.change({ stage: id, tab: undefined })}
    >
      {nameOf(tile)}
    </button>
  )
}
