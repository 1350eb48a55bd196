// Collection rounds: what is asked of whom, the workbooks that go out and come back, their answers.
import { createRoute, z } from '@hono/zod-openapi'
import { CELL_STATES, ROUND_STATES } from '../../../exchange/collection/index.ts'
import { DECISION_REASONS } from '../../../graph/evidence/index.ts'
import { LABEL_LEVELS } from '../../../trust/access/index.ts'
import { Day, Figure, Id, Moment, Named, ThingRef, Words } from './figure.ts'
import { body, byId, Cursor, json, page, problems, WriteHeaders } from './route.ts'

const tags = ['collections']

export const CollectionMeter = z
  .object({
    asked: z.int().openapi({ description: 'Fields asked.' }),
    answered: z.int().openapi({ description: 'Fields answered: accepted, or waiting for it.' }),
    waiting: z.int(),
    accepted: z.int(),
    refused: z.int(),
    declined: z
      .int()
      .openapi({ description: 'Fields of which the recipient says it cannot tell.' }),
    twice: z.int().openapi({ description: 'Fields asked although another round had asked them.' }),
  })
  .openapi('CollectionMeter')

const Saved = z
  .object({
    known: z.int().openapi({ description: 'Cells not asked, since a fresh value stands.' }),
    elsewhere: z.int().openapi({ description: 'Cells not asked, since another open round does.' }),
    answered: z
      .int()
      .openapi({ description: 'Cells not asked, since an answer to another round waits.' }),
  })
  .openapi('CollectionSaved')

const Property = z.object({ id: z.string(), words: Words })

const Head = z.object({
  id: Id,
  code: z.string().openapi({ description: 'Six signs that stand on every sheet.' }),
  title: z.string(),
  state: z.enum(ROUND_STATES),
  kind: z.string(),
  kindWords: Words,
  chain: Named,
  region: Words.nullable(),
  list: Words.nullable(),
  answeredBy: z.enum(['department', 'firm']),
  properties: z.array(Property),
  validFrom: Day,
  period: Words.openapi({ description: 'The time asked about, in words.' }),
  validTo: Day.nullable().openapi({ description: 'The first day after the time asked about.' }),
  due: Day,
  days: z.int().openapi({ description: 'Days until the deadline; negative once it has passed.' }),
  createdAt: Moment,
  sentAt: Moment.nullable(),
  closedAt: Moment.nullable(),
  saved: Saved,
  meter: CollectionMeter,
  answered: z.int().openapi({ description: 'Recipients of whom nothing is open any more.' }),
  late: z.int().openapi({ description: 'Recipients beyond the deadline with something open.' }),
})

export const CollectionHead = Head.extend({ recipients: z.int() }).openapi('CollectionHead')

export const CollectionProblem = z
  .object({
    code: z.string(),
    taken: z
      .boolean()
      .openapi({ description: 'Whether what stands there was taken all the same.' }),
    sheet: z.string().nullable(),
    row: z.int().nullable(),
    cell: z.string().nullable(),
    thing: Id.nullable(),
    name: z.string(),
    given: z.string().openapi({ description: 'What was written there, letter for letter.' }),
    words: Words,
  })
  .openapi('CollectionProblem')

export const CollectionReturn = z
  .object({
    number: z.int(),
    source: Id,
    fileName: z.string(),
    returnedBy: z.string(),
    returnedAt: Moment,
    counts: z.object({
      answers: z.int(),
      repeated: z.int(),
      declined: z.int(),
      unanswered: z.int(),
    }),
    problems: z.array(CollectionProblem),
  })
  .openapi('CollectionReturn')

export const CollectionRecipient = z
  .object({
    ordinal: z.int(),
    name: z.string(),
    code: z.string().nullable(),
    workbook: z.string().openapi({ description: 'The code of its workbook.' }),
    hasAccount: z.boolean(),
    things: z.int(),
    meter: CollectionMeter,
    following: z.enum(['answered', 'partly', 'awaited', 'late']),
    reminder: Words.nullable().openapi({
      description: 'A note to copy; nothing is sent by itself.',
    }),
    returns: z.array(CollectionReturn),
  })
  .openapi('CollectionRecipient')

export const CollectionView = Head.extend({
  recipients: z.array(CollectionRecipient),
}).openapi('CollectionView')

export const CollectionCell = z
  .object({
    thing: ThingRef,
    property: z.string(),
    words: Words,
    recipient: z.int(),
    why: z.enum(['missing', 'stale']),
    again: z.string().nullable().openapi({ description: 'Why it is asked again.' }),
    state: z.enum(CELL_STATES),
    claim: Id.nullable().openapi({ description: 'The claim that answers it.' }),
    before: Figure.nullable(),
    answer: Figure.nullable(),
    change: z.enum(['new', 'same', 'changed']).nullable(),
  })
  .openapi('CollectionCell')

const Text = (most: number) => z.string().trim().min(1).max(most)

const Departments = z
  .array(
    z.object({
      organisation: Id,
      properties: z
        .array(Text(100))
        .max(50)
        .optional()
        .openapi({ description: 'What it answers for; all when left out.' }),
      region: Text(40)
        .optional()
        .openapi({ description: 'Where it answers, as a code or name; everywhere when left out.' }),
    }),
  )
  .min(1)
  .max(500)

/** What is asked, where, and of whom. */
export const CollectionPlanInput = z.object({
  chain: Id,
  kind: Text(100),
  region: Text(40).optional().openapi({ description: 'Code or name of a division.' }),
  list: Text(100).optional().openapi({ description: 'A list of the chain as the scope.' }),
  properties: z.array(Text(100)).min(1).max(50),
  departments: Departments.optional().openapi({
    description: 'The bodies that answer; each firm answers for itself when left out.',
  }),
  again: Text(200)
    .optional()
    .openapi({ description: 'Why cells are asked that another round asks or has an answer to.' }),
})

