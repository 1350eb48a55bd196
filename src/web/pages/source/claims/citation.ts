/** How a claim is cited outside: source, place, words, and the address that answers for it. Pure. */
import type { ClaimView, SourceView } from '../../../api/index.ts'
import type { Speech } from '../../../words/index.ts'

export function citationOf(
  claim: ClaimView,
  source: SourceView,
  origin: string,
  speech: Speech,
): string {
  const { language } = speech
  const parts = [
    language === 'zh' ? `《${source.title}》` : source.title,
    source.publisher,
    source.publishedOn ?? '',
    placeWords(claim, speech),
    claim.quote === '' ? '' : language === 'zh' ? `“${claim.quote}”` : `"${claim.quote}"`,
    source.origin ?? '',
    `${origin}/figures/c.${claim.id}`,
    `sha256 ${source.sha256}`,
  ].filter((part) => part !== '')
  const text = parts.join(language === 'zh' ? '，' : ', ')
  const mark = speech.t('source.synthetic')
  return source.synthetic ? `[${mark}] ${text}` : text
}

/** The place of a claim in its document. */
export function placeWords({ locator }: ClaimView, { t }: Speech): string {
  const { sheet, row, cells, start, end } = locator
  const named = sheet ?? ''
  if (cells !== null) return t('source.place.cell', { sheet: named, cells }).trim()
  if (row !== null) return t('source.place.row', { sheet: named, row }).trim()
  if (start === null || end === null) return ''
  return t('source.place.text', { start: start + 1, end })
}
