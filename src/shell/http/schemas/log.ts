// The tamper-evident log: its newest signed state, the keys that sign it, and what can be proved.
import { createRoute, z } from '@hono/zod-openapi'
import { Id, Moment } from './figure.ts'
import { body, json, problems, WriteHeaders } from './route.ts'

const tags = ['log']

const Hash = z.string().openapi({ description: 'By the hash of the suite, base64.' })
const Suite = z.enum(['intl', 'gm']).openapi({
  description: 'intl: SHA-256 and Ed25519. gm: SM3 and SM2.',
})
const Size = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)

export const LogCheckpoint = z
  .object({
    origin: z.string().openapi({ description: 'Name of the log.' }),
    suite: Suite,
    size: z.int().openapi({ description: 'Leaves of the tree.' }),
    root: Hash,
    note: z.string().openapi({
      description: 'The checkpoint as a C2SP signed note, with the cosignatures of witnesses.',
    }),
    signedAt: z.string(),
    waiting: z.int().openapi({ description: 'Entries that are not in the tree yet.' }),
  })
  .openapi('LogCheckpoint')

export const readCheckpoint = createRoute({
  method: 'get',
  path: '/api/log/checkpoint',
  tags,
  summary:
    'The newest signed state of the log; whoever keeps it can tell later that nothing changed',
  responses: { 200: json(LogCheckpoint, 'The checkpoint'), ...problems },
})

export const LogKeys = z
  .object({
    items: z.array(
      z.object({
        id: z.string().openapi({ description: 'Eight hex digits.' }),
        key: z.string().openapi({ description: 'The public key as one word: name+id+key.' }),
        suite: Suite,
        madeAt: z.string(),
      }),
    ),
  })
  .openapi('LogKeys')

export const readLogKeys = createRoute({
  method: 'get',
  path: '/api/log/keys',
  tags,
  summary: 'Public keys that sign for the log, the first one first',
  responses: { 200: json(LogKeys, 'The keys'), ...problems },
})

export const InclusionProof = z
  .object({ entry: Id, leaf: z.int(), size: z.int(), hashes: z.array(Hash) })
  .openapi('InclusionProof')

export const proveInclusion = createRoute({
  method: 'get',
  path: '/api/log/inclusion',
  tags,
  summary: 'The proof that an entry is in the tree of a checkpoint, of the newest unless said',
  request: { query: z.object({ entry: Id, size: Size.optional() }) },
  responses: { 200: json(InclusionProof, 'After RFC 9162'), ...problems },
})

export const ConsistencyProof = z
  .object({ from: z.int(), size: z.int(), hashes: z.array(Hash) })
  .openapi('ConsistencyProof')

export const proveConsistency = createRoute({
  method: 'get',
  path: '/api/log/consistency',
  tags,
  summary: 'The proof that the tree of a checkpoint begins with that of an older one',
  request: { query: z.object({ from: Size, size: Size.optional() }) },
  responses: { 200: json(ConsistencyProof, 'After RFC 9162'), ...problems },
})

export const Witnessing = z
  .object({
    needed: z.int().openapi({ description: 'Witnesses that have to cosign a state; 0 for none.' }),
    witnessedSize: z
      .int()
      .nullable()
      .openapi({ description: 'The largest tree that so many witnesses vouch for.' }),
    witnesses: z.array(
      z.object({
        id: z.string().openapi({ description: 'Eight hex digits.' }),
        name: z.string(),
        key: z.string().openapi({ description: 'The public key as one word: name+id+key.' }),
        organisation: z.string(),
        registeredAt: Moment,
        retiredAt: Moment.nullable(),
        size: z.int().nullable().openapi({ description: 'The largest tree that it cosigned.' }),
        signedAt: Moment.nullable(),
        state: z.enum(['never', 'late', 'current']),
      }),
    ),
    forks: z
      .array(z.object({ size: z.int(), note: z.string(), reportedAt: Moment }))
      .openapi({ description: 'States that this log signed and does not keep.' }),
  })
  .openapi('Witnessing')

const told = { 200: json(Witnessing, 'Who witnesses the log, and how far'), ...problems }

export const readWitnessing = createRoute({
  method: 'get',
  path: '/api/log/witnesses',
  tags,
  summary: 'Who witnesses the log, how far, and whether it was ever told in two ways',
  responses: told,
})

export const registerWitness = createRoute({
  method: 'post',
  path: '/api/log/witnesses',
  tags,
  summary: 'Let an organisation cosign the states of the log by this key',
  request: {
    headers: WriteHeaders,
    body: body(z.object({ key: z.string().min(1).max(400), organisation: Id })),
  },
  responses: told,
})

export const endWitness = createRoute({
  method: 'delete',
  path: '/api/log/witnesses/{id}',
  tags,
  summary: 'End the standing of a witness; what it cosigned stays',
  request: {
    headers: WriteHeaders,
    params: z.object({ id: z.string().regex(/^[0-9a-f]{8}$/) }),
  },
  responses: told,
})

export const setWitnessesNeeded = createRoute({
  method: 'put',
  path: '/api/log/witnesses/needed',
  tags,
  summary: 'Set how many witnesses have to cosign a state',
  request: {
    headers: WriteHeaders,
    body: body(z.object({ needed: z.int().min(0).max(99) })),
  },
  responses: told,
})

export const takeCosignatures = createRoute({
  method: 'post',
  path: '/api/log/cosignatures',
  tags,
  summary: 'Hand in a checkpoint that a witness cosigned',
  request: {
    headers: WriteHeaders,
    body: body(
      z.object({
        note: z.string().min(1).max(20_000).openapi({ description: 'The whole signed note.' }),
      }),
    ),
  },
  responses: told,
})
