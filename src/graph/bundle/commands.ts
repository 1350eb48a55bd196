import { Problem, type Uuid } from '../../base/index.ts'
import type { Head } from '../../trust/checkpoint/index.ts'
import type { WriteContext } from '../../trust/gate/index.ts'
import type { ChainReading } from '../chain/index.ts'
import {
  type ListRequest,
  noteListExport,
  type OutgoingKnowledge,
  type OutgoingList,
} from '../outgoing/index.ts'
import { bundleBytes } from './archive.ts'
import { contentOf } from './content.ts'
import { proofFiles } from './proofs.ts'
import { readForBundle } from './read.ts'

/** The first checkpoint over an entry, once there is one. */
export type Covering = (tenant: number, entry: Uuid) => Promise<Head>

/** A bundle that left. */
export interface ExportedBundle {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The hash of its manifest, which the log names. */
  readonly sha256: string
  readonly list: OutgoingList
}

/**
 * A signed version of a list as a bundle: reviewed for its readers, written down in the log by the
 * hash over all that it tells, and proved against the checkpoint that covers this very entry. The
 * same request again is answered with the same bytes while nothing that it tells has changed.
 *
 * Problems: `forbidden`, `not-found`, `list-not-signed`, `log-waiting`, and `key-reused` also where
 * the same request would now tell something else.
 */
export async function exportBundle(
  context: WriteContext,
  reading: ChainReading,
  knowledge: OutgoingKnowledge,
  request: ListRequest,
  covering: Covering,
): Promise<ExportedBundle> {
  const { actor, store } = context
  const read = await readForBundle(reading, actor, knowledge, request)
  const content = contentOf(read.told)
  const { sha256, sizeBytes } = content
  const noted = await noteListExport(context, read.list, { format: 'bundle', sha256, sizeBytes })
  if (noted.sha256 !== sha256 || noted.entry === null) throw new Problem('key-reused')
  const head = await covering(actor.tenant, noted.entry)
  const proofs = await proofFiles(store.read, actor.tenant, read, { entry: noted.entry, head })
  const bytes = bundleBytes([content.manifest, ...content.files, ...proofs])
  return { bytes, sha256, list: read.list }
}
