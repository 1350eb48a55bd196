/** Copies the citation of the selected claim; shows it to be selected by hand where that is refused. */
import { useState } from 'react'
import type { ClaimView, SourceView } from '../../../api/index.ts'
import { useWords } from '../../../words/index.ts'
import { citationOf } from './citation.ts'

export function useCite(claim: ClaimView | null, source: SourceView | undefined) {
  const speech = useWords()
  const [copied, setCopied] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const copy = async () => {
    if (claim === null || source === undefined) return
    const text = citationOf(claim, source, location.origin, speech)
    try {
      await navigator.clipboard.writeText(text)
      setCopied(claim.id)
    } catch {
      setRefused(text)
    }
  }
  return { copy, isCopied: copied !== null && copied === claim?.id, text: refused }
}
