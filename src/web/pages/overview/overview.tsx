import { useTitle } from '../../frame/index.ts'
import { useWords } from '../../words/index.ts'

export function OverviewPage() {
  const { t, language } = useWords()
  useTitle(t('tab.overview'), language)
  return (
    <main className="page">
      <header className="page-head">
        <h1>{t('tab.overview')}</h1>
      </header>
    </main>
  )
}
