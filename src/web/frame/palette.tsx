/** The finder, Ctrl K: stages, firms, products, documents and actions by one field. */
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { get, type SearchAnswer, type VerdictWord, withQuery } from '../api/index.ts'
import { Keys, ProblemNotice, Verdict } from '../parts/index.ts'
import { type Speech, useWords } from '../words/index.ts'
import { useMe } from './me.ts'
import { groupsOf, type Hit, type HitGroup, hitsIn, matchSpan } from './palette-groups.ts'

export function Palette({ onClose }: { onClose: () => void }) {
  const speech = useWords()
  const { t } = speech
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const q = useDeferredValue(typed.trim())
  const dialog = useModal()
  const groups = useGroups(q, speech)
  const hits = hitsIn(groups.list)
  const close = () => {
    dialog.current?.close()
    onClose()
  }
  const go = (hit: Hit | undefined) => {
    if (!hit) return
    close()
    void router.navigate({ href: hit.href })
  }
  const press = (event: KeyboardEvent) => {
    // While characters are being composed, Enter and the arrows belong to the input method.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter') go(hits[at])
    else return
    event.preventDefault()
  }
  const place = { q, hits, on: hits[at], go }
  return (
    <dialog ref={dialog} className="palette" aria-label={t('palette.title')} onClose={onClose}>
      <div className="palette-field">
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={hits[at] ? `palette-${at}` : undefined}
          aria-label={t('frame.find')}
          placeholder={t('palette.start')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={press}
        />
        <button type="button" className="btn plain" onClick={close}>
          <Keys of="Esc" />
          <span className="unseen"> {t('close')}</span>
        </button>
      </div>
      <HitList groups={groups.list} {...place} />
      {groups.error ? <ProblemNotice error={groups.error} /> : null}
      <p className="palette-hint" role="status">
        <span>{q === '' || groups.isPending ? '' : countWords(q, hits.length, speech)}</span>
        <span>{t('palette.hint')}</span>
      </p>
    </dialog>
  )
}

function countWords(q: string, n: number, { t }: Speech): string {
  return n === 0 ? t('palette.empty', { q }) : t('palette.count', { n })
}

interface HitListProps {
  groups: readonly HitGroup[]
  q: string
  hits: readonly Hit[]
  on: Hit | undefined
  go: (hit: Hit) => void
}

function HitList({ groups, q, hits, on, go }: HitListProps) {
  const { t } = useWords()
  return (
    <div id="palette-list" role="listbox" aria-label={t('palette.title')}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox
        <div key={group.kind} role="group" aria-label={t(group.words)}>
          <p className="palette-group" aria-hidden="true">
            {t(group.words)}
          </p>
          {group.hits.map((hit) => (
            <Option
              key={hit.key}
              hit={hit}
              q={q}
              index={hits.indexOf(hit)}
              isOn={hit === on}
              onPick={() => go(hit)}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

interface OptionProps {
  hit: Hit
  q: string
  index: number
  isOn: boolean
  onPick: () => void
}

function Option({ hit, q, index, isOn, onPick }: OptionProps) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isOn) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isOn])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above moves and opens by keyboard
    <div
      ref={line}
      id={`palette-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={isOn}
      onClick={onPick}
    >
      <Marked text={hit.name} q={q} />
      {hit.detail ? <span className="mute">{hit.detail}</span> : null}
      <span className="end">
        {hit.verdict ? <Verdict word={hit.verdict as VerdictWord} /> : null}
      </span>
    </div>
  )
}

function Marked({ text, q }: { text: string; q: string }) {
  const [start, end] = matchSpan(text, q)
  return (
    <span>
      {text.slice(0, start)}
      {end > start ? <mark>{text.slice(start, end)}</mark> : null}
      {text.slice(end)}
    </span>
  )
}

function useGroups(q: string, speech: Speech) {
  const me = useMe()
  const routes = useRouter().routesByPath as Record<string, unknown>
  const found = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => get<SearchAnswer>(withQuery('/search', { q, limit: 20 }), signal),
    enabled: q !== '',
    placeholderData: (before) => before,
  })
  const answer = q === '' ? undefined : found.data
  const list = useMemo(
    () => groupsOf(answer, q, me.permissions, Object.keys(routes), speech),
    [answer, q, me.permissions, routes, speech],
  )
  return { list, error: q === '' ? null : found.error, isPending: q !== '' && found.isPending }
}

/** Opens the dialog as modal: focus is held inside and given back on closing. */
function useModal() {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    if (shown && !shown.open) shown.showModal()
  }, [])
  return dialog
}
