// Lists of a chain: drawn up, changed by hand, submitted and signed; why a row is there.
import { createRoute, z } from '@hono/zod-openapi'
import { ClaimView } from './claims.ts'
import { AsOf, Figure, Id, Moment, Words } from './figure.ts'
import { body, json, PageQuery, problems, WriteHeaders } from './route.ts'

const tags = ['lists']

const ListId = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9-]{0,39}$/)
  .openapi({ example: 'weak-stages', description: 'The id that the file of the list gives it.' })
const Ordinal = z.coerce.number().int().min(1).max(1_000_000)
const State = z.enum(['draft', 'submitted', 'signed'])
const Outcome = z.enum(['holds', 'fails', 'unknown'])

const byList = z.object({ id: ListId })
export const byVersion = z.object({ id: ListId, number: Ordinal })
const OfChain = z.object({ chain: Id })

const ListHead = z
  .object({
    id: ListId,
    order: z.int(),
    words: Words,
    about: Words,
    leaves: Words,
    fill: Words,
    curated: z.boolean(),
    kinds: z.array(z.string()),
    rules: z.array(z.object({ words: Words, rule: z.string(), needed: z.boolean() })),
    columns: z.array(
      z.object({
        id: z.string(),
        words: Words,
        align: z.enum(['start', 'end']),
        shown: z.boolean(),
      }),
    ),
  })
  .openapi('ListHead')

const ListVersionHead = z
  .object({
    number: z.int(),
    state: State,
    known: Moment.openapi({ description: 'The moment of knowledge that it looks at.' }),
    valid: z.string(),
    candidates: z.int(),
    undecided: z.int(),
    rows: z.int(),
    seal: z.string().nullable().openapi({ description: 'SHA-256 over the rows, once signed.' }),
  })
  .openapi('ListVersionHead')

const ListStep = z
  .object({
    act: z.enum(['draw', 'curate', 'submit', 'return', 'sign']),
    by: z.object({ id: Id, name: z.string() }),
    at: Moment,
    note: z.string().nullable(),
    mode: z.enum(['four-eyes', 'one-person']),
  })
  .openapi('ListStep')

const ListCell = z
  .object({
    column: z.string(),
    figures: z.array(Figure),
    codes: z.array(z.string().nullable()).openapi({
      description: 'What each figure means in closed words: a verdict, a mark, a distance.',
    }),
    words: Words.nullable(),
  })
  .openapi('ListCell')

const Change = z.enum(['added', 'changed', 'removed', 'same'])

const Curation = z
  .object({
    act: z.enum(['add', 'remove']),
    reason: z.string(),
    claim: Id,
    by: Id,
    at: Moment,
  })
  .openapi('ListCuration')