const RoundInput = CollectionPlanInput.extend({
  title: Text(100),
  due: Day,
  period: Text(40).openapi({ description: 'The time asked about: 2025, 2025年上半年, a day.' }),
  label: z.enum(LABEL_LEVELS).default('internal').openapi({
    description: 'Of what comes back; closer than internal names the office that asks.',
  }),
})

export const CollectionPlan = z
  .object({
    things: z.int(),
    asked: z.int(),
    missing: z.int(),
    stale: z.int(),
    twice: z.int(),
    unassigned: z.int().openapi({ description: 'Cells that nobody of those chosen answers.' }),
    saved: Saved,
    properties: z.array(Property.extend({ asked: z.int(), spared: z.int(), unassigned: z.int() })),
    recipients: z.array(
      z.object({
        name: z.string(),
        hasAccount: z.boolean(),
        things: z.int(),
        asked: z.int(),
      }),
    ),
  })
  .openapi('CollectionPlan')

export const CollectionList = page(CollectionHead).extend({ meter: CollectionMeter })

export const listCollections = createRoute({
  method: 'get',
  path: '/api/collections',
  tags,
  summary: 'Collection rounds, the newest first; to those who answer, the ones sent to them',
  responses: {
    200: json(CollectionList, 'Rounds, and the meter of all that were sent'),
    ...problems,
  },
})

export const listDepartments = createRoute({
  method: 'get',
  path: '/api/collections/departments',
  tags,
  summary: 'Bodies that may be asked',
  responses: {
    200: json(page(Named), 'Government bodies'),
    ...problems,
  },
})

export const planCollection = createRoute({
  method: 'post',
  path: '/api/collections/plan',
  tags,
  summary: 'What a round would ask, of whom, and what it need not ask; writes nothing',
  request: { body: body(CollectionPlanInput) },
  responses: { 200: json(CollectionPlan, 'The plan'), ...problems },
})

export const CollectionComposed = z.object({ id: Id, code: z.string(), cells: z.int() })

export const composeCollection = createRoute({
  method: 'post',
  path: '/api/collections',
  tags,
  summary: 'Compose a round as a draft; its cells are asked by no other round from now on',
  request: { headers: WriteHeaders, body: body(RoundInput) },
  responses: { 201: json(CollectionComposed, 'The draft'), ...problems },
})

export const CollectionReturned = z.object({ round: Id, recipient: CollectionRecipient })

export const returnWorkbook = createRoute({
  method: 'post',
  path: '/api/collections/returns',
  tags,
  summary: 'Bring a returned workbook, which is known by its signs; its answers wait',
  request: {
    headers: WriteHeaders.extend({
      'X-File-Name': z
        .string()
        .min(1)
        .max(2_000)
        .openapi({ description: 'Name of the file, percent-encoded.' }),
    }),
    query: z.object({
      round: Id.optional().openapi({ description: 'The round whose page it is brought to.' }),
    }),
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
  responses: { 201: json(CollectionReturned, 'What it came to'), ...problems },
})

export const readCollection = createRoute({
  method: 'get',
  path: '/api/collections/{id}',
  tags,
  summary: 'One round with its recipients; those who answer see themselves alone',
  request: { params: byId(Id) },
  responses: { 200: json(CollectionView, 'The round'), ...problems },
})

export const listCollectionCells = createRoute({
  method: 'get',
  path: '/api/collections/{id}/cells',
  tags,
  summary: 'Cells that are asked, each beside what stands and what was answered',
  request: {
    params: byId(Id),
    query: z.object({
      recipient: z.coerce.number().int().min(1).max(10_000).optional(),
      state: z.enum(CELL_STATES).optional(),
      cursor: Cursor.optional(),
      limit: z.coerce.number().int().min(1).max(500).optional(),
    }),
  },
  responses: {
    200: json(page(CollectionCell).extend({ total: z.int() }), 'Cells'),
    ...problems,
  },
})

const stepOf = (name: 'send' | 'close', summary: string) =>
  createRoute({
    method: 'post',
    path: `/api/collections/{id}/${name}`,
    tags,
    summary,
    request: { headers: WriteHeaders, params: byId(Id), body: body(z.object({})) },
    responses: { 200: json(CollectionView, 'The round'), ...problems },
  })

export const sendCollection = stepOf('send', 'Send a draft: recipients see it, returns are taken')
export const closeCollection = stepOf('close', 'Close a round, or drop a draft')

export const exportWorkbooks = createRoute({
  method: 'post',
  path: '/api/collections/{id}/workbooks',
  tags,
  summary: 'The workbook of one recipient, or those of all in a ZIP; that it left is logged',
  request: {
    headers: WriteHeaders,
    params: byId(Id),
    body: body(z.object({ recipient: z.int().min(1).max(10_000).optional() })),
  },
  responses: {
    200: {
      description: 'The file',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...problems,
  },
})

export const CollectionDecided = z.object({ decision: Id, claims: z.int() })

export const decideCollection = createRoute({
  method: 'post',
  path: '/api/collections/{id}/decide',
  tags,
  summary: 'Accept answers, which become facts, or refuse them, which are then open again',
  request: {
    headers: WriteHeaders,
    params: byId(Id),
    body: body(
      z.object({
        kind: z.enum(['accept', 'reject']),
        claims: z.array(Id).min(1).max(500),
        reason: z.enum(DECISION_REASONS).optional(),
      }),
    ),
  },
  responses: {
    200: json(CollectionDecided, 'The decision'),
    ...problems,
  },
})
