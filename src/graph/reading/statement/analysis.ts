import { articlesOf } from './articles.ts'
import { bodiesIn } from './bodies.ts'
import { figuresIn } from './figures.ts'
import type { Analysis, Article, Moment, Place, Sentence } from './model.ts'
import { momentsIn } from './moments.ts'
import { readingText } from './reading-text.ts'
import type { Rules } from './rules.ts'

/**
 * Reads a stored text once for all kinds. Pure and linear in the length of the text.
 */
export function analyse(rules: Rules, stored: string): Analysis {
  const { text, offsets } = readingText(stored)
  const paragraphs = split(text, /[^\n]+/g)
  const articles = articlesOf(rules.places, text, paragraphs)
  const sentences = sentencesOf(text, paragraphs, articles)
  let before: Moment | null = null
  let article = -1
  const moments: Moment[] = []
  for (const sentence of sentences) {
    if (sentence.article !== article) before = null
    article = sentence.article
    const found = momentsIn(sentence, articles[article]?.date ?? '', before)
    before = found.filter(({ iso }) => iso.length >= 7).at(-1) ?? before
    moments.push(...found)
  }
  return {
    ...{ rules, stored, text, offsets, articles, sentences, moments },
    figures: sentences.flatMap((each) => figuresIn(rules.figures, each)),
    bodies: sentences.flatMap((each) =>
      bodiesIn(rules.bodies, each, articles[each.article]?.region ?? ''),
    ),
  }
}

/** A sentence longer than this is a broken table or worse; it is cut so that no rule is slow. */
const SENTENCE = /[^。！？；]{1,600}[。！？；]?”?/g

function sentencesOf(
  text: string,
  paragraphs: readonly Place[],
  articles: readonly Article[],
): Sentence[] {
  const sentences: Sentence[] = []
  let article = 0
  paragraphs.forEach((paragraph, number) => {
    while (article < articles.length - 1 && paragraph.from >= (articles[article] as Article).to)
      article += 1
    const inside = text.slice(paragraph.from, paragraph.to)
    for (const { from, to } of split(inside, SENTENCE)) {
      const start = paragraph.from + from
      const place = { from: start, to: paragraph.from + to }
      const numbers = { number: sentences.length, paragraph: number, article }
      sentences.push({ ...place, ...numbers, text: inside.slice(from, to) })
    }
  })
  return sentences
}

const split = (text: string, pattern: RegExp): Place[] =>
  [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }))

/** What of a sorted list lies inside a place. */
export function within<T extends Place>(sorted: readonly T[], place: Place): T[] {
  const found: T[] = []
  const first = firstFrom(sorted, place.from)
  for (let at = first; at < sorted.length && (sorted[at] as T).from < place.to; at += 1) {
    if ((sorted[at] as T).to <= place.to) found.push(sorted[at] as T)
  }
  return found
}

/** The last of a sorted list that begins before a place. */
export const lastBefore = <T extends Place>(sorted: readonly T[], at: number): T | undefined =>
  sorted[firstFrom(sorted, at) - 1]

function firstFrom(sorted: readonly Place[], from: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as Place).from < from) low = middle + 1
    else high = middle
  }
  return low
}
