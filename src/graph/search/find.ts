import { codePoints, foldQuery, plainText, type Uuid } from '../../base/index.ts'
import { nameThings, type Reading } from '../figures/index.ts'
import { fitTitles, type SourceFit, sentenceAround } from './documents.ts'
import { detailsOf, findNames, findPhrase, type Hit, listTitles, verdictsOf } from './store.ts'

/** One line of an answer. */
export interface FoundItem {
  readonly id: Uuid
  /** A kind of the vocabulary, or `source`. */
  readonly kind: string
  readonly name: string
  /** The name that fitted, where it is not the display name. */
  readonly alias: string | null
  readonly detail: string | null
  readonly verdict: string | null
}

export interface FoundGroup {
  readonly kind: string
  readonly items: readonly FoundItem[]
}

/** Kinds in the order in which an office looks for them; others follow. */
const KIND_ORDER = ['chain', 'stage', 'firm', 'institute', 'product', 'platform', 'policy']

const QUERY_CHARACTERS_MAX = 60

function orderOf(kind: string): number {
  const place = KIND_ORDER.indexOf(kind)
  return place < 0 ? KIND_ORDER.length : place
}

/**
 * Finds things and documents by characters, pinyin or initials, grouped by kind, each group with its
 * best fits first; a document also by a phrase of its text. An empty query finds nothing.
 */
export async function find(
  reading: Reading,
  input: { readonly text: string; readonly limitPerKind: number },
): Promise<FoundGroup[]> {
  const query = [...foldQuery(input.text)].slice(0, QUERY_CHARACTERS_MAX).join('')
  if (query === '') return []
  const { db, visibility, asOf } = reading
  const hits = byKind(await findNames(db, visibility, asOf, query), input.limitPerKind)
  const groups = await describe(reading, hits)
  const documents = await findDocuments(reading, { ...input, query })
  return documents.length === 0 ? groups : [...groups, { kind: 'source', items: documents }]
}

/** Shorter words stand in almost every text and are looked for in titles alone. */
const PHRASE_CHARACTERS_MIN = 4
/** How much text before and after a phrase is read to find its sentence. */
const SENTENCE_REACH = 80

/**
 * Documents by their titles, and then those whose text holds the phrase as it was typed or as it is
 * folded, with its sentence.
 */
async function findDocuments(
  { db, visibility }: Reading,
  input: { readonly text: string; readonly query: string; readonly limitPerKind: number },
): Promise<FoundItem[]> {
  const limit = input.limitPerKind
  const byTitle = fitTitles(await listTitles(db, visibility), input.query).slice(0, limit)
  const inText: FoundItem[] = []
  for (const phrase of new Set([plainText(input.text), input.query])) {
    const size = codePoints(phrase)
    const isPhrase = size >= PHRASE_CHARACTERS_MIN && size <= QUERY_CHARACTERS_MAX
    if (!isPhrase || inText.length > 0) continue
    const found = await findPhrase(db, visibility, { phrase, around: SENTENCE_REACH, limit })
    inText.push(
      ...found.map((source) => documentItem(source, sentenceAround(source.excerpt, phrase))),
    )
  }
  const items = new Map<Uuid, FoundItem>()
  for (const source of byTitle) items.set(source.id, documentItem(source, source.publisher))
  for (const item of inText) items.set(item.id, item)
  return [...items.values()].slice(0, limit)
}

/** Those of some titles that a query fits, best first. An empty query fits none. */
export function findTitles<Titled extends SourceFit>(
  titled: readonly Titled[],
  text: string,
): Titled[] {
  const query = [...foldQuery(text)].slice(0, QUERY_CHARACTERS_MAX).join('')
  return query === '' ? [] : fitTitles(titled, query)
}

function documentItem({ id, title }: SourceFit, detail: string): FoundItem {
  return { id, kind: 'source', name: title, alias: null, detail, verdict: null }
}

function byKind(hits: readonly Hit[], limit: number): Map<string, Hit[]> {
  const groups = new Map<string, Hit[]>()
  for (const hit of hits) {
    const group = groups.get(hit.kind) ?? []
    if (group.length < limit) group.push(hit)
    groups.set(hit.kind, group)
  }
  return new Map([...groups].sort(([a], [b]) => orderOf(a) - orderOf(b)))
}

async function describe(
  reading: Reading,
  groups: ReadonlyMap<string, readonly Hit[]>,
): Promise<FoundGroup[]> {
  const ids = [...groups.values()].flat().map(({ thing }) => thing)
  if (ids.length === 0) return []
  const { db, visibility, asOf } = reading
  const names = await nameThings(reading, ids)
  const details = await detailsOf(db, visibility, asOf, ids)
  const stages = (groups.get('stage') ?? []).map(({ thing }) => thing)
  const verdicts = await verdictsOf(db, visibility, asOf, stages)
  return [...groups].map(([kind, hits]) => ({
    kind,
    items: hits.map(({ thing, name }) => {
      const display = names.get(thing)?.name ?? name
      return {
        id: thing,
        kind,
        name: display,
        alias: display === name ? null : name,
        detail: details.get(thing) ?? null,
        verdict: verdicts.get(thing) ?? null,
      }
    }),
  }))
}
