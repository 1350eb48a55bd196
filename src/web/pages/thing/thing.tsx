import { useTitle } from '../../frame/index.ts'
import { useWords } from '../../words/index.ts'

export function FirmPage() {
  return <OneThing />
}

export function ThingPage() {
  return <OneThing />
}

function OneThing() {
  const { t, language } = useWords()
  useTitle(t('tab.firms'), language)
  return (
    <main className="page">
      <header className="page-head">
        <h1>{t('tab.firms')}</h1>
      </header>
    </main>
  )
}
