// Sources: bytes that somebody published, the window on them, the claims they support.
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { z } from '@hono/zod-openapi'
import { isSuspicious, Problem, sliceCodePoints } from '../../base/index.ts'
import { claimsOfSource, viewClaims } from '../../graph/figures/index.ts'
import { startStatements } from '../../graph/intake/index.ts'
import {
  bringSource,
  describeSource,
  listParts,
  listSources,
  readSource,
  readText,
  readWindow,
  type SourceRow,
} from '../../graph/sources/index.ts'
import { readJob } from '../../store/index.ts'
import { authorise, INTERNAL_LABEL, visible } from '../../trust/access/index.ts'
import { claimDtos } from './claim-view.ts'
import { actorIn } from './frame/actor.ts'
import { noteRead } from './frame/audit.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { fromCursor, toCursor } from './frame/cursor.ts'
import { given } from './frame/given.ts'
import { readingIn } from './frame/reading.ts'
import { writeContext } from './frame/write-context.ts'
import { jobDto } from './job-view.ts'
import * as routes from './schemas/sources.ts'
import { sourceDtos } from './source-view.ts'

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
    const { cursor, limit = SOURCES_PER_PAGE } = c.req.valid('query')
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
    const { sheet, row = 1, count, start } = c.req.valid('query')
    const { read } = c.var.installation.store
    const parts = await listParts(read, source.tenant, source.id)
    const isText = parts.some(({ columns }) => columns === null)
    if (isText) return c.json(await textWindow(c, source, start ?? 0), 200)
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
    const fileName = fileNameIn(c)
    const { config, store } = c.var.installation
    const bytes = c.req.raw.body
    if (bytes === null) throw emptyBody()
    const stored = await store.blobs.put(
      Readable.fromWeb(bytes as WebStream),
      config.uploadLimitBytes,
    )
    const mediaType = MEDIA_TYPES[extname(fileName).toLowerCase()] ?? 'application/octet-stream'
    const { id, known } = await bringSource(
      writeContext(c),
      { fileName, mediaType, sha256: stored.sha256, sizeBytes: stored.sizeBytes },
      {
        title: fileName.replace(/\.[^.]+$/, ''),
        publisher: actor.organisationName,
        publishedOn: null,
        class: 'typed-list',
        label: INTERNAL_LABEL.id,
        origin: null,
        synthetic: false,
      },
    )
    return c.json({ source: await oneSource(c, await shownSource(c, id)), known }, 201)
  })
}

const MEDIA_TYPES: Record<string, string> = {
  '.csv': 'text/csv',
  '.tsv': 'text/tab-separated-values',
  '.txt': 'text/plain',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

function emptyBody(): Problem {
  const reason = '没有文件内容'
  return new Problem('invalid-input', { field: 'body', reason, reasonEn: 'there is no file in it' })
}

/** The name that the client gave, without any folder. Problem: `invalid-input`. */
function fileNameIn(c: HttpContext): string {
  try {
    const name = decodeURIComponent(c.req.header('X-File-Name') ?? '')
    const plain = name.normalize('NFC').split(/[\\/]/).at(-1)?.trim() ?? ''
    if (plain !== '' && plain.length <= 255 && isSuspicious(plain) === null) return plain
  } catch {
    // Falls through to the same problem: a name that cannot be decoded is no name.
  }
  const reason = '应为百分号编码的文件名，至多 255 个可见字符'
  const reasonEn = 'it should be a percent-encoded name of at most 255 characters that can be seen'
  throw new Problem('invalid-input', { field: 'X-File-Name', reason, reasonEn })
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

/** The text around a place, with the spans that claims rest on. */
async function textWindow(c: HttpContext, source: SourceRow, start: number) {
  const reading = readingIn(c)
  const text = (await readText(reading.db, source.tenant, source.id)) ?? ''
  const total = [...text].length
  const half = TEXT_WINDOW_CODE_POINTS / 2
  const first = total <= TEXT_WINDOW_CODE_POINTS ? 0 : Math.max(0, Math.min(start, total) - half)
  const last = Math.min(total, first + TEXT_WINDOW_CODE_POINTS)
  const page = { offset: 0, limit: SPANS_MAX }
  const records = await claimsOfSource(reading.db, reading.visibility, { source: source.id }, page)
  const spans = records.flatMap(({ id, span_start: from, span_end: to }) =>
    from === null || to === null || from < first || to > last
      ? []
      : [{ claim: id, start: from - first, end: to - first }],
  )
  return { kind: 'text' as const, first, text: sliceCodePoints(text, first, last), total, spans }
}
