import { useTitle } from '../../frame/index.ts'
import { useWords } from '../../words/index.ts'

export function CoveragePage() {
  const { t, language } = useWords()
  useTitle(t('coverage.title'), language)
  return (
    <main className="page">
      <header className="page-head">
        <h1>{t('coverage.title')}</h1>
      </header>
    </main>
  )
}
