// The audit: what people did, whether it changed something or not.
import { createRoute, z } from '@hono/zod-openapi'
import { ACTS } from '../../../trust/audit/index.ts'
import { Day, Id, Moment } from './figure.ts'
import { body, json, PageQuery, problems, WriteHeaders } from './route.ts'

const tags = ['audit']

const Filters = z.object({
  from: Day.optional().openapi({ description: 'From the beginning of this day, in China.' }),
  to: Day.optional().openapi({ description: 'To the end of this day, in China.' }),
  person: Id.optional(),
  organisation: Id.optional(),
  role: z.string().min(1).max(100).optional(),
  object: z
    .string()
    .min(1)
    .max(300)
    .optional()
    .openapi({ description: 'Part of the id or address of what was asked for.' }),
  result: z.enum(['answered', 'refused']).optional(),
})

const AccessFilters = Filters.extend({ act: z.enum(ACTS).optional() })

const CommandFilters = Filters.omit({ result: true }).extend({
  object: Id.optional().openapi({ description: 'The id of an entry.' }),
  command: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .openapi({ description: 'How the name of the command begins.' }),
})

/** A place among the records, as cursors hold it. */
export const Sequence = z.string().regex(/^\d{1,18}$/)

const Who = z.object({ id: Id, name: z.string().nullable() }).nullable()

export const AccessRecordView = z
  .object({
    sequence: z.string(),
    at: Moment,
    act: z.enum(ACTS),
    person: Who,
    organisation: Who,
    role: z.string().nullable(),
    route: z.string(),
    what: z.string(),
    object: z.string(),
    levels: z.array(z.string()).openapi({ description: 'Levels of the labels answered.' }),
    count: z.int().openapi({ description: 'How many labelled things were answered.' }),
    code: z.string().nullable().openapi({ description: 'What was answered instead.' }),
    address: z.string(),
    request: Id.nullable(),
  })
  .openapi('AccessRecordView')

export const CommandRecordView = z
  .object({
    sequence: z.string(),
    at: Moment,
    command: z.string(),
    entry: Id,
    leaf: z.string().nullable().openapi({ description: 'Null while it waits to be signed.' }),
    person: Who,
    organisation: Who,
    role: z.string().nullable(),
  })
  .openapi('CommandRecordView')

export const AccessRecordPage = z
  .object({ items: z.array(AccessRecordView), next: z.string().nullable(), total: z.int() })
  .openapi('AccessRecordPage')

export const CommandRecordPage = z
  .object({ items: z.array(CommandRecordView), next: z.string().nullable(), total: z.int() })
  .openapi('CommandRecordPage')

export const listAccessRecords = createRoute({
  method: 'get',
  path: '/api/audit/records',
  tags,
  summary: 'Reads of entrusted material, exports, refusals and sign-ins, the newest first',
  request: { query: AccessFilters.extend(PageQuery.shape) },
  responses: { 200: json(AccessRecordPage, 'The records'), ...problems },
})

export const listCommandRecords = createRoute({
  method: 'get',
  path: '/api/audit/entries',
  tags,
  summary: 'Commands that went through, as the log tells them, the newest first',
  request: { query: CommandFilters.extend(PageQuery.shape) },
  responses: { 200: json(CommandRecordPage, 'The entries'), ...problems },
})

export const exportAudit = createRoute({
  method: 'post',
  path: '/api/audit/export',
  tags,
  summary: 'Records or entries as CSV; that they left is logged with their hash',
  request: {
    headers: WriteHeaders,
    body: body(
      z.discriminatedUnion('what', [
        AccessFilters.extend({ what: z.literal('records') }),
        CommandFilters.extend({ what: z.literal('entries') }),
      ]),
    ),
  },
  responses: {
    200: {
      description: 'The table, in the language of the user',
      content: { 'text/csv': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...problems,
  },
})
