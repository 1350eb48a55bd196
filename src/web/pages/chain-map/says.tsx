/** The three sentences under the map. Each is generated, and each ends in something one can do. */
import type { ReactNode } from 'react'
import type { StageTile } from '../../api/index.ts'
import { sentencesOf } from '../../chain/index.ts'
import { useMay } from '../../frame/index.ts'
import { FigureLink } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import type { MapPage } from './use-map-page.ts'

const NAMED_MAX = 3

export function Says({ page }: { page: MapPage }) {
  const { t } = useWords()
  const said = sentencesOf(page.map.stages, page.path)
  return (
    <div className="says">
      <Held page={page} stages={said.held.stages} />
      <section>
        <h2>
          {t('says.stale')} <Count n={said.stale.stages.length} />
        </h2>
        {said.stale.stages.length === 0
          ? t('says.stale.none')
          : said.stale.oldest === null
            ? t('says.stale.undated')
            : t('says.stale.some', { day: said.stale.oldest })}{' '}
        <Act
          words={t('says.stale.act')}
          isDone={page.search.lens === 'freshness'}
          onAct={() => page.change({ lens: 'freshness' })}
        />
      </section>
      <Unknown page={page} {...said.unknown} />
    </div>
  )
}

function Held({ page, stages }: { page: MapPage; stages: readonly StageTile[] }) {
  const { t, nameOf, say } = useWords()
  const [first] = stages
  return (
    <section>
      <h2>
        {t('says.held')} <Count n={stages.length} />
      </h2>
      {stages.length === 0 ? `${t('says.held.none')} ` : null}
      {stages.slice(0, NAMED_MAX).map((stage, index) => (
        <span key={stage.id}>
          {index > 0 ? t('says.semicolon') : ''}
          {nameOf(stage)}
          {stage.facts[0] ? (
            <>
              {' '}
              {say(stage.facts[0].label)} <FigureLink figure={stage.facts[0].figure} />
            </>
          ) : (
            <>
              {' '}
              <HeldMark stage={stage} />
            </>
          )}
        </span>
      ))}
      {stages.length > 0 ? t('says.stop') : ''}
      {stages.length > NAMED_MAX ? t('says.more', { n: stages.length - NAMED_MAX }) : ''}
      {first ? (
        <Act
          words={t('says.held.act', { stage: nameOf(first) })}
          onAct={() => page.change({ stage: first.id, tab: undefined })}
        />
      ) : (
        <Act words={t('says.held.look')} onAct={() => page.change({ view: 'table' })} />
      )}
    </section>
  )
}

/** A stage without a measured fact is named by the claim that marks it. */
function HeldMark({ stage }: { stage: StageTile }) {
  const { t } = useWords()
  const held = stage.marks.find(({ mark }) => mark !== 'blockage')
  return held ? <FigureLink figure={held.figure}>{t(`mark.${held.mark}`)}</FigureLink> : null
}

interface UnknownProps {
  page: MapPage
  count: number
  of: number
  first: readonly StageTile[]
}

function Unknown({ page, count, of, first }: UnknownProps) {
  const { t, nameOf } = useWords()
  const mayImport = useMay('import-table')
  const names = first.map(nameOf).join(t('says.and'))
  return (
    <section>
      <h2>
        {t('says.unknown')} <b className="says-count">{t('says.unknown.count', { count, of })}</b>
      </h2>
      {count === 0 ? t('says.unknown.none') : t('says.unknown.first', { names })}{' '}
      {mayImport ? (
        <a className="fig no-print" href="/import">
          {t('says.unknown.act')}
        </a>
      ) : (
        <Act
          words={t('says.unknown.look')}
          isDone={page.search.lens === 'evidence'}
          onAct={() => page.change({ lens: 'evidence' })}
        />
      )}
    </section>
  )
}

function Count({ n }: { n: number }): ReactNode {
  const { t } = useWords()
  return <b className="says-count">{t('says.stages', { n })}</b>
}

interface ActProps {
  words: string
  onAct: () => void
  isDone?: boolean
}

function Act({ words, onAct, isDone = false }: ActProps) {
  return (
    <button
      type="button"
      className="act no-print"
      aria-pressed={isDone || undefined}
      onClick={onAct}
    >
      {words}
    </button>
  )
}
