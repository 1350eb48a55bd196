import type { ListVersionHead } from '../../api/index.ts'
import { useWords } from '../../words/index.ts'

/** How far a list is: a word, and the number of its version. */
export function StateWords({ version }: { version: ListVersionHead | null }) {
  const { t } = useWords()
  if (version === null) return <span className="mute">{t('lists.state.none')}</span>
  const { state, number } = version
  return (
    <span className={`list-state ${state}`}>
      {t(`lists.state.${state}`)} <span className="mute">{t('lists.version', { n: number })}</span>
    </span>
  )
}
