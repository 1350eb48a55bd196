// One field that finds firms, stages and documents.
import { find, findTitles } from '../../graph/search/index.ts'
import { authorise } from '../../trust/access/index.ts'
import type { Installation } from '../installation.ts'
import { actorIn } from './frame/actor.ts'
import type { Api } from './frame/context.ts'
import { readingIn } from './frame/reading.ts'
import * as routes from './schemas/search.ts'
import { verdictWord } from './verdict.ts'

export function addSearch(api: Api): void {
  api.openapi(routes.find, async (c) => {
    const begun = performance.now()
    authorise(actorIn(c), 'read-chain')
    const { q, limit } = c.req.valid('query')
    const { vocabulary } = c.var.installation
    const found = await find(readingIn(c), { text: q, limitPerKind: limit })
    const things = found.map(({ kind, items }) => ({
      kind,
      items: items.map(({ id, name, alias, detail, verdict }) => ({
        id,
        kind,
        name,
        alias,
        detail,
        verdict: verdict === null ? null : verdictWord(vocabulary, verdict),
        href: pageOf(kind, id),
      })),
    }))
    const lists = foundLists(c.var.installation, q, limit)
    const groups = lists.length === 0 ? things : [...things, { kind: 'list', items: lists }]
    return c.json({ groups, ms: Math.round((performance.now() - begun) * 10) / 10 }, 200)
  })
}

/** Lists by the names that their files give them, in either language. */
function foundLists({ lists }: Installation, text: string, limit: number) {
  const titled = [...lists.values()].flatMap(({ file: { id, words, about } }) =>
    [words.zh, words.en].map((title) => ({ id, title, name: words.zh, detail: about.zh })),
  )
  const found = new Map(findTitles(titled, text).map((list) => [list.id, list]))
  return [...found.values()].slice(0, limit).map(({ id, name, detail }) => ({
    ...{ id, kind: 'list', name, alias: null, detail, verdict: null, href: `/lists/${id}` },
  }))
}

/** Address of the page on which a thing is shown. */
function pageOf(kind: string, id: string): string {
  if (kind === 'chain') return `/chains/${id}`
  return kind === 'source' ? `/sources/${id}` : `/things/${id}`
}
