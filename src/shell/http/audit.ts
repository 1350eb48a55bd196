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
import { rowsOfPage } from './frame/limits.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/audit.ts'
import { Sequence } from './schemas/audit.ts'

const PAGE = 100

/** More would be no longer a look into the audit but a copy of it; days narrow it. */
const EXPORT_MAX = 50_000

export function addAudit(api: Api): void {
  api.openapi(routes.listAccessRecords, async (c) => {
    const { db, tenant } = await asked(c)
    const { cursor, limit: wanted = PAGE, act, ...filters } = c.req.valid('query')
    const question = questionOf({ ...filters, kind: act })
    const limit = rowsOfPage(c, wanted)
    const before = fromCursor(cursor, Sequence)
    const rows = await readAccesses(db, tenant, question, { before, limit: limit + 1 })
    const total = await countAccesses(db, tenant, question)
    return c.json({ ...pageOf(rows, limit, accessDto), total }, 200)
  })

  api.openapi(routes.listCommandRecords, async (c) => {
    const { db, tenant } = await asked(c)
    const { cursor, limit: wanted = PAGE, command, ...filters } = c.req.valid('query')
    const question = questionOf({ ...filters, kind: command })
    const limit = rowsOfPage(c, wanted)
    const before = fromCursor(cursor, Sequence)
    const rows = await readCommands(db, tenant, question, { before, limit: limit + 1 })
    const total = await countCommands(db, tenant, question)
    return c.json({ ...pageOf(rows, limit, commandDto), total }, 200)
  })

  api.openapi(routes.exportAudit, async (c) => {
    const actor = actorIn(c)
    authorise(actor, 'read-audit')
    const given = c.req.valid('json')
    const { read } = c.var.installation.store
    const page = { before: null, limit: EXPORT_MAX + 1 }
    const { language } = c.var
    const rows =
      given.what === 'records'
        ? auditTable.records(
            await readAccesses(read, actor.tenant, questionOf({ ...given, kind: given.act }), page),
            language,
          )
        : auditTable.entries(
            await readCommands(
              read,
              actor.tenant,
              questionOf({ ...given, kind: given.command }),
              page,
            ),
            language,
          )
    if (rows.length - 1 > EXPORT_MAX) throw tooMany()
    const bytes = new TextEncoder().encode(csvOf(rows))
    const sha256 = sha256Hex(bytes)
    const input = { filters: filtersIn(given), rows: rows.length - 1, sha256 }
    const command = {
      name: 'audit.export',
      permission: 'read-audit',
      weighty: true,
      input,
    } as const
    await write(writeContext(c), command, async () => ({ sha256 }))
    return c.body(bytes, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename*=UTF-8''audit-${given.what}.csv`,
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

/** What was asked for, by name; what was left open is left out. */
const filtersIn = (given: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

/** Whoever may look into the audit; that they did is part of it. */
async function asked(c: HttpContext) {
  const actor = actorIn(c)
  authorise(actor, 'read-audit')
  await noteAuditRead(c)
  return { db: c.var.installation.store.read, tenant: actor.tenant }
}

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

const DAY_MS = 86_400_000

/** Nothing was recorded in other centuries, and a database reads their years in its own way. */
const OF_OUR_TIME = /^2\d{3}-/

/**
 * The moment at which a day of the calendar of China begins, or so many days later. Problem:
 * `invalid-input` for a day that no calendar has.
 */
function momentOf(field: string, day: string, daysLater = 0): string {
  const begun = Date.parse(`${day}T00:00:00Z`)
  const isDay = !Number.isNaN(begun) && new Date(begun).toISOString().startsWith(day)
  if (!isDay || !OF_OUR_TIME.test(day)) {
    const reason = '没有这一天'
    throw new Problem('invalid-input', { field, reason, reasonEn: 'there is no such day' })
  }
  return new Date(begun + daysLater * DAY_MS - CHINA_AHEAD_MS).toISOString()
}

const CHINA_AHEAD_MS = 8 * 3_600_000

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

function pageOf<Row extends { readonly sequence: string }, Item>(
  rows: readonly Row[],
  limit: number,
  dto: (row: Row) => Item,
) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last !== undefined ? toCursor(last.sequence) : null
  return { items: items.map(dto), next }
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
