/** The keys of a list or a plain page: `?` lists them, from a button in its head or by itself. */
import { useState } from 'react'
import { useWords } from '../words/index.ts'
import { type KeyLine, KeySheet } from './key-sheet.tsx'
import { Keys, useKeys } from './keys.tsx'

const ALWAYS: readonly KeyLine[] = [
  { keys: 'Ctrl K', words: 'keys.find' },
  { keys: '?', words: 'keys.keys' },
]
const ROWS: readonly KeyLine[] = [
  { keys: 'j k', words: 'keys.rows' },
  { keys: 'Enter', words: 'keys.enter' },
]
const FIELD: readonly KeyLine[] = [
  { keys: '/', words: 'keys.field' },
  { keys: 'Esc', words: 'keys.field.leave' },
]
const BACK: readonly KeyLine[] = [{ keys: 'Esc', words: 'back.key' }]

/** `field`: the page has a SearchField. `back`: Esc leaves it. */
export function PageKeys({ field = false, back = false }: { field?: boolean; back?: boolean }) {
  const { t } = useWords()
  const [isListing, setListing] = useState(false)
  useKeys({ '?': () => setListing(true) })
  const keys = [...ROWS, ...(field ? FIELD : []), ...(back ? BACK : []), ...ALWAYS]
  return (
    <>
      <button type="button" className="btn plain no-print" onClick={() => setListing(true)}>
        <Keys of="?" />
        <span className="unseen">{t('keys.title')}</span>
      </button>
      {isListing ? <KeySheet keys={keys} onClose={() => setListing(false)} /> : null}
    </>
  )
}
