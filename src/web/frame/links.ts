/**
 * Plain `<a href="/…">` anywhere in a page is followed without reloading; one listener serves a
 * map with a thousand figure links, where a component each would be felt. When a figure is opened
 * and the reader comes back, the focus returns to that very figure.
 */
import type { AnyRouter } from '@tanstack/react-router'
import { type MouseEvent, useEffect } from 'react'

const KEY = 'lianshu.return'
const WAIT_FRAMES = 240
/** How long the very figure is waited for before the one in its place is taken. */
const PATIENT_FRAMES = 90

interface Return {
  href: string
  figure: string
  /** Which of the links with this figure, when a page shows it more than once. */
  ordinal: number
  /** The tile or row it stood in, and its place there: a count computed anew has another id. */
  stage: string | null
  placeInStage: number
}

export function followLink(event: MouseEvent, router: AnyRouter): void {
  if (event.defaultPrevented || event.button !== 0) return
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = (event.target as Element).closest('a')
  const href = link?.getAttribute('href')
  if (!link || !href?.startsWith('/') || href.startsWith('/api/') || link.target) return
  if (link.hasAttribute('download')) return
  event.preventDefault()
  rememberFigure(link)
  void router.navigate({ href })
}

function rememberFigure(link: HTMLAnchorElement): void {
  const figure = link.dataset.figure
  if (figure === undefined) return
  const place: Return = {
    href: location.pathname + location.search,
    figure,
    ordinal: linksOf(figure).indexOf(link),
    stage: link.closest<HTMLElement>('[data-stage]')?.dataset.stage ?? null,
    placeInStage: figuresOfStage(link.closest('[data-stage]')).indexOf(link),
  }
  sessionStorage.setItem(KEY, JSON.stringify(place))
}

/** After each navigation: if this is the page a figure was opened from, focus the figure again. */
export function useReturnFocus(router: AnyRouter): void {
  useEffect(
    () =>
      router.subscribe('onResolved', () => {
        const place = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Return | null
        if (place?.href !== location.pathname + location.search) return
        focusWhenThere(place, WAIT_FRAMES)
      }),
    [router],
  )
}

/** The figure appears when its data does; a few seconds are waited, and a moved focus wins. */
function focusWhenThere(place: Return, framesLeft: number): void {
  const isLate = framesLeft < WAIT_FRAMES - PATIENT_FRAMES
  const link = linksOf(place.figure)[place.ordinal] ?? (isLate ? standIn(place) : undefined)
  if (link) {
    sessionStorage.removeItem(KEY)
    link.focus({ preventScroll: false })
    return
  }
  const isMoved = document.activeElement !== null && document.activeElement !== document.body
  if (framesLeft === 0 || isMoved) return
  requestAnimationFrame(() => focusWhenThere(place, framesLeft - 1))
}

function standIn({ stage, placeInStage }: Return): HTMLElement | undefined {
  if (stage === null) return undefined
  const tile = document.querySelector(`[data-stage="${CSS.escape(stage)}"]`)
  return figuresOfStage(tile)[placeInStage] ?? tile?.querySelector<HTMLElement>('.nm') ?? undefined
}

function figuresOfStage(tile: Element | null): HTMLElement[] {
  return [...(tile?.querySelectorAll<HTMLElement>('a[data-figure]') ?? [])]
}

function linksOf(figure: string): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>(`a[data-figure="${CSS.escape(figure)}"]`)]
}
