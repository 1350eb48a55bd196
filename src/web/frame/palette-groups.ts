/** What the finder lists: the server's hits by kind, and the places one may go to. Pure. */
import type { SearchAnswer } from '../api/index.ts'
import type { Speech, WordKey } from '../words/index.ts'
import { isShownTo, TABS } from './tabs.ts'

export interface Hit {
  key: string
  name: string
  detail: string | null
  verdict: string | null
  href: string
}

export interface HitGroup {
  kind: string
  words: WordKey
  hits: Hit[]
}

const WORDS_OF_KIND: Record<string, WordKey> = {
  stage: 'palette.stage',
  firm: 'palette.firm',
  product: 'palette.product',
  source: 'palette.source',
  list: 'palette.list',
  chain: 'palette.chain',
}
const ORDER = ['stage', 'firm', 'product', 'source', 'list', 'chain', 'thing', 'action']

/** Groups in the fixed order 环节 企业 产品 文件 清单 …, actions last; empty groups are left out. */
export function groupsOf(
  answer: SearchAnswer | undefined,
  q: string,
  permissions: readonly string[],
  paths: readonly string[],
  speech: Speech,
): HitGroup[] {
  const groups = new Map<string, HitGroup>()
  for (const { kind, items } of answer?.groups ?? []) {
    const known = WORDS_OF_KIND[kind] ? kind : 'thing'
    const group = groups.get(known) ?? {
      kind: known,
      words: WORDS_OF_KIND[kind] ?? 'palette.thing',
      hits: [],
    }
    for (const { id, name, alias, detail, verdict, href } of items) {
      const note = [alias, detail].filter((each) => each !== null && each !== '').join(' · ')
      const word = kind === 'stage' ? (verdict ?? 'unknown') : verdict
      group.hits.push({ key: `${kind}:${id}`, name, detail: note, verdict: word, href })
    }
    groups.set(known, group)
  }
  groups.set('action', {
    kind: 'action',
    words: 'palette.action',
    hits: placesFor(q, permissions, paths, speech),
  })
  return ORDER.flatMap((kind) => groups.get(kind) ?? []).filter(({ hits }) => hits.length > 0)
}

export function hitsIn(groups: readonly HitGroup[]): Hit[] {
  return groups.flatMap(({ hits }) => hits)
}

function placesFor(
  q: string,
  permissions: readonly string[],
  paths: readonly string[],
  { t }: Speech,
): Hit[] {
  const wanted = q.toLowerCase().replace(/\s+/g, '')
  return TABS.filter(({ path }) => paths.includes(path))
    .filter((tab) => isShownTo(tab, permissions))
    .filter(({ words, terms }) => {
      const name = t(words).toLowerCase()
      return name.includes(wanted) || terms.split(' ').some((term) => term.startsWith(wanted))
    })
    .map(({ path, words }) => ({
      key: `action:${path}`,
      name: t('palette.go', { place: t(words) }),
      detail: null,
      verdict: null,
      href: path,
    }))
}

/** Where the typed characters stand in a name; a match by pinyin marks nothing. */
export function matchSpan(text: string, q: string): [number, number] {
  const start = q === '' ? -1 : text.toLowerCase().indexOf(q.toLowerCase())
  return start < 0 ? [0, 0] : [start, start + q.length]
}
