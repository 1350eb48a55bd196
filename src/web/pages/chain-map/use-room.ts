/** The room that the map has, followed as the window and the drawer change it. */
import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Room } from '../../map/index.ts'
import { useWords } from '../../words/index.ts'

/** A name and a verdict word side by side need this much, in pixels of the natural size. */
const TILE_MIN = { zh: 136, en: 184 }

export function useRoom(element: RefObject<HTMLElement | null>): Room | null {
  const { language } = useWords()
  const [room, setRoom] = useState<Room | null>(null)
  useLayoutEffect(() => {
    const box = element.current
    if (!box) return
    const measure = () => {
      const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
      // offset, not client: a scroll bar must not change the room that decides whether it is needed
      const tileMin = TILE_MIN[language] * scale
      const next: Room = { width: box.offsetWidth, height: box.offsetHeight, scale, tileMin }
      setRoom((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [element, language])
  return room
}
