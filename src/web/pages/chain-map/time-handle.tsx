/** One handle of the time bar: dragged, or moved by keys as any slider. */
import type { KeyboardEvent, PointerEvent, RefObject } from 'react'
import { daysBetween } from '../../../base/index.ts'
import { dayAt, dayByKey, shareOf, type TimeAxis } from './time-axis.ts'

interface TimeHandleProps {
  kind: 'day' | 'than'
  axis: TimeAxis
  day: string
  label: string
  text: string
  rail: RefObject<HTMLDivElement | null>
  /** Catches a day near a recorded one. */
  catchDay: (day: string) => string
  onMove: (day: string) => void
  onDrop: (day: string) => void
}

export function TimeHandle(props: TimeHandleProps) {
  const { kind, axis, day, label, text, onDrop } = props
  const left = `${shareOf(axis, day) * 100}%`
  const press = (event: KeyboardEvent) => {
    const to = dayByKey(axis, day, event.key, event.shiftKey)
    if (to === null) return
    event.preventDefault()
    onDrop(to)
  }
  const near = shareOf(axis, day)
  const edge = near < 0.08 ? ' at-start' : near > 0.92 ? ' at-end' : ''
  return (
    <>
      <span className={`src ${kind}${edge}`} style={{ left }} aria-hidden="true">
        {text}
      </span>
      <div
        className={`h ${kind}`}
        style={{ left }}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={axis.days}
        aria-valuenow={daysBetween(axis.first, day)}
        aria-valuetext={day}
        onKeyDown={press}
        onPointerDown={(event) => drag(event, props)}
      />
    </>
  )
}

function drag(event: PointerEvent<HTMLDivElement>, props: TimeHandleProps): void {
  const { rail, axis, catchDay, onMove, onDrop } = props
  const box = rail.current?.getBoundingClientRect()
  if (!box || event.button !== 0) return
  const handle = event.currentTarget
  handle.setPointerCapture(event.pointerId)
  let last = props.day
  const move = (to: globalThis.PointerEvent) => {
    last = catchDay(dayAt(axis, (to.clientX - box.left) / box.width))
    onMove(last)
  }
  const end = () => {
    handle.removeEventListener('pointermove', move)
    handle.removeEventListener('pointerup', end)
    handle.removeEventListener('pointercancel', end)
    onDrop(last)
  }
  handle.addEventListener('pointermove', move)
  handle.addEventListener('pointerup', end)
  handle.addEventListener('pointercancel', end)
}
