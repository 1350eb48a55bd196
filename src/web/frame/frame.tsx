/** The frame of every signed-in screen: top bar, the page, the line at the foot, and the finder. */
import { Outlet, useRouter } from '@tanstack/react-router'
import { type MouseEvent, useEffect, useState } from 'react'
import { useWords } from '../words/index.ts'
import { Foot } from './foot.tsx'
import './frame.css'
import { followLink, useReturnFocus } from './links.ts'
import { Palette } from './palette.tsx'
import { StepUp } from './step-up.tsx'
import { TopBar } from './top-bar.tsx'

export function Frame() {
  const router = useRouter()
  const { t } = useWords()
  const [isFinding, setFinding] = useState(false)
  useReturnFocus(router)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setFinding(true)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  const follow = (event: MouseEvent) => followLink(event, router)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: links answer Enter by themselves; this listens
    // biome-ignore lint/a11y/noStaticElementInteractions: it only reroutes clicks on links within
    <div className="frame" onClick={follow}>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <TopBar onFind={() => setFinding(true)} />
      <div id="main" className="frame-page" tabIndex={-1}>
        <Outlet />
      </div>
      <Foot />
      <section id="overlays" aria-label={t('frame.overlays')} />
      <StepUp />
      {isFinding ? <Palette onClose={() => setFinding(false)} /> : null}
    </div>
  )
}
