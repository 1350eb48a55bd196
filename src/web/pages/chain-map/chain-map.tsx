/** The chain map: where is the chain strong, where is it held by others, how do we know. */
import { useEffect, useRef, useState } from 'react'
import { useTitle } from '../../frame/index.ts'
import { KeySheet, Loading, ProblemNotice, useKeys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import './chain-map.css'
import { Drawer } from './drawer/index.ts'
import { MapHead } from './head.tsx'
import { rememberChain } from './last-chain.ts'
import { Legend } from './legend.tsx'
import { MapView } from './map-view.tsx'
import { Says } from './says.tsx'
import { TableView } from './table-view.tsx'
import { TimeBar } from './time-bar.tsx'
import { type MapPage, useMapPage } from './use-map-page.ts'
import { usePrinting } from './use-printing.ts'

export function ChainMapPage() {
  const { t } = useWords()
  const { page, error, retry } = useMapPage()
  if (page) return <Loaded page={page} />
  return (
    <main className="page map-wait">
      <h1 className="unseen">{t('tab.chains')}</h1>
      {error ? <ProblemNotice error={error} retry={retry} /> : <Loading />}
    </main>
  )
}

const KEYS = [
  { keys: '← → ↑ ↓', words: 'map.keys.arrows' },
  { keys: 'Enter', words: 'map.keys.enter' },
  { keys: 'Esc', words: 'map.keys.esc' },
  { keys: 't', words: 'map.keys.table' },
  { keys: '+ − 0', words: 'map.keys.zoom' },
  { keys: 'Ctrl+K', words: 'keys.find' },
  { keys: '?', words: 'keys.keys' },
] as const

function Loaded({ page }: { page: MapPage }) {
  const { t, nameOf, language } = useWords()
  const [isListing, setListing] = useState(false)
  const isPrinting = usePrinting()
  const main = useRef<HTMLElement>(null)
  const { map, search, change, selected } = page
  useTitle(`${t('tab.chains')} · ${nameOf(map.chain)}`, language)
  useEffect(() => rememberChain(map.chain.id), [map.chain.id])
  const close = () => {
    const id = search.stage
    change({ stage: undefined, tab: undefined })
    if (id !== undefined) focusStage(main.current, id)
  }
  useKeys({
    t: () => change({ view: search.view === 'table' ? undefined : 'table' }),
    '?': () => setListing(true),
    Escape: () => search.stage !== undefined && close(),
  })
  const isTable = search.view === 'table'
  return (
    <main className="chain" ref={main}>
      <MapHead page={page} onKeys={() => setListing(true)} />
      <div className={selected ? 'chain-body with-drawer' : 'chain-body'}>
        <section className="stagebox" aria-label={nameOf(map.chain)}>
          {isTable ? <TableView page={page} /> : <MapView page={page} />}
          {map.stages.length > 0 ? (
            <>
              <Says page={page} />
              <Legend page={page} />
            </>
          ) : null}
          {isPrinting && !isTable ? <TableView page={page} /> : null}
        </section>
        {selected ? <Drawer page={page} stage={selected} onClose={close} /> : null}
      </div>
      <TimeBar page={page} />
      {isListing ? <KeySheet keys={KEYS} onClose={() => setListing(false)} /> : null}
    </main>
  )
}

/** Closing the drawer gives the focus back to the very tile, or row, that it was opened from. */
function focusStage(main: HTMLElement | null, id: string): void {
  const selector = `[data-stage="${CSS.escape(id)}"] .nm`
  main?.querySelector<HTMLElement>(selector)?.focus()
}
