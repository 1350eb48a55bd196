import type { JsonValue } from '../../base/index.ts'
import {
  canonicalJson,
  Problem,
  sha256Hex,
  type Uuid,
  uuidOf,
  type Words,
} from '../../base/index.ts'
import type { Queue } from '../../store/index.ts'
import { visible } from '../../trust/access/index.ts'
import { type WriteContext, write } from '../../trust/gate/index.ts'
import { type EvidenceRules, publishBatch } from '../evidence/index.ts'
import { readSource } from '../sources/index.ts'
import { NO_COUNTS } from './model.ts'
import { insertMapping, openBatch, publishedBatches, readBatch, setBatchState } from './store.ts'
import { notReady } from './words.ts'

/** The kind under which import jobs stand in the queue. */
export const IMPORT_JOB = 'import-table'

/** A mapping that was validated by the reader. */
export interface ValidMapping {
  readonly id: string
  readonly title: Words
}

export function mappingHash(mapping: ValidMapping): string {
  return sha256Hex(canonicalJson(mapping as unknown as JsonValue))
}

/**
 * Keeps a mapping under its id, as a new version where it differs from the newest.
 *
 * Problems: `forbidden`, `key-reused`.
 */
export async function saveMapping(context: WriteContext, mapping: ValidMapping): Promise<number> {
  const { actor, now } = context
  const content = mapping as unknown as JsonValue
  const { output } = await write(
    context,
    { name: 'save-mapping', permission: 'manage-mappings', input: { mapping: content } },
    async (tx) => ({
      version: await insertMapping(tx, actor.tenant, {
        id: mapping.id,
        title: mapping.title,
        hash: mappingHash(mapping),
        content,
        createdBy: actor.person,
        createdAt: now.toISOString(),
      }),
    }),
  )
  return output.version
}

/** What an import job is asked to do. */
export interface ImportInput {
  readonly batch: Uuid
  readonly publish: boolean
  readonly dryRun: boolean
  /** In which role the person asked; the publication at the end happens in it. */
  readonly organisation: Uuid
  readonly role: string
}

/**
 * Records an import and queues its job. The same source through the same mapping is one batch, so
 * asking again takes the batch up where it is and doubles nothing.
 *
 * Problems: `forbidden`, `not-found` for the source, `key-reused`.
 */
export async function startImport(
  context: WriteContext,
  queue: Queue,
  input: {
    readonly source: Uuid
    readonly mapping: ValidMapping
    readonly publish: boolean
    readonly dryRun: boolean
  },
): Promise<{ job: Uuid; batch: Uuid }> {
  const { actor, now } = context
  const { tenant, person, organisation, role } = actor
  const source = await readSource(context.store.read, visible(actor), input.source)
  if (source === null) throw new Problem('not-found', { what: input.source })
  const hash = mappingHash(input.mapping)
  const batch = uuidOf(String(tenant), 'batch', source.id, hash, input.dryRun ? 'rehearsal' : '')
  const content = input.mapping as unknown as JsonValue
  const { output } = await write(
    context,
    {
      name: 'start-import',
      permission: 'import-table',
      input: { source: source.id, mapping: hash, publish: input.publish, dryRun: input.dryRun },
      object: { label: source.label },
    },
    async (tx) => {
      const at = now.toISOString()
      const { id, title } = input.mapping
      const kept = { id, title, hash, content, createdBy: person, createdAt: at }
      const version = await insertMapping(tx, tenant, kept)
      const request: ImportInput = {
        batch,
        publish: input.publish,
        dryRun: input.dryRun,
        organisation,
        role,
      }
      const job = await queue.enqueue(tx, {
        tenant,
        kind: IMPORT_JOB,
        input: { ...request },
        actor: person,
        title: source.title,
      })
      await openBatch(tx, {
        tenant,
        id: batch,
        source: source.id,
        mappingId: id,
        mappingVersion: version,
        mappingHash: hash,
        mapping: content,
        job,
        state: 'open',
        counts: NO_COUNTS,
        createdBy: person,
        createdAt: at,
      })
      return { job, batch }
    },
  )
  return output
}

/**
 * Publishes what an import staged, by one decision, and withdraws what it replaces: earlier
 * readings of the same file, and readings of a source that this one corrects. A batch that is
 * published already stays as it is.
 *
 * Problems: `forbidden` (role or publishing policy), `not-found`, `conflict` while the import has
 * not ended, `key-reused`.
 */
export async function publishImport(
  context: WriteContext,
  rules: EvidenceRules,
  by: { readonly job: Uuid } | { readonly id: Uuid },
): Promise<{ claims: number; root: string | null }> {
  const { tenant } = context.actor
  const batch = await readBatch(context.store.read, tenant, by)
  const source =
    batch === null
      ? null
      : await readSource(context.store.read, visible(context.actor), batch.source)
  if (batch === null || source === null) throw new Problem('not-found', { what: 'batch' })
  if (batch.state === 'published') return { claims: 0, root: null }
  if (batch.state !== 'ready') throw notReady()
  const sources = source.supersedes === null ? [source.id] : [source.id, source.supersedes]
  const earlier = await publishedBatches(context.store.read, tenant, sources)
  const isReplaced = (one: (typeof earlier)[number]): boolean =>
    one.id !== batch.id && (one.source !== source.id || one.mappingId === batch.mappingId)
  const replaces = earlier.filter(isReplaced).map((one) => one.id)
  const { id } = batch
  return publishBatch(
    context,
    rules,
    { id, source: source.id, sourceClass: source.class, replaces },
    (tx) => setBatchState(tx, tenant, id, 'published'),
  )
}
