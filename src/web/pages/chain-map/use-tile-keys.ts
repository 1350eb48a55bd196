/** Keys on the map: arrows along the ribbons, Enter opens. One tile at a time is in the Tab order. */
import { type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject, useRef } from 'react'
import { isArrow, nextTile } from '../../chain/index.ts'
import type { MapLayout } from '../../map/index.ts'
import type { MapPage } from './use-map-page.ts'

export function useTileKeys(
  world: RefObject<HTMLElement | null>,
  page: MapPage,
  layout: MapLayout,
) {
  const current = useRef<HTMLElement | null>(null)
  const stageAt = (target: EventTarget): HTMLElement | null =>
    (target as Element).closest<HTMLElement>('[data-stage]')
  return {
    /** A tile that takes the focus lets its figures into the Tab order, and the last one's out. */
    enter: (event: FocusEvent) => {
      const tile = stageAt(event.target)
      if (!tile || tile === current.current) return
      for (const stop of world.current?.querySelectorAll<HTMLElement>('[tabindex="0"]') ?? []) {
        stop.tabIndex = -1
      }
      for (const stop of tile.querySelectorAll<HTMLElement>('[tabindex]')) stop.tabIndex = 0
      current.current = tile
    },
    press: (event: KeyboardEvent) => {
      const tile = stageAt(event.target)
      if (!tile || !isArrow(event.key) || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      const next = nextTile(tile.dataset.stage ?? '', event.key, layout, page.map.links)
      if (next === null) return
      world.current?.querySelector<HTMLElement>(`[data-stage="${CSS.escape(next)}"] .nm`)?.focus()
    },
    open: (event: MouseEvent) => {
      const stage = (event.target as Element).closest('.nm') ? stageAt(event.target) : null
      if (stage?.dataset.stage) page.change({ stage: stage.dataset.stage, tab: undefined })
    },
  }
}
