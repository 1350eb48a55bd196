/** The supply path in words: what feeds the stage, the stage itself, what it feeds, step by step. */
import type { StageTile } from '../../../api/index.ts'
import { pathLevels } from '../../../chain/index.ts'
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
    </section>
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
