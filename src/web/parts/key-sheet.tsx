/** The keys of a page, listed on `?`. Each page hands in its own. */
import { useEffect, useRef } from 'react'
import { useWords, type WordKey } from '../words/index.ts'

export interface KeyLine {
  /** Keys apart by a space, as they are printed on the caps. */
  keys: string
  words: WordKey
}

export function KeySheet({ keys, onClose }: { keys: readonly KeyLine[]; onClose: () => void }) {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    if (shown && !shown.open) shown.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="key-sheet" aria-labelledby="key-sheet-title" onClose={onClose}>
      <h2 id="key-sheet-title">{t('keys.title')}</h2>
      <dl>
        {keys.map((line) => (
          <div key={line.words}>
            <dt>
              {line.keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(line.words)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="btn" onClick={() => dialog.current?.close()}>
        {t('close')}
      </button>
    </dialog>
  )
}
