import { useTitle } from '../../frame/index.ts'
import { useWords } from '../../words/index.ts'

export function PeoplePage() {
  const { t, language } = useWords()
  useTitle(t('tab.people'), language)
  return (
    <main className="page">
      <header className="page-head">
        <h1>{t('tab.people')}</h1>
      </header>
    </main>
  )
}
