// Jobs: long work with its stage, count and result.
import { z } from '@hono/zod-openapi'
import { Problem, type Uuid } from '../../base/index.ts'
import { turnBatch } from '../../graph/evidence/index.ts'
import {
  type BatchRow,
  listRanges,
  publishImport,
  type RowRange,
  readBatch,
} from '../../graph/intake/index.ts'
import { parseMapping } from '../../graph/reading/index.ts'
import { readSource, readWindow } from '../../graph/sources/index.ts'
import { cancelJob, type JobView, listJobs, readJob } from '../../store/index.ts'
import { authorise, visible } from '../../trust/access/index.ts'
import { write } from '../../trust/gate/index.ts'
import { REBUILD_JOB } from '../worker/rebuild.ts'
import { actorIn } from './frame/actor.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { fromCursor, toCursor } from './frame/cursor.ts'
import { rowsOfPage } from './frame/limits.ts'
import { writeContext } from './frame/write-context.ts'
import { jobDto } from './job-view.ts'
import { type HeaderPlace, type RefusedSheet, refusedWorkbook } from './refused-workbook.ts'
import * as routes from './schemas/jobs.ts'

const ROWS_PER_PAGE = 200

export function addJobs(api: Api): void {
  api.openapi(routes.listJobs, async (c) => {
    const actor = actorIn(c)
    authorise(actor, 'read-jobs')
    const { cursor, limit: asked = 50 } = c.req.valid('query')
    const limit = rowsOfPage(c, asked)
    const after = fromCursor(cursor, z.string())
    const { items, next } = await listJobs(c.var.installation.store.read, actor.tenant, {
      cursor: after,
      limit,
      labels: visible(actor).labels,
    })
    return c.json(
      {
        items: items.map((job) => jobDto(job, c.var.language)),
        next: next === null ? null : toCursor(next),
      },
      200,
    )
  })

  api.openapi(routes.readJob, async (c) => {
    const actor = actorIn(c)
    authorise(actor, 'read-jobs')
    const { read } = c.var.installation.store
    const job = await readJob(read, actor.tenant, c.req.valid('param').id, visible(actor).labels)
    const batch = await readBatch(read, actor.tenant, { job: job.id })
    const source = await sourceDto(
      c,
      batch?.source ?? SourceInput.safeParse(job.input).data?.source,
    )
    const view = jobDto(job, c.var.language)
    const detail = { report: reportOf(batch), batch: batchDto(job, batch, source), source }
    return c.json({ ...view, ...detail }, 200)
  })

  api.openapi(routes.listJobRows, async (c) => {
    const batch = await shownBatch(c, c.req.valid('param').id)
    const { outcome, cursor } = c.req.valid('query')
    const page = {
      outcome: outcome ?? null,
      after: fromCursor(cursor, z.int()) ?? -1,
      limit: ROWS_PER_PAGE + 1,
    }
    const { store } = c.var.installation
    const ranges = await listRanges(store.read, batch.tenant, batch.id, page)
    const items = ranges.slice(0, ROWS_PER_PAGE)
    const last = items.at(-1)
    const hasMore = ranges.length > ROWS_PER_PAGE && last !== undefined
    const next = hasMore ? toCursor(last.ordinal) : null
    return c.json({ items: items.map(rowDto), next }, 200)
  })

  api.openapi(routes.readRefused, async (c) => {
    const batch = await shownBatch(c, c.req.valid('param').id)
    const { language } = c.var
    const bytes = await refusedWorkbook(await refusedSheets(c, batch), headerOf(batch), language)
    const name = encodeURIComponent(`${{ zh: '拒收行', en: 'refused rows' }[language]}.xlsx`)
    return c.body(bytes, 200, {
      'Content-Type': XLSX,
      'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
    })
  })

  addWrites(api)
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** More rows than anybody mends by hand; who has more mends the mapping or the source. */
const REFUSED_MAX = 20_000

/** The header as the mapping finds it: where it says nothing, one row of titles at the top. */
function headerOf({ mapping }: BatchRow): HeaderPlace {
  const { header } = parseMapping(mapping)
  return header === undefined || header.rows === 0 ? { skip: 0, rows: 1 } : header
}

/** The refused rows of a batch under the titles of their columns, sheet by sheet. */
async function refusedSheets(c: HttpContext, batch: BatchRow): Promise<RefusedSheet[]> {
  const { read } = c.var.installation.store
  const page = { outcome: 'refused', after: -1, limit: REFUSED_MAX } as const
  const ranges = await listRanges(read, batch.tenant, batch.id, page)
  const sheets: RefusedSheet[] = []
  for (const name of new Set(ranges.map(({ sheet }) => sheet))) {
    const rows = ranges.filter(({ sheet }) => sheet === name)
    const first = rows[0]?.first ?? 1
    const place = { sheet: name, first, last: first }
    const { columns } = await readWindow(read, batch.tenant, batch.source, place)
    sheets.push({ name, titles: columns.map(({ title }) => title), rows })
  }
  return sheets
}

function addWrites(api: Api): void {
  api.openapi(routes.cancelJob, async (c) => {
    const { id } = c.req.valid('param')
    const { store, now } = c.var.installation
    const actor = actorIn(c)
    const { tenant } = actor
    const command = { name: 'job.cancel', permission: 'import-table', input: { job: id } } as const
    await write(writeContext(c), command, async (tx) => {
      await readJob(tx, tenant, id, visible(actor).labels)
      await cancelJob(tx, tenant, id, now())
      return { job: id }
    })
    return c.json(jobDto(await readJob(store.read, tenant, id), c.var.language), 200)
  })

  api.openapi(routes.publishJob, async (c) => {
    const { id } = c.req.valid('param')
    const { dryRun } = c.req.valid('json')
    const batch = await shownBatch(c, id)
    const context = writeContext(c, { dryRun })
    const { claims } = await publishImport(context, c.var.installation.rules, { job: id })
    return c.json({ decision: dryRun ? null : batch.id, claims, dryRun }, 200)
  })

  for (const [route, kind] of TURNS) {
    api.openapi(route, async (c) => {
      const { id: batch } = await shownBatch(c, c.req.valid('param').id)
      const turn = { batch, kind, reason: c.req.valid('json').reason }
      const { decision } = await turnBatch(writeContext(c), c.var.installation.rules, turn)
      return c.json({ decision }, 200)
    })
  }

  api.openapi(routes.startRebuild, async (c) => {
    const { queue, store } = c.var.installation
    const { tenant, person } = actorIn(c)
    const command = { name: 'facts.rebuild', permission: 'publish-batch', input: {} } as const
    const { output } = await write(writeContext(c), command, async (tx) => ({
      job: await queue.enqueue(tx, {
        tenant,
        kind: REBUILD_JOB,
        input: {},
        actor: person,
        title: REBUILD_TITLE[c.var.language],
      }),
    }))
    queue.wake()
    const job = await readJob(store.read, tenant, output.job)
    return c.json({ job: jobDto(job, c.var.language) }, 202)
  })
}

const TURNS = [
  [routes.withdrawJob, 'withdraw'],
  [routes.restoreJob, 'restore'],
] as const

const REBUILD_TITLE = { zh: '重新生成全部事实', en: 'Make all facts anew' }

/** The batch of an import whose source the actor may see. Problem: `not-found`. */
export async function shownBatch(c: HttpContext, job: string): Promise<BatchRow> {
  const actor = actorIn(c)
  authorise(actor, 'read-jobs')
  const { read } = c.var.installation.store
  const batch = await readBatch(read, actor.tenant, { job })
  if (batch === null) throw new Problem('not-found')
  const source = await readSource(read, visible(actor), batch.source)
  if (source === null) throw new Problem('not-found')
  return batch
}

/** What an import reads; null where the actor may not see the source. */
/** A source as the reader of a job may open it; null where there is none for this reader. */
async function sourceDto(c: HttpContext, id: Uuid | undefined) {
  if (id === undefined) return null
  const { read } = c.var.installation.store
  const source = await readSource(read, visible(actorIn(c)), id)
  return source === null ? null : { id: source.id, title: source.title }
}

function batchDto(
  job: JobView,
  batch: BatchRow | null,
  source: { id: Uuid; title: string } | null,
) {
  if (batch === null || source === null) return null
  return {
    source,
    mapping: { id: batch.mappingId, version: batch.mappingVersion },
    state: batch.state,
    dryRun: RehearsalInput.safeParse(job.input).data?.dryRun ?? false,
  }
}

const SourceInput = z.object({ source: z.string() })
const RehearsalInput = z.object({ dryRun: z.boolean() })

function reportOf(batch: BatchRow | null) {
  if (batch === null) return null
  const { rows, claims, new: fresh, changed, same, possible, held, refused } = batch.counts
  return { rows, claims, new: fresh, changed, same, possible, held, refused }
}

const rowDto = ({ sheet, first, last, outcome, reasons, cells }: RowRange) => ({
  sheet,
  first,
  last,
  outcome,
  reasons: reasons.map((reason) => ({ ...reason })),
  cells: cells === null ? null : [...cells],
})
