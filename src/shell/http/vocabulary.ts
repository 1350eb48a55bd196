// The vocabulary and the code tables, as data.
import { z } from '@hono/zod-openapi'
import { Problem } from '../../base/index.ts'
import { type CodeRow, type CodeTable, viewVocabulary } from '../../graph/kinds/index.ts'
import { authorise } from '../../trust/access/index.ts'
import { actorIn } from './frame/actor.ts'
import type { Api } from './frame/context.ts'
import { fromCursor, toCursor } from './frame/cursor.ts'
import { rowsOfPage } from './frame/limits.ts'
import * as routes from './schemas/vocabulary.ts'

const CODES_PER_PAGE = 200
const FOUND_MAX = 500

export function addVocabulary(api: Api): void {
  api.openapi(routes.readVocabulary, (c) => {
    authorise(actorIn(c), 'own-account')
    return c.json(viewVocabulary(c.var.installation.vocabulary), 200)
  })

  api.openapi(routes.listCodes, (c) => {
    authorise(actorIn(c), 'own-account')
    const table = c.var.installation.codes(c.req.valid('param').scheme)
    if (table === undefined) throw new Problem('not-found')
    const { q, parent, cursor, limit: asked = CODES_PER_PAGE } = c.req.valid('query')
    const limit = rowsOfPage(c, asked)
    const offset = fromCursor(cursor, z.int().min(0)) ?? 0
    const rows = rowsOf(table, q, parent)
    const items = rows.slice(offset, offset + limit).map((row) => ({ ...row }))
    const hasMore = rows.length > offset + limit
    return c.json({ items, next: hasMore ? toCursor(offset + limit) : null }, 200)
  })
}

/** Rows by words, or those directly below a parent; without either, those at the top. */
function rowsOf(
  table: CodeTable,
  words: string | undefined,
  parent: string | undefined,
): readonly CodeRow[] {
  if (words !== undefined && words.trim() !== '') return table.search(words, FOUND_MAX)
  return table.childrenOf(parent ?? null)
}
