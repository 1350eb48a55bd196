/** The keys of the worklist, from a button in its head or by `?`. */
import { useState } from 'react'
import { type KeyLine, KeySheet, Keys, useKeys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'

const KEYS: readonly KeyLine[] = [
  { keys: 'j k', words: 'identity.next' },
  { keys: 'm', words: 'identity.keys.merge' },
  { keys: 's', words: 'identity.keys.distinct' },
  { keys: 'Enter', words: 'keys.enter' },
  { keys: 'Ctrl K', words: 'keys.find' },
  { keys: '?', words: 'keys.keys' },
]

export function IdentityKeys() {
  const { t } = useWords()
  const [isListing, setListing] = useState(false)
  useKeys({ '?': () => setListing(true) })
  return (
    <>
      <button type="button" className="btn plain no-print" onClick={() => setListing(true)}>
        <Keys of="?" />
        <span className="unseen">{t('keys.title')}</span>
      </button>
      {isListing ? <KeySheet keys={KEYS} onClose={() => setListing(false)} /> : null}
    </>
  )
}
