// Sources as the interface shows them.
import type { z } from '@hono/zod-openapi'
import { countClaims } from '../../graph/figures/index.ts'
import { type CautionCode, cautionWords } from '../../graph/reading/index.ts'
import {
  listParts,
  type PartHead,
  readingsOf,
  type SourceReading,
  type SourceRow,
  supersededBy,
} from '../../graph/sources/index.ts'
import { readJob } from '../../store/index.ts'
import { visible } from '../../trust/access/index.ts'
import { actorIn } from './frame/actor.ts'
import type { HttpContext } from './frame/context.ts'
import { labelLevels } from './frame/labels.ts'
import { personNames } from './frame/person-names.ts'
import { jobDto } from './job-view.ts'
import { formOfMedia } from './media-types.ts'
import type { SourceView } from './schemas/sources.ts'

type View = z.infer<typeof SourceView>

/** Sources with their parts and counts, in the order given. */
export async function sourceDtos(c: HttpContext, rows: readonly SourceRow[]): Promise<View[]> {
  const { read } = c.var.installation.store
  const { tenant } = actorIn(c)
  const visibility = visible(actorIn(c))
  const levels = await labelLevels(
    c,
    rows.map(({ label }) => label),
  )
  const names = await personNames(
    c,
    rows.map(({ broughtBy }) => broughtBy),
  )
  const ids = rows.map(({ id }) => id)
  const readings = new Map(
    (await readingsOf(read, tenant, ids)).map((reading) => [reading.source, reading]),
  )
  const views: View[] = []
  for (const row of rows) {
    const parts = shownParts(row, await listParts(read, row.tenant, row.id))
    const reading = readings.get(row.id)
    const { id, title, publisher, publishedOn, mediaType, fileName, sizeBytes, sha256 } = row
    views.push({
      ...{ id, title, publisher, publishedOn, mediaType, fileName, sizeBytes, sha256 },
      class: row.class,
      label: levels.get(row.label) ?? '',
      synthetic: row.synthetic,
      origin: row.origin,
      broughtAt: row.broughtAt,
      broughtBy: { name: names.get(row.broughtBy) ?? '' },
      parts: parts
        .filter(({ page }) => page === null)
        .map(({ sheet, page, first, last }) => ({ sheet, page, first, last })),
      form: formOfMedia(row.mediaType),
      pages: pagesIn(parts),
      reading: reading === undefined ? null : await readingDto(c, reading, parts),
      claims: await countClaims(read, visibility, row.id),
      supersedes: row.supersedes,
      supersededBy: await supersededBy(read, visibility, row.id),
    })
  }
  return views
}

/** The parts that may be shown: of a text that is still being read there are none. */
export const shownParts = (
  { textVersion }: Pick<SourceRow, 'textVersion'>,
  parts: readonly PartHead[],
): readonly PartHead[] =>
  textVersion === null
    ? parts.filter(({ columns, sheet }) => columns !== null || sheet !== null)
    : parts

/** How many pages can be turned. */
export const pagesIn = (parts: readonly PartHead[]): number =>
  new Set(parts.flatMap(({ page }) => page ?? [])).size

async function readingDto(
  c: HttpContext,
  reading: SourceReading,
  parts: readonly PartHead[],
): Promise<View['reading']> {
  const { tenant } = actorIn(c)
  const job = jobDto(
    await readJob(c.var.installation.store.read, tenant, reading.job),
    c.var.language,
  )
  const { state, stage, done, total, problem } = job
  const { pages, characters } = reading
  return {
    ...{ job: job.id, state, stage, done, total, problem, pages, characters },
    cautions: cautionsOf(reading, parts),
  }
}

/** One line for each sort of caution, in the order of their first places. */
function cautionsOf(
  { cautions }: SourceReading,
  parts: readonly PartHead[],
): NonNullable<View['reading']>['cautions'] {
  const sorts = new Map<CautionCode, { count: number; start: number }>()
  for (const { code, start } of cautions) {
    const { count, start: first } = sorts.get(code) ?? { count: 0, start }
    sorts.set(code, { count: count + 1, start: first })
  }
  return [...sorts].map(([code, { count, start }]) => ({
    code,
    words: cautionWords(code),
    count,
    page: pageAt(parts, start),
  }))
}

/** The page that a code point stands on; an empty page stands where the next one begins. */
const pageAt = (parts: readonly PartHead[], at: number): number | null =>
  (
    parts.find(({ first, last }) => first === at && last === at) ??
    parts.findLast(({ first }) => first <= at)
  )?.page ?? null