const ListRow = z
  .object({
    thing: Id,
    kind: z.string(),
    name: Figure,
    place: z.int().nullable(),
    entered: z.enum(['rule', 'pack', 'person']),
    pack: z
      .object({ version: z.int(), reason: Words, citation: z.string() })
      .nullable()
      .openapi({ description: 'What the file of the list gives for a row that it names.' }),
    change: Change.nullable(),
    changes: z.array(
      z.object({
        column: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
    cells: z.array(ListCell),
    reasons: z.array(Words).openapi({ description: 'The conditions that hold, in words.' }),
    office: Figure.nullable(),
    curation: Curation.nullable(),
    sources: z.int(),
    basis: z.string().nullable(),
    stale: z.boolean(),
    synthetic: z.boolean(),
    fallen: z.int(),
  })
  .openapi('ListRow')

const Changes = z.object({
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  same: z.int(),
})

export const ListView = z
  .object({
    chain: z.object({ id: Id, name: z.string(), synthetic: z.boolean() }),
    list: ListHead,
    atHand: z.boolean().openapi({ description: 'Whether its file is there, to draw it up by.' }),
    version: ListVersionHead.nullable(),
    steps: z.array(ListStep),
    onePerson: z.boolean(),
    compared: z.int().nullable(),
    rows: z.array(ListRow),
    total: z.int().openapi({
      description: 'How many rows were asked for, over all pages; those taken out are among them.',
    }),
    next: z.string().nullable(),
  })
  .openapi('ListView')

export const ListCounts = z
  .object({
    number: z.int(),
    counts: z.object({
      rows: z.int(),
      marked: z.int(),
      single: z.int(),
      stale: z.int(),
      fallen: z.int(),
      unassigned: z.int(),
      synthetic: z.int(),
    }),
    waiting: z.array(z.string()).openapi({
      description: 'Rows that the file names for the chain and that are not in the version.',
    }),
    compared: z.int().nullable(),
    changes: Changes,
  })
  .openapi('ListCounts')

export const ListsAnswer = z
  .object({
    chain: z.object({ id: Id, name: z.string(), synthetic: z.boolean() }).nullable(),
    items: z.array(
      z.object({
        list: ListHead,
        atHand: z.boolean(),
        newest: ListVersionHead.nullable(),
        signed: z.int().nullable(),
      }),
    ),
  })
  .openapi('ListsAnswer')

const Why = z
  .object({
    thing: Id,
    name: Figure,
    row: ListRow.nullable(),
    conditions: z.array(
      z.object({
        words: Words,
        rule: z.string(),
        needed: z.boolean(),
        outcome: Outcome,
        reason: Words.nullable(),
        actual: z.array(Figure),
        claims: z.array(ClaimView),
      }),
    ),
    leaves: Words,
    curatedBy: ClaimView.nullable(),
  })
  .openapi('ListWhy')

const Gaps = z
  .object({
    candidates: z.int(),
    enter: z.int(),
    undecided: z.int(),
    conditions: z.array(
      z.object({
        words: Words,
        rule: z.string(),
        needed: z.boolean(),
        holds: z.int(),
        fails: z.int(),
        unknown: z.int(),
        missing: z.array(z.object({ words: Words, things: z.int() })),
      }),
    ),
    things: z.array(
      z.object({
        thing: Id,
        kind: z.string(),
        name: Figure,
        waits: z.array(z.object({ words: Words, reason: Words })),
      }),
    ),
    named: z
      .array(
        z.object({
          name: z.string(),
          kind: z.string(),
          why: Words,
          reason: Words,
          citation: z.string(),
        }),
      )
      .openapi({ description: 'Rows that the file names and that wait, and what they wait for.' }),
    fill: Words,
  })
  .openapi('ListGaps')

const Changed = z
  .object({ number: z.int(), state: State, rows: z.int(), seal: z.string().nullable() })
  .openapi('ListChanged')

const Note = z.string().min(1).max(1000)
const Compared = OfChain.extend({ number: Ordinal.optional(), compare: Ordinal.optional() })

export const listLists = createRoute({
  method: 'get',
  path: '/api/lists',
  tags,
  summary: 'The lists of a chain, with the newest version of each',
  request: { query: OfChain.partial() },
  responses: { 200: json(ListsAnswer, 'The lists; without a chain, those at hand'), ...problems },
})

export const readList = createRoute({
  method: 'get',
  path: '/api/lists/{id}',
  tags,
  summary: 'A version of a list: a page of its rows, and how each differs from an earlier version',
  request: {
    params: byList,
    query: Compared.extend({
      ...PageQuery.shape,
      q: z.string().max(100).optional().openapi({ description: 'Characters that a name holds.' }),
      only: z.enum(['changes']).optional().openapi({ description: 'Only rows that differ.' }),
      sort: z
        .string()
        .regex(/^-?[a-zA-Z0-9-]{1,64}$/)
        .optional()
        .openapi({ description: 'A column, `name`, `sources` or `basis`; after `-` downwards.' }),
    }),
  },
  responses: { 200: json(ListView, 'The list'), ...problems },
})

export const countList = createRoute({
  method: 'get',
  path: '/api/lists/{id}/counts',
  tags,
  summary: 'What is to be known of all rows of a version before it is signed, in numbers',
  request: { params: byList, query: Compared },
  responses: { 200: json(ListCounts, 'The numbers'), ...problems },
})

export const listVersions = createRoute({
  method: 'get',
  path: '/api/lists/{id}/versions',
  tags,
  summary: 'The versions of a list of a chain, the newest first',
  request: { params: byList, query: OfChain },
  responses: {
    200: json(
      z.object({ items: z.array(ListVersionHead.extend({ steps: z.array(ListStep) })) }),
      'The versions',
    ),
    ...problems,
  },
})

export const readDifference = createRoute({
  method: 'get',
  path: '/api/lists/{id}/difference',
  tags,
  summary: 'What differs between two versions of a list',
  request: { params: byList, query: OfChain.extend({ from: Ordinal, to: Ordinal }) },
  responses: {
    200: json(
      z.object({ from: z.int(), to: z.int(), changes: Changes, rows: z.array(ListRow) }),
      'The rows that were added, changed or removed',
    ),
    ...problems,
  },
})

export const readWhy = createRoute({
  method: 'get',
  path: '/api/lists/{id}/why',
  tags,
  summary: 'Why a thing is in a version of a list, or why it is not',
  request: { params: byList, query: Compared.extend({ number: Ordinal, thing: Id }) },
  responses: { 200: json(Why, 'Each condition with its claims'), ...problems },
})

export const readGaps = createRoute({
  method: 'get',
  path: '/api/lists/{id}/gaps',
  tags,
  summary:
    'Why things do not enter a list: each condition over all candidates, and what is missing',
  request: { params: byList, query: OfChain.extend(AsOf.shape) },
  responses: { 200: json(Gaps, 'What keeps things out'), ...problems },
})

export const drawList = createRoute({
  method: 'post',
  path: '/api/lists/{id}/versions',
  tags,
  summary: 'Draw up the next version of a list, or its open draft anew',
  request: {
    headers: WriteHeaders,
    params: byList,
    body: body(OfChain.extend(AsOf.shape)),
  },
  responses: { 201: json(Changed, 'The draft'), ...problems },
})

export const curateList = createRoute({
  method: 'post',
  path: '/api/lists/{id}/versions/{number}/rows',
  tags,
  summary:
    'Add a row to a draft or take one out by hand, for a reason and on the ground of a claim',
  request: {
    headers: WriteHeaders,
    params: byVersion,
    body: body(
      OfChain.extend({
        thing: Id,
        act: z.enum(['add', 'remove', 'undo']),
        reason: Note,
        claim: Id.optional(),
      }),
    ),
  },
  responses: { 200: json(Changed, 'The draft'), ...problems },
})

const stepOf = (name: 'submit' | 'sign', summary: string) =>
  createRoute({
    method: 'post',
    path: `/api/lists/{id}/versions/{number}/${name}`,
    tags,
    summary,
    request: {
      headers: WriteHeaders,
      params: byVersion,
      body: body(OfChain.extend({ note: Note.optional() })),
    },
    responses: { 200: json(Changed, 'The version'), ...problems },
  })

export const submitList = stepOf('submit', 'Submit a draft for its signature')
export const signList = stepOf('sign', 'Sign a submitted version, which is then frozen')

export const returnList = createRoute({
  method: 'post',
  path: '/api/lists/{id}/versions/{number}/return',
  tags,
  summary: 'Send a submitted version back to be changed',
  request: {
    headers: WriteHeaders,
    params: byVersion,
    body: body(OfChain.extend({ reason: Note })),
  },
  responses: { 200: json(Changed, 'The draft'), ...problems },
})
