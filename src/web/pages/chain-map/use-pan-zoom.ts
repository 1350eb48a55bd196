/**
 * Moving and enlarging. The browser scrolls, so that wheel, touch, keys and focus all move the map;
 * dragging free ground scrolls too. Enlarging writes a custom property and renders nothing anew;
 * the address learns of it when the hand rests.
 */
import {
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import type { MapLayout } from '../../map/index.ts'
import { useKeys } from '../../parts/index.ts'
import type { MapPage } from './use-map-page.ts'

const ZOOM_MIN = 0.25
const ZOOM_MAX = 2.5
const REST_MS = 300
/** Below this the small lines of a tile are no longer legible and give way to its name. */
const FAR = 0.62

export interface Zooming {
  area: RefObject<HTMLDivElement | null>
  by: (factor: number) => void
  fit: () => void
  startPan: (event: PointerEvent) => void
}

export function usePanZoom(
  scroller: RefObject<HTMLDivElement | null>,
  page: MapPage,
  layout: MapLayout | null,
): Zooming {
  const area = useRef<HTMLDivElement>(null)
  const zoom = useRef(Number(page.search.zoom ?? 100) / 100)
  const rest = useRef<number | undefined>(undefined)
  const { change } = page
  const apply = useCallback(
    (next: number, at?: { x: number; y: number }) => {
      const box = scroller.current
      if (!box) return
      const to = Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, next))
      const { x, y } = at ?? { x: box.clientWidth / 2, y: box.clientHeight / 2 }
      const ratio = to / zoom.current
      const left = (box.scrollLeft + x) * ratio - x
      const top = (box.scrollTop + y) * ratio - y
      zoom.current = to
      show(area.current, to)
      box.scrollTo(left, top)
      window.clearTimeout(rest.current)
      rest.current = window.setTimeout(() => {
        const percent = Math.round(to * 100)
        change({ zoom: percent === 100 ? undefined : String(percent) })
      }, REST_MS)
    },
    [scroller, change],
  )
  useLayoutEffect(() => {
    if (layout) show(area.current, zoom.current)
  }, [layout])
  useEffect(() => () => window.clearTimeout(rest.current), [])
  useWheel(scroller, (factor, at) => apply(zoom.current * factor, at))
  useHeadScroll(scroller, area)
  const fit = useCallback(() => {
    const box = scroller.current
    if (!box || !layout) return
    apply(Math.min(1, box.clientWidth / layout.width, box.clientHeight / layout.height))
  }, [scroller, layout, apply])
  const by = useCallback((factor: number) => apply(zoom.current * factor), [apply])
  useKeys({
    '+': () => by(1.25),
    '=': () => by(1.25),
    '-': () => by(1 / 1.25),
    '0': () => apply(1),
  })
  const startPan = useCallback((event: PointerEvent) => pan(event, scroller.current), [scroller])
  return useMemo(() => ({ area, by, fit, startPan }), [by, fit, startPan])
}

/**
 * The factor is written on the three elements that use it. Written higher up it would be inherited
 * by every tile, and each step would compute the style of thousands of elements anew.
 */
function show(area: HTMLElement | null, zoom: number): void {
  for (const part of area?.querySelectorAll<HTMLElement>('.heads, .sizer, .world') ?? []) {
    part.style.setProperty('--zoom', String(zoom))
  }
  area?.classList.toggle('far', zoom < FAR)
}

/** Ctrl and wheel, which is also what a pinch on a touchpad sends. */
function useWheel(
  scroller: RefObject<HTMLDivElement | null>,
  turn: (factor: number, at: { x: number; y: number }) => void,
): void {
  const latest = useRef(turn)
  latest.current = turn
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const listen = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const { left, top } = box.getBoundingClientRect()
      const at = { x: event.clientX - left, y: event.clientY - top }
      latest.current(Math.exp(-event.deltaY / 300), at)
    }
    box.addEventListener('wheel', listen, { passive: false })
    return () => box.removeEventListener('wheel', listen)
  }, [scroller])
}

/** The heads stand outside what scrolls, and follow it sideways. */
function useHeadScroll(
  scroller: RefObject<HTMLDivElement | null>,
  area: RefObject<HTMLDivElement | null>,
): void {
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const heads = () => area.current?.querySelector<HTMLElement>('.heads > div')
    const follow = () => heads()?.style.setProperty('translate', `${-box.scrollLeft}px`)
    box.addEventListener('scroll', follow, { passive: true })
    return () => box.removeEventListener('scroll', follow)
  }, [scroller, area])
}

function pan(event: PointerEvent, box: HTMLDivElement | null): void {
  const isGround = !(event.target as Element).closest('[data-stage]')
  if (!box || !isGround || event.button !== 0 || event.pointerType === 'touch') return
  const start = { x: event.clientX + box.scrollLeft, y: event.clientY + box.scrollTop }
  const ground = event.currentTarget as HTMLElement
  ground.setPointerCapture(event.pointerId)
  const move = (to: globalThis.PointerEvent) =>
    box.scrollTo(start.x - to.clientX, start.y - to.clientY)
  const end = () => {
    ground.removeEventListener('pointermove', move)
    ground.removeEventListener('pointerup', end)
    ground.removeEventListener('pointercancel', end)
  }
  ground.addEventListener('pointermove', move)
  ground.addEventListener('pointerup', end)
  ground.addEventListener('pointercancel', end)
}
