// Sources as the interface shows them.
import type { z } from '@hono/zod-openapi'
import { countClaims } from '../../graph/figures/index.ts'
import { listParts, type SourceRow, supersededBy } from '../../graph/sources/index.ts'
import { visible } from '../../trust/access/index.ts'
import { actorIn } from './frame/actor.ts'
import type { HttpContext } from './frame/context.ts'
import { labelLevels } from './frame/labels.ts'
import { personNames } from './frame/person-names.ts'
import type { SourceView } from './schemas/sources.ts'

type View = z.infer<typeof SourceView>

/** Sources with their parts and counts, in the order given. */
export async function sourceDtos(c: HttpContext, rows: readonly SourceRow[]): Promise<View[]> {
  const { read } = c.var.installation.store
  const visibility = visible(actorIn(c))
  const levels = await labelLevels(
    c,
    rows.map(({ label }) => label),
  )
  const names = await personNames(
    c,
    rows.map(({ broughtBy }) => broughtBy),
  )
  const views: View[] = []
  for (const row of rows) {
    const parts = await listParts(read, row.tenant, row.id)
    const { id, title, publisher, publishedOn, mediaType, fileName, sizeBytes, sha256 } = row
    views.push({
      ...{ id, title, publisher, publishedOn, mediaType, fileName, sizeBytes, sha256 },
      class: row.class,
      label: levels.get(row.label) ?? '',
      synthetic: row.synthetic,
      origin: row.origin,
      broughtAt: row.broughtAt,
      broughtBy: { name: names.get(row.broughtBy) ?? '' },
      parts: parts.map(({ sheet, page, first, last }) => ({ sheet, page, first, last })),
      claims: await countClaims(read, visibility, row.id),
      supersedes: row.supersedes,
      supersededBy: await supersededBy(read, visibility, row.id),
    })
  }
  return views
}
