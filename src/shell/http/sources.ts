// Sources: bytes that somebody published, the window on them, the claims they support.
import { Readable } from 'node:stream'
import { z } from '@hono/zod-openapi'
import { Problem } from '../../base/index.ts'
import { claimsOfSource, viewClaims } from '../../graph/figures/index.ts'
import { startStatements } from '../../graph/intake/index.ts'
import {
  bringSource,
  describeSource,
  listParts,
  listSources,
  type PartHead,
  readSource,
  readStretch,
  readWindow,
  type SourceRow,
  startReading,
} from '../../graph/sources/index.ts'
import { readJob } from '../../store/index.ts'
import { authorise, INTERNAL_LABEL, visible } from '../../trust/access/index.ts'
import { claimDtos } from './claim-view.ts'
import { actorIn } from './frame/actor.ts'
import { noteRead } from './frame/audit.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { fromCursor, toCursor } from './frame/cursor.ts'
import { given } from './frame/given.ts'
import { rowsOfPage } from './frame/limits.ts'
import { readingIn } from './frame/reading.ts'
import { uploadedFile } from './frame/uploaded.ts'
import { writeContext } from './frame/write-context.ts'
import { jobDto } from './job-view.ts'
import { formOfMedia } from './media-types.ts'
import * as routes from './schemas/sources.ts'
import { pagesIn, shownParts, sourceDtos } from './source-view.ts'

const SOURCES_PER_PAGE = 50
const CLAIMS_PER_PAGE = 100
const SPANS_MAX = 2_000
/** Texts up to this length are shown whole. */
const TEXT_WINDOW_CODE_POINTS = 100_000
const After = z.object({ at: z.string(), id: z.uuid() })

