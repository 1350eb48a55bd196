import { canonicalJson, type JsonValue, sha256Hex } from '../../base/index.ts'
import { type Actor, authorise } from '../../trust/access/index.ts'
import { type WriteContext, write } from '../../trust/gate/index.ts'
import type { ChainReading } from '../chain/index.ts'
import type { PublicationPolicy } from '../publication/index.ts'
import { type MoneySchema, moneyLines } from './follow-the-money.ts'
import { jsonLd } from './json-ld.ts'
import type { PortableGraph } from './model.ts'
import { type GraphRequest, readPortable } from './read.ts'
import { graphTables } from './tables.ts'
import { zipOf } from './zip.ts'

/** What decides how the graph goes out; both come from packs. */
export interface PortableKnowledge {
  readonly publication: PublicationPolicy
  readonly money: MoneySchema
}

/** A finished export. */
export interface GraphFile {
  /** A zip: tables, one JSON-LD document, lines of FollowTheMoney and the extension they use. */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sha256: string
  readonly title: string
}

/**
 * What an export would hold and leave out, told before it is made.
 * Problems: `forbidden`, `not-found`, `too-large`.
 */
export function previewGraph(
  reading: ChainReading,
  actor: Actor,
  { publication }: PortableKnowledge,
  request: GraphRequest,
): Promise<PortableGraph> {
  authorise(actor, 'export-data')
  return readPortable(reading, publication, request, actor.organisationName)
}

/**
 * Makes an export and writes down that it left: what, for whom, as of when, what was hidden, and
 * the hash of its bytes. The same facts give the same bytes.
 * Problems: as of the preview, `key-reused`.
 */
export async function exportGraph(
  context: WriteContext,
  reading: ChainReading,
  knowledge: PortableKnowledge,
  request: GraphRequest,
): Promise<GraphFile> {
  const graph = await previewGraph(reading, context.actor, knowledge, request)
  const extension = canonicalJson(knowledge.money as unknown as JsonValue)
  const bytes = zipOf([
    ...graphTables(graph),
    ['graph.jsonld', jsonLd(graph)],
    ['entities.ftm.jsonl', moneyLines(graph, knowledge.money)],
    ['ftm-extension.json', `${extension}\n`],
  ])
  const sha256 = sha256Hex(bytes)
  const { chain, audience } = request
  const { valid, known } = reading.asOf
  const input = { chain, audience, valid }
  const named = { name: 'graph.export', permission: 'export-data' } as const
  const command = { ...named, input, weighty: true }
  await write(context, command, async () => ({
    ...{ known, sha256, sizeBytes: bytes.length, facts: graph.facts.length },
    policy: knowledge.publication.version,
    hidden: graph.hidden.map(({ reason, facts, quotes }) => ({ reason, facts, quotes })),
  }))
  return { bytes, sha256, title: graph.title }
}
