/** The keys of the reader, on its last line and on the sheet that `?` opens. */
import { type KeyLine, Keys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'

export const KEYS: readonly KeyLine[] = [
  { keys: 'j k', words: 'source.key.next' },
  { keys: 'v', words: 'source.key.check' },
  { keys: 'V', words: 'source.key.checkAll' },
  { keys: 'o', words: 'source.key.original' },
  { keys: 'c', words: 'source.key.cite' },
  { keys: 'Esc', words: 'source.key.back' },
]

export function KeyLineOfReader({ onAll }: { onAll: () => void }) {
  const { t } = useWords()
  return (
    <footer className="key-line no-print">
      {KEYS.map(({ keys, words }) => (
        <span key={keys}>
          <Keys of={keys} /> {t(words)}
        </span>
      ))}
      <button type="button" className="btn plain" onClick={onAll}>
        <Keys of="?" /> {t('source.key.all')}
      </button>
    </footer>
  )
}
