/** Documents by title and by phrase: how well a title fits, and the sentence around a phrase. */
import { type SearchTerms, searchTerms, type Uuid } from '../../base/index.ts'

/** What is needed of a source to find it and to name it. */
export interface SourceFit {
  readonly id: Uuid
  readonly title: string
}

/** Titles change seldom and pinyin is dear: each title is read once, so many at a time. */
const KEPT_MAX = 10_000
const kept = new Map<string, SearchTerms>()

function termsOf(title: string): SearchTerms {
  const known = kept.get(title)
  if (known !== undefined) return known
  if (kept.size >= KEPT_MAX) kept.clear()
  const terms = searchTerms(title)
  kept.set(title, terms)
  return terms
}

/** 0 the very title, 1 begins so, 2 initials, 3 holds it, 4 pinyin; null where nothing fits. */
function fitOf(terms: SearchTerms, query: string): number | null {
  if (terms.folded === query) return 0
  if (terms.folded.startsWith(query)) return 1
  if (terms.folded.includes(query)) return 3
  const letters = query.replaceAll(' ', '')
  if (!/^[a-z0-9]+$/u.test(letters)) return null
  if (terms.initials.startsWith(letters)) return 2
  return terms.pinyin.startsWith(letters) ? 4 : null
}

/** Those whose title fits a folded query, best first, shorter titles before longer ones. */
export function fitTitles<Source extends SourceFit>(
  sources: readonly Source[],
  query: string,
): Source[] {
  return sources
    .flatMap((source) => {
      const terms = termsOf(source.title)
      const rank = fitOf(terms, query)
      return rank === null ? [] : [{ source, rank, size: terms.folded.length }]
    })
    .sort((a, b) => a.rank - b.rank || a.size - b.size)
    .map(({ source }) => source)
}

const SENTENCE_END = /[。！？!?\n\r]/u

/**
 * The sentence of the excerpt that holds the phrase; with … where the excerpt ends before the
 * sentence does. The excerpt as it is where it does not hold the phrase.
 */
export function sentenceAround(excerpt: string, phrase: string): string {
  const at = excerpt.indexOf(phrase)
  if (at < 0) return excerpt
  const before = excerpt.slice(0, at).split(SENTENCE_END)
  const rest = excerpt.slice(at + phrase.length)
  const end = rest.search(SENTENCE_END)
  const head = before.at(-1) ?? ''
  const tail = end < 0 ? rest : rest.slice(0, end)
  const dots = before.length === 1 && head.length > 0 ? '…' : ''
  return `${dots}${(head + phrase + tail).trim()}${end < 0 && tail !== '' ? '…' : ''}`
}
