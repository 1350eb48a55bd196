// Looking into the audit, and taking it out of the house.
import type { z } from '@hono/zod-openapi'
import { Problem, sha256Hex } from '../../base/index.ts'
import { csvOf } from '../../graph/outgoing/index.ts'
import { authorise } from '../../trust/access/index.ts'
import {
  type AccessRecord,
  type AuditQuestion,
  type CommandRecord,
  countAccesses,
  countCommands,
  readAccesses,
  readCommands,
} from '../../trust/audit/index.ts'
import { write } from '../../trust/gate/index.ts'
import { auditTable } from '../audit-table.ts'
import { actorIn } from './frame/actor.ts'
import { noteAuditRead } from './frame/audit.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { fromCursor, toCursor } from './frame/cursor.ts'
import { given } from './frame/given.ts'
import { rowsOfPage } from './frame/limits.ts'
import { noSuchDay, realDay, startOfDay } from './frame/reading.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/audit.ts'

const PAGE = 100

/** More would be no longer a look into the audit but a copy of it; days narrow it. */
const EXPORT_MAX = 50_000

export function addAudit(api: Api): void {
  api.openapi(routes.listAccessRecords, async (c) => {
    const { act, ...query } = c.req.valid('query')
    const page = await pageOf(c, { ...query, kind: act }, readAccesses, countAccesses)
    return c.json({ ...page, items: page.items.map(accessDto) }, 200)
  })

  api.openapi(routes.listCommandRecords, async (c) => {
    const { command, ...query } = c.req.valid('query')
    const page = await pageOf(c, { ...query, kind: command }, readCommands, countCommands)
    return c.json({ ...page, items: page.items.map(commandDto) }, 200)
  })

  api.openapi(routes.exportAudit, async (c) => {
    const actor = actorIn(c)
    authorise(actor, 'read-audit')
    const wanted = c.req.valid('json')
    const { read } = c.var.installation.store
    const page = { before: null, limit: EXPORT_MAX + 1 }
    const { language } = c.var
    const rows =
      wanted.what === 'records'
        ? auditTable.records(
            await readAccesses(
              read,
              actor.tenant,
              questionOf({ ...wanted, kind: wanted.act }),
              page,
            ),
            language,
          )
        : auditTable.entries(
            await readCommands(
              read,
              actor.tenant,
              questionOf({ ...wanted, kind: wanted.command }),
              page,
            ),
            language,
          )
    if (rows.length - 1 > EXPORT_MAX) throw tooMany()
    const bytes = new TextEncoder().encode(csvOf(rows))
    const sha256 = sha256Hex(bytes)
    const input = { filters: given(wanted), rows: rows.length - 1, sha256 }
    const command = {
      name: 'audit.export',
      permission: 'read-audit',
      weighty: true,
      input,
    } as const
    await write(writeContext(c), command, async () => ({ sha256 }))
    return c.body(bytes, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename*=UTF-8''audit-${wanted.what}.csv`,
      'X-Content-SHA256': sha256,
    })
  })
}

/** Half of an audit would be taken for the whole. */
const tooMany = (): Problem =>
  new Problem('invalid-input', {
    ...{ field: 'from', reason: `超过 ${EXPORT_MAX} 条，请缩短时段` },
    reasonEn: `there are more than ${EXPORT_MAX}; choose fewer days`,
  })

interface Given {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly person?: string | undefined
  readonly organisation?: string | undefined
  readonly role?: string | undefined
  readonly kind?: string | undefined
  readonly object?: string | undefined
  readonly result?: 'answered' | 'refused' | undefined
}

/** Nothing was recorded in other centuries, and a database reads their years in its own way. */
const OF_OUR_TIME = /^2\d{3}-/

/** The moment at which a day begins, or so many days later. Problem: `invalid-input`. */
function momentOf(field: string, day: string, daysLater = 0): string {
  if (!OF_OUR_TIME.test(realDay(day, field))) throw noSuchDay(field)
  return startOfDay(day, daysLater).toISOString()
}

const questionOf = (given: Given): AuditQuestion => ({
  from: given.from === undefined ? null : momentOf('from', given.from),
  until: given.to === undefined ? null : momentOf('to', given.to, 1),
  person: given.person ?? null,
  organisation: given.organisation ?? null,
  role: given.role ?? null,
  kind: given.kind ?? null,
  object: given.object ?? null,
  result: given.result ?? null,
})

/** One page for whoever may look into the audit; that they did is part of it. */
async function pageOf<Row extends { readonly sequence: string }>(
  c: HttpContext,
  query: Given & { readonly cursor?: string | undefined; readonly limit?: number | undefined },
  read: (...asked: Parameters<typeof readAccesses>) => Promise<Row[]>,
  count: typeof countAccesses,
) {
  const actor = actorIn(c)
  authorise(actor, 'read-audit')
  await noteAuditRead(c)
  const { read: db } = c.var.installation.store
  const question = questionOf(query)
  const limit = rowsOfPage(c, query.limit ?? PAGE)
  const before = fromCursor(query.cursor, routes.Sequence)
  const rows = await read(db, actor.tenant, question, { before, limit: limit + 1 })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last !== undefined ? toCursor(last.sequence) : null
  return { items, next, total: await count(db, actor.tenant, question) }
}

const whoDto = (id: string | null, name: string | null) => (id === null ? null : { id, name })

function accessDto(row: AccessRecord): z.infer<typeof routes.AccessRecordView> {
  const { sequence, at, act, role, route, what, object, levels, count, code, address } = row
  return {
    ...{ sequence, at, act, role, route, what, object, count, code, address },
    levels: [...levels],
    request: row.request,
    person: whoDto(row.person, row.personName),
    organisation: whoDto(row.organisation, row.organisationName),
  }
}

function commandDto(row: CommandRecord): z.infer<typeof routes.CommandRecordView> {
  const { sequence, at, command, entry, leaf, role } = row
  return {
    ...{ sequence, at, command, entry, leaf, role },
    person: whoDto(row.person, row.personName),
    organisation: whoDto(row.organisation, row.organisationName),
  }
}
