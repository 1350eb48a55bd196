import { sha256Hex, type Words } from '../../base/index.ts'
import { authorise } from '../../trust/access/index.ts'
import { type WriteContext, write } from '../../trust/gate/index.ts'
import type { Reading } from '../figures/index.ts'
import type { Hidden, PublicationPolicy } from '../publication/index.ts'
import { csvZip } from './csv.ts'
import { type MoneySchema, moneyLines } from './follow-the-money.ts'
import { jsonLd } from './json-ld.ts'
import type { GraphFormat, OutgoingGraph } from './model.ts'
import { type GraphRequest, readOutgoing } from './read.ts'

/** What decides how the graph goes out; both come from packs. */
export interface OutgoingRules {
  readonly publication: PublicationPolicy
  readonly money: MoneySchema
}

/** What an export would hold and leave out, told before it is made. */
export interface GraphPreview {
  readonly title: string
  readonly facts: number
  readonly things: number
  readonly sources: number
  readonly hidden: readonly Hidden[]
  readonly stamps: readonly Words[]
}

/** A finished export. */
export interface GraphFile {
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly title: string
}

/** Problems: `forbidden`, `not-found`, `invalid-input` where it is too large. */
export async function previewGraph(
  { actor }: Pick<WriteContext, 'actor'>,
  reading: Reading,
  rules: OutgoingRules,
  request: GraphRequest,
): Promise<GraphPreview> {
  authorise(actor, 'export-data')
  const graph = await readOutgoing(reading, rules.publication, request, actor.organisationName)
  const { title, facts, things, sources, hidden, stamps } = graph
  return {
    ...{ title, hidden, stamps },
    ...{ facts: facts.length, things: things.length, sources: sources.length },
  }
}

/**
 * Makes an export and writes down that it left: what, for whom, as of when, and the hash of its
 * bytes, so that a copy found later can be told from one that never left this house.
 * Problems: as of the preview, and those of a write.
 */
export async function exportGraph(
  context: WriteContext,
  reading: Reading,
  rules: OutgoingRules,
  request: GraphRequest & { readonly format: GraphFormat },
): Promise<GraphFile> {
  const { actor } = context
  authorise(actor, 'export-data')
  const graph = await readOutgoing(reading, rules.publication, request, actor.organisationName)
  const bytes = bytesOf(graph, request.format, rules)
  const sha256 = sha256Hex(bytes)
  const input = {
    ...{ what: 'graph', chain: request.chain, format: request.format },
    ...{ audience: request.audience, valid: reading.asOf.valid, known: reading.asOf.known },
  }
  const command = { name: 'export.graph', permission: 'export-data', input } as const
  await write(context, command, async () => ({
    ...{ sha256, sizeBytes: bytes.length, facts: graph.facts.length },
    policy: rules.publication.version,
    hidden: graph.hidden.map(({ reason, count }) => ({ reason, count })),
  }))
  return { bytes, sha256, title: graph.title }
}

function bytesOf(graph: OutgoingGraph, format: GraphFormat, rules: OutgoingRules): Uint8Array {
  if (format === 'csv') return csvZip(graph)
  const text = format === 'jsonld' ? jsonLd(graph) : moneyLines(graph, rules.money)
  return new TextEncoder().encode(text)
}
