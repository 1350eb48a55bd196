// Backups: what is kept, how durable the store is, and taking one.
import { createRoute, z } from '@hono/zod-openapi'
import { Moment } from './figure.ts'
import { JobView, StartedJob } from './jobs.ts'
import { body, json, problems, WriteHeaders } from './route.ts'

const tags = ['backups']

const Hex = z.string().openapi({ description: 'SHA-256 as hex.' })

export const BackupView = z
  .object({
    name: z.string(),
    folder: z.string().openapi({ description: 'On the machine of the server.' }),
    takenAt: Moment,
    digest: Hex,
    rows: z.int(),
    blobs: z.int(),
    sizeBytes: z.int(),
    program: z.string(),
    schema: z.int(),
    durability: z.enum(['D0', 'D1', 'D2']),
    logs: z.array(z.object({ tenant: z.int(), size: z.int(), root: Hex })),
  })
  .openapi('BackupView')

export const Backups = z
  .object({
    items: z.array(BackupView).openapi({ description: 'The newest first.' }),
    folder: z.string(),
    kept: z.int().openapi({ description: 'How many are kept.' }),
    durability: z.enum(['D0', 'D1', 'D2']),
    engine: z.enum(['pglite', 'postgres']),
    journal: z.object({ sizeBytes: z.int() }).nullable().openapi({
      description: 'The journal that guards the embedded store; its newest segment.',
    }),
    running: JobView.nullable().openapi({ description: 'A backup that waits or is being taken.' }),
    failed: JobView.nullable().openapi({
      description: 'The last attempt, where it failed and no backup was taken since.',
    }),
    now: Moment,
    overdue: z
      .boolean()
      .openapi({ description: 'There is none, or the newest is older than a day.' }),
  })
  .openapi('Backups')

export const listBackups = createRoute({
  method: 'get',
  path: '/api/backups',
  tags,
  summary: 'The backups that are kept, and how durable the store is without them',
  responses: { 200: json(Backups, 'Backups'), ...problems },
})

export const takeBackup = createRoute({
  method: 'post',
  path: '/api/backups',
  tags,
  summary: 'Take a backup, as a job; naming a folder is for the command line of this machine alone',
  request: {
    headers: WriteHeaders,
    body: body(z.object({ folder: z.string().min(1).max(4_000).nullable().default(null) })),
  },
  responses: { 202: json(StartedJob, 'The job that does it'), ...problems },
})
