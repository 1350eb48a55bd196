/** One stage. What the map already knows is shown at once; the rest comes with its own question. */
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { StageDetail, StageTile } from '../../../api/index.ts'
import { useMay } from '../../../frame/index.ts'
import {
  Keys,
  Loading,
  MarkChip,
  ProblemNotice,
  SyntheticMark,
  Verdict,
} from '../../../parts/index.ts'
import { useWords } from '../../../words/index.ts'
import { AddLink, AddStage, StateFact } from '../edit/index.ts'
import { asOf, type DrawerTab } from '../search.ts'
import { stageQuery } from '../stage-query.ts'
import type { MapPage } from '../use-map-page.ts'
import './drawer.css'
import { FactTable, factsToShow } from './fact-table.tsx'
import { Firms, Products } from './members.tsx'
import { PathList } from './path-list.tsx'
import { Places } from './places.tsx'
import { Why } from './why.tsx'

interface DrawerProps {
  page: MapPage
  stage: StageTile
  onClose: () => void
}

export function Drawer({ page, stage, onClose }: DrawerProps) {
  const { t, nameOf } = useWords()
  const { known, valid } = asOf(page.axis, page.search.day)
  const found = useQuery(stageQuery(stage.id, page.map.chain.id, known, valid))
  const detail = found.data?.tile.id === stage.id ? found.data : undefined
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // Opened by keyboard, the drawer takes the focus; a hand on the mouse keeps its place.
    if (document.activeElement?.matches('.nm:focus-visible')) heading.current?.focus()
  }, [])
  return (
    <aside className="drawer" aria-label={nameOf(stage)}>
      <div className="crumb">
        <Crumb page={page} stage={stage} />
        <button type="button" className="btn plain no-print" onClick={onClose}>
          <Keys of="Esc" /> {t('drawer.close')}
        </button>
      </div>
      <h2 className="drawer-name" ref={heading} tabIndex={-1}>
        {nameOf(stage)} <Verdict word={stage.verdict.word} />
        {stage.marks.map(({ mark }) => (
          <MarkChip key={mark} mark={mark} />
        ))}
        {stage.synthetic ? <SyntheticMark long /> : null}
      </h2>
      <Tabs page={page} detail={detail} />
      {found.error && !detail ? (
        <ProblemNotice error={found.error} retry={() => void found.refetch()} />
      ) : null}
      {detail ? (
        <Panel page={page} stage={stage} detail={detail} />
      ) : found.isPending ? (
        <Loading />
      ) : null}
      <Acts page={page} stage={stage} />
    </aside>
  )
}

function Crumb({ page, stage }: { page: MapPage; stage: StageTile }) {
  const { t, nameOf } = useWords()
  const ancestors = [...page.forest.ancestorsOf(stage.id)].reverse()
  const root = page.forest.byId.get(page.forest.rootOf(stage.id)) ?? stage
  return (
    <span>
      {t(`position.${root.position ?? 'none'}`)} ›{' '}
      {ancestors.map((id) => {
        const ancestor = page.forest.byId.get(id)
        return ancestor ? (
          <span key={id}>
            <button
              type="button"
              className="btn plain"
              onClick={() => page.change({ stage: id, tab: undefined })}
            >
              {nameOf(ancestor)}
            </button>{' '}
            ›{' '}
          </span>
        ) : null
      })}
    </span>
  )
}

function Tabs({ page, detail }: { page: MapPage; detail: StageDetail | undefined }) {
  const { t } = useWords()
  const chosen: DrawerTab = page.search.tab ?? 'facts'
  const tabs = [
    { tab: 'facts', count: detail && factsToShow(detail).length },
    { tab: 'firms', count: detail?.firms.total },
    { tab: 'products', count: detail?.products.total },
  ] as const
  const choose = (tab: DrawerTab) => page.change({ tab: tab === 'facts' ? undefined : tab })
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = tabs[tabs.findIndex(({ tab }) => tab === chosen) + step]
    if (step === 0 || !next) return
    choose(next.tab)
    event.currentTarget.querySelector<HTMLElement>(`#drawer-tab-${next.tab}`)?.focus()
  }
  return (
    <div
      className="drawer-tabs no-print"
      role="tablist"
      aria-label={t('drawer.tabs')}
      onKeyDown={press}
    >
      {tabs.map(({ tab, count }) => (
        <button
          key={tab}
          id={`drawer-tab-${tab}`}
          type="button"
          role="tab"
          aria-selected={tab === chosen}
          tabIndex={tab === chosen ? 0 : -1}
          {...(detail ? { 'aria-controls': 'drawer-panel' } : {})}
          onClick={() => choose(tab)}
        >
          {t(`drawer.${tab}`)} <em>{count ?? ''}</em>
        </button>
      ))}
    </div>
  )
}

interface PanelProps {
  page: MapPage
  stage: StageTile
  detail: StageDetail
}

function Panel({ page, stage, detail }: PanelProps) {
  const tab: DrawerTab = page.search.tab ?? 'facts'
  return (
    <div
      className="drawer-panel"
      id="drawer-panel"
      role="tabpanel"
      aria-labelledby={`drawer-tab-${tab}`}
    >
      {tab === 'facts' ? (
        <>
          <Why page={page} stage={stage} detail={detail} />
          <FactTable detail={detail} />
          <Places stage={stage} />
          <PathList page={page} stage={stage} />
        </>
      ) : null}
      {tab === 'firms' ? <Firms detail={detail} /> : null}
      {tab === 'products' ? <Products detail={detail} /> : null}
    </div>
  )
}

function Acts({ page, stage }: { page: MapPage; stage: StageTile }) {
  const { t } = useWords()
  const mayState = useMay('state-claim')
  const mayEdit = useMay('edit-chain')
  const [doing, setDoing] = useState<'fact' | 'stage' | 'link' | null>(null)
  const done = () => setDoing(null)
  if (!mayState && !mayEdit) return null
  return (
    <div className="drawer-acts no-print">
      {mayState ? (
        <button type="button" className="btn do" onClick={() => setDoing('fact')}>
          {t('edit.fact')}
        </button>
      ) : null}
      {mayEdit ? (
        <>
          <button type="button" className="btn" onClick={() => setDoing('stage')}>
            {t('edit.child')}
          </button>
          <button type="button" className="btn" onClick={() => setDoing('link')}>
            {t('edit.link')}
          </button>
        </>
      ) : null}
      {doing === 'fact' ? <StateFact stage={stage} onClose={done} /> : null}
      {doing === 'stage' ? <AddStage page={page} parent={stage} onClose={done} /> : null}
      {doing === 'link' ? <AddLink page={page} from={stage} onClose={done} /> : null}
    </div>
  )
}
