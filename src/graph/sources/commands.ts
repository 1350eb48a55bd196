import { Problem, sha256Hex, type Uuid, unifyLineEnds, uuidOf } from '../../base/index.ts'
import { type Database, labelJobs } from '../../store/index.ts'
import { authorise, visible } from '../../trust/access/index.ts'
import { type WriteContext, write } from '../../trust/gate/index.ts'
import type { SourceFacts, SourceRow } from './model.ts'
import { insertParts, insertSource, readSource, setTextVersion, updateSource } from './store.ts'
import { TEXT_VERSION, textParts } from './text-parts.ts'

/** The id of a source: the same bytes are the same source within a tenant. */
export function sourceId(tenant: number, sha256: string): Uuid {
  return uuidOf(String(tenant), 'source', sha256)
}

/** A file that lies in the blob store already. */
export interface StoredFile {
  readonly fileName: string
  readonly mediaType: string
  readonly sha256: string
  readonly sizeBytes: number
}

function sourceRow(context: WriteContext, file: StoredFile, facts: SourceFacts): SourceRow {
  const { actor, now } = context
  return {
    ...facts,
    ...file,
    tenant: actor.tenant,
    id: sourceId(actor.tenant, file.sha256),
    broughtBy: actor.person,
    broughtAt: now.toISOString(),
    supersedes: null,
    textVersion: null,
  }
}

/**
 * Records a file as a source. Bringing the same bytes again finds the source that is there and
 * changes nothing.
 *
 * Problems: `forbidden` without the permission `bring-source`, `key-reused`.
 */
export async function bringSource(
  context: WriteContext,
  file: StoredFile,
  facts: SourceFacts,
): Promise<{ id: Uuid; known: boolean }> {
  const source = sourceRow(context, file, facts)
  const { output } = await write(
    context,
    {
      name: 'bring-source',
      permission: 'bring-source',
      input: { ...file, ...facts },
      object: { label: facts.label },
    },
    async (tx) => ({ id: source.id, known: !(await insertSource(tx, source)) }),
  )
  return output
}

/** Inside a write: records bytes that are text, with their text ready to be shown. */
export async function bringText(
  tx: Database,
  context: WriteContext,
  file: StoredFile,
  facts: SourceFacts,
  text: string,
): Promise<Uuid> {
  const source = { ...sourceRow(context, file, facts), textVersion: TEXT_VERSION }
  await insertSource(tx, source)
  await insertParts(tx, source.tenant, source.id, textParts(text))
  await setTextVersion(tx, source.tenant, source.id, TEXT_VERSION)
  return source.id
}

/**
 * Records a plain text document as a source through the gate, its text included.
 *
 * Problems: `forbidden`, `key-reused`, `encoding-unknown` where the bytes are not UTF-8.
 */
export async function bringBytes(
  context: WriteContext,
  input: { readonly fileName: string; readonly bytes: Uint8Array; readonly facts: SourceFacts },
): Promise<Uuid> {
  authorise(context.actor, 'bring-source', { label: input.facts.label })
  const text = decodeUtf8(input.bytes, input.fileName)
  const stored = await context.store.blobs.putBytes(input.bytes)
  const file = {
    fileName: input.fileName,
    mediaType: 'text/plain',
    sha256: sha256Hex(input.bytes),
    sizeBytes: stored.sizeBytes,
  }
  const { output } = await write(
    context,
    { name: 'bring-text', permission: 'bring-source', input: { ...file, ...input.facts } },
    (tx) => bringText(tx, context, file, input.facts, text),
  )
  return output
}

function decodeUtf8(bytes: Uint8Array, fileName: string): string {
  try {
    return unifyLineEnds(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Problem('encoding-unknown', { file: fileName })
  }
}

/**
 * Corrects what is said about a source: title, publisher, date, class, label, origin, and which
 * source it supersedes.
 *
 * Problems: `not-found`, `forbidden`, `key-reused`.
 */
export async function describeSource(
  context: WriteContext,
  id: Uuid,
  facts: SourceFacts & { readonly supersedes: Uuid | null },
): Promise<void> {
  const source = await readSource(context.store.read, visible(context.actor), id)
  if (source === null) throw new Problem('not-found', { what: id })
  await write(
    context,
    {
      name: 'describe-source',
      permission: 'bring-source',
      input: { id, ...facts },
      object: { label: source.label },
    },
    async (tx) => {
      const { tenant } = context.actor
      await updateSource(tx, tenant, id, facts)
      await labelJobs(tx, tenant, { subject: id, label: facts.label })
      return { id }
    },
  )
}
