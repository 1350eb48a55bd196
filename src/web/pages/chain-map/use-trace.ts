/**
 * Hover or focus a stage: its supply path stays, the rest recedes. Only attributes change, and
 * none that React writes, so that a map of hundreds of stages answers within a frame and a tile drawn
 * anew keeps its light. The drawer repeats the path in words.
 */
import { type RefObject, useCallback, useRef } from 'react'
import { supplyPath } from '../../chain/index.ts'
import type { MapPage } from './use-map-page.ts'

/** A pointer that only passes must not have the whole map drawn anew, twice. */
const REST_MS = 80

export function useTrace(world: RefObject<HTMLElement | null>, page: MapPage) {
  const shown = useRef<string | null>(null)
  const resting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const { map, forest } = page
  const draw = useCallback(
    (id: string | null) => {
      const ground = world.current
      if (!ground || shown.current === id) return
      shown.current = id
      ground.classList.toggle('tracing', id !== null)
      if (id === null) return
      const path = supplyPath(id, map.links, forest)
      const near = new Set(
        [...path.stages].flatMap((stage) => [
          stage,
          ...forest.ancestorsOf(stage),
          ...forest.insideOf(stage),
        ]),
      )
      for (const tile of ground.querySelectorAll<HTMLElement>('[data-stage]')) {
        tile.toggleAttribute('data-on', near.has(tile.dataset.stage ?? ''))
      }
      for (const ribbon of ground.querySelectorAll<SVGPathElement>('[data-link]')) {
        ribbon.toggleAttribute('data-on', path.links.has(ribbon.dataset.link ?? ''))
      }
    },
    [world, map.links, forest],
  )
  const show = (target: Element): void => {
    clearTimeout(resting.current)
    draw(target.closest<HTMLElement>('[data-stage]')?.dataset.stage ?? null)
  }
  return {
    show,
    /** As `show`, once the pointer has rested there for a moment. */
    rest: (target: Element): void => {
      clearTimeout(resting.current)
      resting.current = setTimeout(() => show(target), REST_MS)
    },
    hide: (): void => {
      clearTimeout(resting.current)
      draw(null)
    },
  }
}
