/** The map itself: column heads, ribbons under the tiles, tiles, and the ways to move and enlarge. */
import { memo, useMemo, useRef } from 'react'
import type { StageTile } from '../../api/index.ts'
import { type Lens, type Step, stepOf } from '../../chain/index.ts'
import { layoutMap, type MapLayout, type PlacedRibbon } from '../../map/index.ts'
import { useWords } from '../../words/index.ts'
import { NoStage } from './no-stage.tsx'
import { Tile } from './tile.tsx'
import type { MapPage } from './use-map-page.ts'
import { usePanZoom, type Zooming } from './use-pan-zoom.ts'
import { useRoom } from './use-room.ts'
import { useTileKeys } from './use-tile-keys.ts'
import { useTrace } from './use-trace.ts'

export function MapView({ page }: { page: MapPage }) {
  return page.map.stages.length === 0 ? <NoStage page={page} /> : <DrawnMap page={page} />
}

function DrawnMap({ page }: { page: MapPage }) {
  const { t } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const room = useRoom(scroller)
  const layout = useMemo(
    () => (room ? layoutMap(page.layoutStages, page.layoutLinks, room) : null),
    [page.layoutStages, page.layoutLinks, room],
  )
  const zooming = usePanZoom(scroller, page, layout)
  return (
    <div className="map-area" ref={zooming.area} style={layout ? printZoom(layout) : {}}>
      {layout ? <ColumnHeads layout={layout} /> : <div className="heads" />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="map-scroll" ref={scroller} tabIndex={0} aria-label={t('map.scroll')}>
        {layout ? <World page={page} layout={layout} zooming={zooming} /> : null}
      </section>
      {layout ? <ZoomButtons zooming={zooming} /> : null}
    </div>
  )
}

/** Width of a landscape A4 page within its margins, in CSS pixels. */
const PAGE_WIDTH = 1030

function printZoom({ width }: MapLayout): React.CSSProperties {
  return { '--print-zoom': Math.min(1, PAGE_WIDTH / width) } as React.CSSProperties
}

function ColumnHeads({ layout }: { layout: MapLayout }) {
  const { t } = useWords()
  return (
    <div className="heads" aria-hidden="true">
      <div>
        {layout.columns.map(({ key, position, labels, x, width }, index) => (
          <span key={key} style={{ '--x': x, '--w': width } as React.CSSProperties}>
            {labels.length === 0 && layout.columns[index - 1]?.position === position ? null : (
              <b>{t(`position.${position ?? 'none'}`)}</b>
            )}
            {labels.join(' · ')}
          </span>
        ))}
      </div>
    </div>
  )
}

interface WorldProps {
  page: MapPage
  layout: MapLayout
  zooming: Zooming
}

function World({ page, layout, zooming }: WorldProps) {
  const world = useRef<HTMLDivElement>(null)
  const trace = useTrace(world, page)
  const keys = useTileKeys(world, page, layout)
  const lit = page.path?.links ?? NOTHING
  const size = { '--world-w': layout.width, '--world-h': layout.height, '--tall': layout.tall }
  return (
    <div className={layout.isDense ? 'sizer dense' : 'sizer'} style={size as React.CSSProperties}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: one listener for all tiles within */}
      <div
        className="world"
        ref={world}
        onClick={(event) => {
          keys.open(event)
          trace.hide()
        }}
        onKeyDown={keys.press}
        onFocus={(event) => {
          keys.enter(event)
          // A press of the mouse gives the focus too, and has the pointer there to trace by.
          if (event.target.matches(':focus-visible')) trace.show(event.target)
        }}
        onBlur={trace.hide}
        onPointerOver={(event) => trace.rest(event.target as Element)}
        onPointerLeave={trace.hide}
        onPointerDown={zooming.startPan}
      >
        <Ribbons layout={layout} lit={lit} />
        <Tiles page={page} layout={layout} />
      </div>
    </div>
  )
}

const NOTHING: ReadonlySet<string> = new Set()

const Ribbons = memo(function Ribbons({
  layout,
  lit,
}: {
  layout: MapLayout
  lit: ReadonlySet<string>
}) {
  return (
    <svg
      className="ribbons"
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      aria-hidden="true"
    >
      <defs>
        <marker
          id="turn"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
          markerUnits="userSpaceOnUse"
        >
          <path className="arrow" d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      {layout.ribbons.map((ribbon) => (
        <path
          key={ribbon.id}
          data-link={ribbon.id}
          className={ribbonClass(ribbon, lit.has(ribbon.id))}
          strokeWidth={ribbon.thickness}
          d={ribbon.path}
          {...(ribbon.isTurned ? { markerEnd: 'url(#turn)' } : {})}
        />
      ))}
    </svg>
  )
})

function ribbonClass({ thickness }: PlacedRibbon, isLit: boolean): string {
  return `${thickness <= 1 ? 'thin' : 'solid'}${isLit ? ' lit' : ''}`
}

function Tiles({ page, layout }: { page: MapPage; layout: MapLayout }) {
  const lens: Lens = page.search.lens ?? 'verdict'
  const stop = page.selected?.id ?? layout.tiles[0]?.id
  const step = (tile: StageTile): Step | null =>
    lens === 'verdict' ? null : stepOf(tile, lens, page.map.known)
  return layout.tiles.map((place) => {
    const tile = page.forest.byId.get(place.id)
    const content = page.contents.get(place.id)
    if (!tile || !content) return null
    return (
      <Tile
        key={place.id}
        tile={tile}
        place={place}
        content={content}
        step={step(tile)}
        isSelected={page.selected?.id === place.id}
        isChanged={page.changes.byStage.has(place.id)}
        isStop={stop === place.id}
      />
    )
  })
}

function ZoomButtons({ zooming }: { zooming: Zooming }) {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own look and legend
    <div className="zoom choice no-print" role="group" aria-label={t('map.zoom')}>
      <button type="button" onClick={() => zooming.by(1 / 1.25)} aria-label={t('map.zoom.out')}>
        −
      </button>
      <button type="button" onClick={zooming.fit}>
        {t('map.zoom.fit')}
      </button>
      <button type="button" onClick={() => zooming.by(1.25)} aria-label={t('map.zoom.in')}>
        ＋
      </button>
    </div>
  )
}
