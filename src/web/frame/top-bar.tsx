/** The bar on top of every screen: name, faces, tabs, finder, sample mark, person and role. */
import { Link, useRouter } from '@tanstack/react-router'
import { useWords } from '../words/index.ts'
import { useMe } from './me.ts'
import { PersonMenu } from './person-menu.tsx'
import { isShownTo, TABS } from './tabs.ts'

export function TopBar({ onFind }: { onFind: () => void }) {
  const { t } = useWords()
  const me = useMe()
  return (
    <header className="top no-print">
      <Link className="logo" to="/">
        {t('app.name')}
      </Link>
      <nav className="choice face" aria-label={t('frame.faces')}>
        <Link to="/" aria-current="true">
          {t('face.desk')}
        </Link>
      </nav>
      <Tabs />
      <button type="button" className="find" onClick={onFind}>
        <span>{t('frame.find')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      {me.sample ? <SampleMark /> : null}
      <PersonMenu />
    </header>
  )
}

function Tabs() {
  const { t } = useWords()
  const me = useMe()
  const routes = useRouter().routesByPath as Record<string, unknown>
  const shown = TABS.filter(
    (tab) => routes[tab.path] !== undefined && isShownTo(tab, me.permissions),
  )
  return (
    <nav className="tabs" aria-label={t('frame.tabs')}>
      {shown.map((tab) => (
        <Link
          key={tab.path}
          to={tab.path}
          activeOptions={{ exact: tab.path === '/', includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {t(tab.words)}
        </Link>
      ))}
    </nav>
  )
}

function SampleMark() {
  const { t } = useWords()
  return (
    <span className="syn-mark" title={t('frame.sample.note')}>
      {t('frame.sample')}
    </span>
  )
}
