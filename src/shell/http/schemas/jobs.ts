// Jobs: long work with its stage, count and result.
import { createRoute, z } from '@hono/zod-openapi'
import { Id, Moment, Words } from './figure.ts'
import { body, byId, Cursor, json, PageQuery, page, problems, WriteHeaders } from './route.ts'

const tags = ['jobs']

export const JobView = z
  .object({
    id: Id,
    kind: z.string(),
    title: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    stage: z.string().nullable(),
    done: z.int(),
    total: z.int().nullable(),
    result: z.unknown().nullable(),
    problem: z
      .object({ code: z.string(), title: z.string(), detail: z.string(), next: z.string() })
      .nullable(),
    createdAt: Moment,
    startedAt: Moment.nullable(),
    endedAt: Moment.nullable(),
    actor: Id,
  })
  .openapi('JobView')

/** Rows of a table by what became of them, and the claims they made. */
export const ImportReport = z
  .object({
    rows: z.int(),
    new: z.int(),
    changed: z.int(),
    same: z.int(),
    possible: z.int(),
    held: z.int(),
    refused: z.int(),
    claims: z.int(),
  })
  .openapi('ImportReport')

export const RowOutcome = z
  .enum(['new', 'changed', 'same', 'possible', 'held', 'refused'])
  .openapi('RowOutcome')

export const RowReason = z
  .object({
    field: z.string().nullable(),
    cells: z.string().nullable(),
    code: z.string(),
    words: Words,
  })
  .openapi('RowReason')

export const JobRow = z
  .object({
    sheet: z.string().nullable(),
    first: z.int(),
    last: z.int(),
    outcome: RowOutcome,
    reasons: z.array(RowReason),
    cells: z.array(z.string()).nullable(),
  })
  .openapi('JobRow')

/** What an import reads, and how far its batch is. */
export const JobBatch = z
  .object({
    source: z.object({ id: Id, title: z.string() }),
    mapping: z.object({ id: z.string(), version: z.int() }),
    state: z.enum(['open', 'ready', 'published', 'discarded']),
    dryRun: z.boolean(),
  })
  .openapi('JobBatch')

export const JobDetail = JobView.extend({
  report: ImportReport.nullable(),
  batch: JobBatch.nullable().openapi({ description: 'Null for jobs that are no imports.' }),
  source: z
    .object({ id: Id, title: z.string() })
    .nullable()
    .openapi({ description: 'What it reads; null for jobs that read nothing.' }),
}).openapi('JobDetail')

/** A job that was just asked for. */
export const StartedJob = z.object({ job: JobView }).openapi('StartedJob')

export const listJobs = createRoute({
  method: 'get',
  path: '/api/jobs',
  tags,
  summary: 'Jobs, newest first',
  request: { query: PageQuery },
  responses: { 200: json(page(JobView), 'Jobs'), ...problems },
})

export const readJob = createRoute({
  method: 'get',
  path: '/api/jobs/{id}',
  tags,
  summary: 'One job with its report',
  request: { params: byId(Id) },
  responses: {
    200: json(JobDetail, 'The job'),
    ...problems,
  },
})

export const cancelJob = createRoute({
  method: 'post',
  path: '/api/jobs/{id}/cancel',
  tags,
  summary: 'Ask a job to stop; nothing of it is published',
  request: { headers: WriteHeaders, params: byId(Id) },
  responses: { 200: json(JobView, 'The job'), ...problems },
})

export const listJobRows = createRoute({
  method: 'get',
  path: '/api/jobs/{id}/rows',
  tags,
  summary: 'Rows of an import by outcome, with reasons',
  request: {
    params: byId(Id),
    query: z.object({ outcome: RowOutcome.optional(), cursor: Cursor.optional() }),
  },
  responses: { 200: json(page(JobRow), 'Rows'), ...problems },
})

export const readRefused = createRoute({
  method: 'get',
  path: '/api/jobs/{id}/refused',
  tags,
  summary: 'The refused rows as a workbook to mend and send back',
  request: { params: byId(Id) },
  responses: {
    200: {
      description: 'XLSX',
      content: {
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
          schema: z.string().openapi({ format: 'binary' }),
        },
      },
    },
    ...problems,
  },
})

export const publishJob = createRoute({
  method: 'post',
  path: '/api/jobs/{id}/publish',
  tags,
  summary: 'Publish what an import read, as one decision',
  request: {
    headers: WriteHeaders,
    params: byId(Id),
    body: body(z.object({ dryRun: z.boolean().default(false) })),
  },
  responses: {
    200: json(
      z
        .object({ decision: Id.nullable(), claims: z.int(), dryRun: z.boolean() })
        .openapi('Published'),
      'The decision',
    ),
    ...problems,
  },
})

const Reason = z.object({ reason: z.string().min(1).max(2000) })

export const withdrawJob = createRoute({
  method: 'post',
  path: '/api/jobs/{id}/withdraw',
  tags,
  summary: 'Take back what an import published; it stays readable as of earlier days',
  request: { headers: WriteHeaders, params: byId(Id), body: body(Reason) },
  responses: { 200: json(z.object({ decision: Id }), 'The decision'), ...problems },
})

export const restoreJob = createRoute({
  method: 'post',
  path: '/api/jobs/{id}/restore',
  tags,
  summary: 'Let stand again what was taken back',
  request: { headers: WriteHeaders, params: byId(Id), body: body(Reason) },
  responses: { 200: json(z.object({ decision: Id }), 'The decision'), ...problems },
})

export const startRebuild = createRoute({
  method: 'post',
  path: '/api/jobs/rebuild',
  tags,
  summary: 'Make all facts anew from the claims and decisions, as a job',
  request: { headers: WriteHeaders },
  responses: { 202: json(StartedJob, 'The job that does it'), ...problems },
})
