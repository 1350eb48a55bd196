import type { JsonValue } from '../../base/index.ts'
import {
  canonicalJson,
  Problem,
  sha256Hex,
  type Uuid,
  uuidOf,
  type Words,
} from '../../base/index.ts'
import type { Database, Queue } from '../../store/index.ts'
import { visible } from '../../trust/access/index.ts'
import { type WriteContext, write } from '../../trust/gate/index.ts'
import { type EvidenceRules, isDecided, latestOver, publishBatch } from '../evidence/index.ts'
import { readSource, type SourceRow } from '../sources/index.ts'
import { NO_COUNTS } from './model.ts'
import {
  insertMapping,
  isCorrected,
  markPublished,
  openBatch,
  publishedBatches,
  readBatch,
  supersededSources,
} from './store.ts'
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
 * The source of an import that may begin; whoever writes something beforehand asks this first.
 * Problems: `not-found`, `source-is-text`, `source-superseded`.
 */
export async function importableSource(
  { actor, store }: Pick<WriteContext, 'actor' | 'store'>,
  input: { readonly source: Uuid; readonly publish: boolean; readonly dryRun: boolean },
): Promise<SourceRow> {
  const source = await readSource(store.read, visible(actor), input.source)
  if (source === null) throw new Problem('not-found', { what: input.source })
  if (source.textVersion !== null) throw new Problem('source-is-text')
  if (input.publish && !input.dryRun) await refuseCorrected(store.read, actor.tenant, source.id)
  return source
}

/**
 * Records an import and queues its job. The same source through the same mapping is one batch, so
 * asking again takes the batch up where it is and doubles nothing.
 *
 * Problems: `forbidden`, `not-found` for the source, `source-is-text`, `source-superseded` where it is to be published
 * and its correction stands, `key-reused`.
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
  const source = await importableSource(context, input)
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
        about: { subject: source.id, label: source.label },
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

async function refuseCorrected(db: Database, tenant: number, source: Uuid): Promise<void> {
  if (await isCorrected(db, tenant, source)) throw new Problem('source-superseded')
}

async function standsNow(db: Database, tenant: number, batch: Uuid): Promise<boolean> {
  if (!(await isDecided(db, tenant, batch))) return false
  return (await latestOver(db, tenant, batch))?.kind !== 'withdraw'
}

/**
 * Publishes what an import staged, by one decision, and withdraws what it replaces: earlier
 * readings of the same file, and readings of sources that this one corrects. A batch that stands
 * already stays as it is; one that was taken back stands again.
 *
 * Problems: `forbidden` (role or publishing policy), `not-found`, `conflict` while the import has
 * not ended, `source-superseded` where the correction of the source stands, `key-reused`.
 */
export async function publishImport(
  context: WriteContext,
  rules: EvidenceRules,
  by: { readonly job: Uuid } | { readonly id: Uuid },
): Promise<{ claims: number; root: string | null }> {
  const { tenant } = context.actor
  const { read } = context.store
  const batch = await readBatch(read, tenant, by)
  const source =
    batch === null ? null : await readSource(read, visible(context.actor), batch.source)
  if (batch === null || source === null) throw new Problem('not-found', { what: 'batch' })
  const { id } = batch
  if (await standsNow(read, tenant, id)) return NOTHING
  if (batch.state !== 'ready' && batch.state !== 'published') throw notReady()
  await refuseCorrected(read, tenant, source.id)
  const sources = [source.id, ...(await supersededSources(read, tenant, source.id))]
  const earlier = await publishedBatches(read, tenant, sources)
  const isReplaced = (one: (typeof earlier)[number]): boolean =>
    one.id !== id && (one.source !== source.id || one.mappingId === batch.mappingId)
  const replaces = earlier.filter(isReplaced).map((one) => one.id)
  try {
    return await publishBatch(
      context,
      rules,
      { id, source: source.id, sourceClass: source.class, replaces },
      (tx) => markPublished(tx, tenant, id),
    )
  } catch (error) {
    // Another job over the same file may have published it in the meantime.
    if (await standsNow(read, tenant, id)) return NOTHING
    throw error
  }
}

const NOTHING = { claims: 0, root: null } as const
