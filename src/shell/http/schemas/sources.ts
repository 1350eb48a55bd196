// Sources: bytes that somebody published, the window on them, the claims they support.
import { createRoute, z } from '@hono/zod-openapi'
import { ClaimView } from './claims.ts'
import { Day, Id, Moment, Words } from './figure.ts'
import { JobView, StartedJob } from './jobs.ts'
import { body, byId, Cursor, json, PageQuery, page, problems, WriteHeaders } from './route.ts'

const tags = ['sources']

/** Something that whoever reads a document should know: what is not there, or not what it seems. */
const CautionView = z.object({
  code: z.string(),
  words: Words,
  count: z.int().openapi({ description: 'At how many places.' }),
  page: z.int().nullable().openapi({ description: 'The first page on which it stands.' }),
})

/** How a document became text, or why it did not. */
const ReadingView = z
  .object({
    job: Id,
    state: JobView.shape.state,
    stage: z.string().nullable(),
    done: z.int(),
    total: z.int().nullable(),
    problem: JobView.shape.problem,
    pages: z.int().nullable(),
    characters: z.int().nullable(),
    cautions: z.array(CautionView),
  })
  .openapi('ReadingView')

export const SourceView = z
  .object({
    id: Id,
    title: z.string(),
    publisher: z.string(),
    publishedOn: z.string().nullable(),
    mediaType: z.string(),
    fileName: z.string(),
    sizeBytes: z.int(),
    sha256: z.string(),
    class: z.string(),
    label: z.string(),
    synthetic: z.boolean(),
    origin: z.string().nullable(),
    broughtAt: Moment,
    broughtBy: z.object({ name: z.string() }),
    parts: z.array(
      z.object({
        sheet: z.string().nullable(),
        page: z.int().nullable(),
        first: z.int().nullable(),
        last: z.int().nullable(),
      }),
    ),
    form: z
      .enum(['table', 'document'])
      .nullable()
      .openapi({ description: 'As what it is best opened; null for what is neither.' }),
    pages: z.int().openapi({ description: 'Pages that can be turned; 0 where it has none.' }),
    reading: ReadingView.nullable().openapi({
      description: 'Null where nobody asked for its text to be read.',
    }),
    claims: z.int(),
    supersedes: Id.nullable(),
    supersededBy: Id.nullable(),
  })
  .openapi('SourceView')

/** A window on a sheet, or a page of a text with the spans that claims rest on. */
export const SourceWindow = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('sheet'),
      sheet: z.string().nullable(),
      columns: z.array(z.object({ letters: z.string(), title: z.string() })),
      rows: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
      total: z.int(),
    }),
    z.object({
      kind: z.literal('text'),
      first: z
        .int()
        .openapi({ description: 'Where this text begins in the source, in code points.' }),
      text: z.string(),
      total: z.int().openapi({ description: 'Code points of the whole source.' }),
      page: z
        .int()
        .nullable()
        .openapi({ description: 'The page that this text stands on; null where there are none.' }),
      pages: z.int().openapi({ description: 'Pages that can be turned; 0 where it has none.' }),
      spans: z
        .array(z.object({ claim: Id, start: z.int(), end: z.int() }))
        .openapi({ description: 'Counted within `text`, in code points.' }),
    }),
  ])
  .openapi('SourceWindow')

export const listSources = createRoute({
  method: 'get',
  path: '/api/sources',
  tags,
  summary: 'Sources, newest first',
  request: { query: PageQuery },
  responses: { 200: json(page(SourceView), 'Sources'), ...problems },
})

export const readSource = createRoute({
  method: 'get',
  path: '/api/sources/{id}',
  tags,
  summary: 'One source',
  request: { params: byId(Id) },
  responses: { 200: json(SourceView, 'The source'), ...problems },
})

export const readWindow = createRoute({
  method: 'get',
  path: '/api/sources/{id}/window',
  tags,
  summary: 'Rows around a row of a sheet, or a page of a text, or the text around a place',
  request: {
    params: byId(Id),
    query: z.object({
      sheet: z.string().max(200).optional(),
      row: z.coerce.number().int().min(1).optional(),
      count: z.coerce.number().int().min(1).max(500).default(60),
      start: z.coerce.number().int().min(0).optional(),
      page: z.coerce.number().int().min(1).optional(),
    }),
  },
  responses: { 200: json(SourceWindow, 'The window'), ...problems },
})

export const listSourceClaims = createRoute({
  method: 'get',
  path: '/api/sources/{id}/claims',
  tags,
  summary: 'Claims that rest on this source',
  request: {
    params: byId(Id),
    query: z.object({
      sheet: z.string().max(200).optional(),
      row: z.coerce.number().int().min(1).optional(),
      page: z.coerce.number().int().min(1).optional(),
      cursor: Cursor.optional(),
    }),
  },
  responses: { 200: json(page(ClaimView), 'Claims'), ...problems },
})

export const readOriginal = createRoute({
  method: 'get',
  path: '/api/sources/{id}/original',
  tags,
  summary: 'The very bytes that were brought',
  request: { params: byId(Id) },
  responses: {
    200: {
      description: 'The file, as a download',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...problems,
  },
})

/** What bringing a file answered. */
export const BroughtSource = z
  .object({
    source: SourceView,
    known: z.boolean().openapi({ description: 'The same bytes were brought before.' }),
  })
  .openapi('BroughtSource')

export const bringSource = createRoute({
  method: 'post',
  path: '/api/sources',
  tags,
  summary: 'Bring a file; the body is its bytes',
  request: {
    headers: WriteHeaders.extend({
      'X-File-Name': z.string().min(1).max(1000).openapi({ description: 'Percent-encoded UTF-8.' }),
    }),
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
  responses: {
    201: json(BroughtSource, 'The source'),
    ...problems,
  },
})

export const describeSource = createRoute({
  method: 'patch',
  path: '/api/sources/{id}',
  tags,
  summary: 'Correct what is said about a source; its bytes and its label stay',
  request: {
    headers: WriteHeaders,
    params: byId(Id),
    body: body(
      z.object({
        title: z.string().trim().min(1).max(300).optional(),
        publisher: z.string().trim().min(1).max(300).optional(),
        publishedOn: Day.nullable().optional(),
        origin: z.string().trim().min(1).max(2000).nullable().optional(),
        supersedes: Id.nullable()
          .optional()
          .openapi({ description: 'The source that this one corrects.' }),
      }),
    ),
  },
  responses: { 200: json(SourceView, 'The source'), ...problems },
})

export const readStatements = createRoute({
  method: 'post',
  path: '/api/sources/{id}/statements',
  tags,
  summary: 'Read what a kept text says; each claim waits for a person',
  request: { headers: WriteHeaders, params: byId(Id) },
  responses: { 202: json(StartedJob, 'The job that does it'), ...problems },
})

export const readDocument = createRoute({
  method: 'post',
  path: '/api/sources/{id}/text',
  tags,
  summary: 'Read a document into text that is kept page by page, as a job',
  request: {
    headers: WriteHeaders,
    params: byId(Id),
    query: z.object({
      statements: z.enum(['true', 'false']).optional().openapi({
        description: 'Whether what the text says is read too, as a job that follows.',
      }),
    }),
  },
  responses: { 202: json(StartedJob, 'The job that does it, or did'), ...problems },
})