export function addSources(api: Api): void {
  api.openapi(routes.listSources, async (c) => {
    const actor = actorIn(c)
    authorise(actor, 'read-source')
    const { cursor, limit: asked = SOURCES_PER_PAGE } = c.req.valid('query')
    const limit = rowsOfPage(c, asked)
    const before = fromCursor(cursor, After)
    const page = { before, limit: limit + 1 }
    const rows = await listSources(c.var.installation.store.read, visible(actor), page)
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    const hasMore = rows.length > limit && last !== undefined
    const next = hasMore ? toCursor({ at: last.broughtAt, id: last.id }) : null
    await noteRead(
      c,
      'sources',
      '',
      shown.map(({ label }) => label),
    )
    return c.json({ items: await sourceDtos(c, shown), next }, 200)
  })

  api.openapi(routes.readSource, async (c) => {
    const source = await shownSource(c, c.req.valid('param').id)
    return c.json(await oneSource(c, source), 200)
  })

  api.openapi(routes.readOriginal, async (c) => {
    const source = await shownSource(c, c.req.valid('param').id)
    const bytes = c.var.installation.store.blobs.open(source.sha256)
    const body = Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>
    return c.body(body, 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(source.sizeBytes),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(source.fileName)}`,
      'Cache-Control': 'private, no-cache',
    })
  })

  addReader(api)
  addStatements(api)
  addUpload(api)
  addDescription(api)
}

function addDescription(api: Api): void {
  api.openapi(routes.describeSource, async (c) => {
    const source = await shownSource(c, c.req.valid('param').id)
    const change = given(c.req.valid('json'))
    if (change.supersedes != null) {
      if (change.supersedes === source.id) throw supersedesItself()
      await shownSource(c, change.supersedes)
    }
    const { title, publisher, publishedOn, label, origin, synthetic, supersedes } = source
    const now = { title, publisher, publishedOn, label, origin, synthetic, supersedes }
    await describeSource(writeContext(c), source.id, { ...now, class: source.class, ...change })
    return c.json(await oneSource(c, await shownSource(c, source.id)), 200)
  })
}

function supersedesItself(): Problem {
  const reason = '一份来源不能取代它自己'
  const reasonEn = 'a source cannot supersede itself'
  return new Problem('invalid-input', { field: 'supersedes', reason, reasonEn })
}

function addReader(api: Api): void {
  api.openapi(routes.readWindow, async (c) => {
    const source = await shownSource(c, c.req.valid('param').id)
    const { sheet, row = 1, count, start, page } = c.req.valid('query')
    const { read } = c.var.installation.store
    const parts = shownParts(source, await listParts(read, source.tenant, source.id))
    const isText = source.textVersion !== null || formOfMedia(source.mediaType) === 'document'
    if (isText && !parts.some(({ columns }) => columns !== null)) {
      return c.json(await textWindow(c, source, parts, { start, page }), 200)
    }
    const first = Math.max(1, row - Math.floor(count / 2))
    const place = { sheet: sheet ?? parts[0]?.sheet ?? null, first, last: first + count - 1 }
    const window = await readWindow(read, source.tenant, source.id, place)
    return c.json(
      {
        kind: 'sheet' as const,
        sheet: window.sheet,
        columns: window.columns.map(({ letters, title }) => ({ letters, title })),
        rows: window.rows.map((each) => ({ row: each.row, cells: [...each.cells] })),
        total: window.lastRow,
      },
      200,
    )
  })

  api.openapi(routes.listSourceClaims, async (c) => {
    const source = await shownSource(c, c.req.valid('param').id)
    const { cursor, sheet, row } = c.req.valid('query')
    const offset = fromCursor(cursor, z.int().min(0)) ?? 0
    const reading = readingIn(c)
    const place = {
      source: source.id,
      ...(sheet !== undefined && { sheet }),
      ...(row !== undefined && { row }),
    }
    const page = { offset, limit: CLAIMS_PER_PAGE + 1 }
    const records = await claimsOfSource(reading.db, reading.visibility, place, page)
    const claims = await viewClaims(reading, records.slice(0, CLAIMS_PER_PAGE))
    const hasMore = records.length > CLAIMS_PER_PAGE
    const next = hasMore ? toCursor(offset + CLAIMS_PER_PAGE) : null
    return c.json({ items: await claimDtos(c, claims), next }, 200)
  })
}

function addStatements(api: Api): void {
  api.openapi(routes.readStatements, async (c) => {
    const { queue, store } = c.var.installation
    const source = await shownSource(c, c.req.valid('param').id)
    const job = await startStatements(writeContext(c), queue, source)
    queue.wake()
    const view = await readJob(store.read, source.tenant, job)
    return c.json({ job: jobDto(view, c.var.language) }, 202)
  })
}

function addUpload(api: Api): void {
  api.openapi(routes.bringSource, async (c) => {
    const actor = actorIn(c)
    authorise(actor, 'bring-source')
    const file = await uploadedFile(c)
    const { mediaType } = file
    const { id, known } = await bringSource(writeContext(c), file, {
      title: file.fileName.replace(/\.[^.]+$/, ''),
      publisher: actor.organisationName,
      publishedOn: null,
      class: formOfMedia(mediaType) === 'document' ? 'machine-read' : 'typed-list',
      label: INTERNAL_LABEL.id,
      origin: null,
      synthetic: false,
    })
    return c.json({ source: await oneSource(c, await shownSource(c, id)), known }, 201)
  })

  api.openapi(routes.readDocument, async (c) => {
    const { queue, store } = c.var.installation
    const source = await shownSource(c, c.req.valid('param').id)
    const isReadOn = c.req.valid('query').statements === 'true'
    const job = await startReading(writeContext(c), queue, source, isReadOn)
    queue.wake()
    const view = await readJob(store.read, source.tenant, job)
    return c.json({ job: jobDto(view, c.var.language) }, 202)
  })
}

/** A source that the actor may see; the read is noted where it is restricted. Problem: `not-found`. */
export async function shownSource(c: HttpContext, id: string): Promise<SourceRow> {
  const actor = actorIn(c)
  authorise(actor, 'read-source')
  const source = await readSource(c.var.installation.store.read, visible(actor), id)
  if (source === null) throw new Problem('not-found')
  await noteRead(c, 'source', id, [source.label])
  return source
}

async function oneSource(c: HttpContext, source: SourceRow) {
  const [view] = await sourceDtos(c, [source])
  if (view === undefined) throw new Problem('not-found')
  return view
}

/** Where a window on a text lies: on a page of its own choice, or on that of a place. */
interface Asked {
  readonly start: number | undefined
  readonly page: number | undefined
}

/** A page of a text, or the text around a place, with the spans that claims rest on. */
async function textWindow(
  c: HttpContext,
  source: SourceRow,
  parts: readonly PartHead[],
  asked: Asked,
) {
  const reading = readingIn(c)
  const whole = { start: 0, end: parts.at(-1)?.last ?? 0 }
  const { page, stretch } = pageOf(parts, asked) ?? { page: null, stretch: whole }
  const window = around(stretch, asked.start ?? stretch.start)
  const text = await readStretch(reading.db, source.tenant, source.id, window)
  const place = { source: source.id, stretch: window }
  const limits = { offset: 0, limit: SPANS_MAX }
  const records = await claimsOfSource(reading.db, reading.visibility, place, limits)
  const spans = records.flatMap(({ id, span_start: from, span_end: to }) =>
    from === null || to === null
      ? []
      : [{ claim: id, ...within(window, { start: from, end: to }) }],
  )
  const counts = { total: whole.end, page, pages: pagesIn(parts) }
  return { kind: 'text' as const, first: window.start, text, ...counts, spans }
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** The page asked for or the last one, else that of the place; null where there are no pages. */
function pageOf(
  parts: readonly PartHead[],
  { page: asked, start = 0 }: Asked,
): { page: number; stretch: Stretch } | null {
  const paged = parts.filter(({ page }) => page !== null)
  const at = paged.findLast(({ first }) => first <= start) ?? paged[0]
  const page = asked === undefined ? at?.page : Math.min(asked, paged.at(-1)?.page ?? asked)
  const here = paged.filter((part) => part.page === page)
  const [head] = here
  if (page == null || head === undefined) return null
  return { page, stretch: { start: head.first, end: here.at(-1)?.last ?? head.last } }
}

/** As much of a stretch around a place as is shown at once. */
function around({ start, end }: Stretch, at: number): Stretch {
  if (end - start <= TEXT_WINDOW_CODE_POINTS) return { start, end }
  const half = TEXT_WINDOW_CODE_POINTS / 2
  const first = Math.max(start, Math.min(at, end) - half)
  return { start: first, end: Math.min(end, first + TEXT_WINDOW_CODE_POINTS) }
}

/** The part of a span that a window shows, counted within the window. */
const within = (window: Stretch, span: Stretch): Stretch => ({
  start: Math.max(window.start, span.start) - window.start,
  end: Math.min(window.end, span.end) - window.start,
})
