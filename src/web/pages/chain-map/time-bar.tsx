/** Two axes of time, the day of the map, and a second handle for the day of comparison. */
import { useRef, useState } from 'react'
import { serverDay } from '../../api/index.ts'
import { useWords } from '../../words/index.ts'
import type { Axis } from './search.ts'
import { axisOf, marksOf, shareOf, snap, type TimeAxis } from './time-axis.ts'
import { TimeHandle } from './time-handle.tsx'
import type { MapPage } from './use-map-page.ts'

const COMMIT_MS = 120

export function TimeBar({ page }: { page: MapPage }) {
  const { t } = useWords()
  const { axis, search, change, map } = page
  const choose = (next: Axis) =>
    change({ axis: next === 'valid' ? 'valid' : undefined, day: undefined, than: undefined })
  return (
    <footer className="time no-print">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own look and legend */}
      <div className="choice" role="group" aria-label={t('time.axes')}>
        {(['known', 'valid'] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={axis === each}
            title={t(`time.${each}.note`)}
            onClick={() => choose(each)}
          >
            {t(`time.${each}`)}
          </button>
        ))}
      </div>
      <Rail key={`${map.chain.id} ${axis}`} page={page} />
      <div className="time-end">
        {search.than ? <Summary page={page} /> : <StartComparing page={page} />}
      </div>
    </footer>
  )
}

function useAxis({ map, axis, search }: MapPage): { span: TimeAxis; today: string; day: string } {
  const today = serverDay() ?? map.known.slice(0, 10)
  const ends =
    axis === 'known'
      ? [map.firstRecorded, ...map.recordedDays]
      : [map.validSpan.from, map.validSpan.to]
  const span = axisOf([...ends.map((day) => day?.slice(0, 10)), search.day, search.than], today)
  return { span, today, day: search.day ?? today }
}

/** While a hand moves, the bar follows it at once and the address a few times a second. */
function useDragged(commit: (day: string) => void) {
  const [held, setHeld] = useState<string | null>(null)
  const timer = useRef<number | undefined>(undefined)
  return {
    held,
    move: (day: string) => {
      setHeld(day)
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => commit(day), COMMIT_MS)
    },
    drop: (day: string) => {
      window.clearTimeout(timer.current)
      setHeld(null)
      commit(day)
    },
  }
}

function Rail({ page }: { page: MapPage }) {
  const { t } = useWords()
  const rail = useRef<HTMLDivElement>(null)
  const { span, today, day } = useAxis(page)
  const { search, change, map, axis } = page
  const main = useDragged((to) => change({ day: to === today ? undefined : to }))
  const other = useDragged((to) => change({ than: to }))
  const stops = axis === 'known' ? map.recordedDays : []
  const shown = main.held ?? day
  const than = other.held ?? search.than
  const ends = than ? [shareOf(span, than), shareOf(span, shown)] : [0, shareOf(span, shown)]
  const [from = 0, to = 0] = [...ends].sort((a, b) => a - b)
  const percent = (share: number) => `${share * 100}%`
  const handle = { axis: span, rail, catchDay: (to: string) => snap(span, to, [...stops, today]) }
  return (
    <div className="axis" ref={rail}>
      <i className="rail" />
      <i className="span" style={{ left: percent(from), width: percent(to - from) }} />
      {stops.map((stop) => (
        <i key={stop} className="tick" style={{ left: percent(shareOf(span, stop)) }} />
      ))}
      {marksOf(span).map((mark) => (
        <span key={mark.day} className="yr" style={{ left: percent(shareOf(span, mark.day)) }}>
          {mark.text}
        </span>
      ))}
      {than ? (
        <TimeHandle
          {...handle}
          kind="than"
          day={than}
          label={t('time.than')}
          text={t('time.than.day', { day: than })}
          onMove={other.move}
          onDrop={other.drop}
        />
      ) : null}
      <TimeHandle
        {...handle}
        kind="day"
        day={shown}
        label={t(`time.${axis}.day`)}
        text={t(axis === 'known' ? 'time.until' : 'time.on', { day: shown })}
        onMove={main.move}
        onDrop={main.drop}
      />
    </div>
  )
}

function StartComparing({ page }: { page: MapPage }) {
  const { t } = useWords()
  const { span } = useAxis(page)
  const first = page.axis === 'known' ? page.map.firstRecorded : page.map.validSpan.from
  return (
    <button
      type="button"
      className="btn"
      onClick={() => page.change({ than: first?.slice(0, 10) ?? span.first })}
    >
      {t('time.compare')}
    </button>
  )
}

function Summary({ page: { changes, change } }: { page: MapPage }) {
  const { t } = useWords()
  const added = [...changes.byStage.values()].filter(({ isNew }) => isNew).length
  const parts = [
    ...changes.turns.map(
      ({ from, to, count }) => `${t(`verdict.${from}`)} → ${t(`verdict.${to}`)} ${count}`,
    ),
    ...(added > 0 ? [t('time.added', { n: added })] : []),
    ...(changes.removed.length > 0 ? [t('time.removed', { n: changes.removed.length })] : []),
  ]
  return (
    <>
      <span role="status">
        <span className="df">
          {t('time.changes', { n: changes.byStage.size + changes.removed.length })}
        </span>{' '}
        {parts.slice(0, 2).join(t('says.comma'))}
      </span>
      <button type="button" className="btn plain" onClick={() => change({ than: undefined })}>
        {t('time.stop')}
      </button>
    </>
  )
}
