/** Beginning an import: the source is described as its mapping says, then its job is queued. */
import { importableSource, startImport } from '../graph/intake/index.ts'
import type { Mapping } from '../graph/reading/index.ts'
import { describeSource, type SourceFacts, type SourceRow } from '../graph/sources/index.ts'
import { labelToBring } from '../trust/consent/index.ts'
import type { WriteContext } from '../trust/gate/index.ts'
import type { Installation } from './installation.ts'

export interface ImportRequest {
  readonly source: SourceRow
  readonly mapping: Mapping
  /** What the source is called from now on; null leaves its title. */
  readonly title: string | null
  readonly publish: boolean
  readonly dryRun: boolean
}

/**
 * Queues an import. A rehearsal changes nothing, so it leaves the source as it is described; so does
 * an import that is refused.
 * Problems: `forbidden`, `consent-missing`, `not-found`, `source-is-text`, `source-superseded`, `key-reused`.
 */
export async function beginImport(
  { queue }: Pick<Installation, 'queue'>,
  context: WriteContext,
  request: ImportRequest,
): Promise<{ job: string; batch: string }> {
  const { source, mapping, publish, dryRun } = request
  const asked = { source: source.id, mapping, publish, dryRun }
  await importableSource(context, asked)
  const described = dryRun ? context : await describe(context, request)
  const started = await startImport(described, queue, asked)
  queue.wake()
  return started
}

/** The context of an actor who sees the label that the mapping gives to the source. */
async function describe(context: WriteContext, request: ImportRequest): Promise<WriteContext> {
  const { source, mapping, title } = request
  const { level, organisations } = wantedLabel(context, mapping)
  const labelled = await labelToBring(context, { level, organisations })
  const facts: SourceFacts = {
    title: title ?? source.title,
    publisher: mapping.source.publisher,
    publishedOn: mapping.source.publishedOn ?? null,
    class: mapping.source.class,
    label: labelled.label,
    origin: mapping.source.origin ?? null,
    synthetic: mapping.source.synthetic,
  }
  if (isDescribed(source, facts)) return labelled.context
  const key = context.key === null ? null : `${context.key}.describe`
  const { id, supersedes } = source
  await describeSource({ ...labelled.context, key }, id, { ...facts, supersedes })
  return labelled.context
}

/** What is restricted is restricted to those who bring it. */
function wantedLabel({ actor }: WriteContext, { source }: Mapping) {
  const isOpen = source.label === 'public' || source.label === 'internal'
  return { level: source.label, organisations: isOpen ? [] : [actor.organisation] }
}

const isDescribed = (source: SourceRow, facts: SourceFacts): boolean =>
  (Object.keys(facts) as (keyof SourceFacts)[]).every((name) => source[name] === facts[name])
