import { Problem, type Uuid, type Words } from '../../base/index.ts'
import { LABEL_LEVELS, type LabelLevel, readLabels } from '../../trust/access/index.ts'
import { deskModeNow, ONE_PERSON_STAMP } from '../../trust/desk/index.ts'
import { type ChainReading, readChains, readThings } from '../chain/index.ts'
import { type ClaimRecord, claimsById, type Reading, viewClaims } from '../figures/index.ts'
import {
  type Audience,
  NOT_PUBLISHED,
  openReview,
  type PublicationPolicy,
  readGuarded,
} from '../publication/index.ts'
import { readSource } from '../sources/index.ts'
import { reviewFacts } from './graph-review.ts'
import type { PortableFact, PortableGraph, PortableSource, PortableThing } from './model.ts'
import { claimsGoingOut } from './store.ts'
import { SYNTHETIC_STAMP, tooLarge, WHOLE_GRAPH } from './words.ts'

/** What is asked for: a chain or everything, and who will read it. */
export interface GraphRequest {
  readonly chain: Uuid | null
  readonly audience: Audience
}

const PAGE = 1000
/** An export is held in memory while its hash is taken; beyond this, go chain by chain. */
const FACTS_MAX = 100_000

/**
 * The graph as it may go out: what stands as of the days of the reading and the actor may see,
 * less what the policy keeps from the audience.
 * Problems: `not-found` for a chain that the actor may not see, `too-large`.
 */
export async function readPortable(
  reading: ChainReading,
  policy: PublicationPolicy,
  request: GraphRequest,
  office: string,
): Promise<PortableGraph> {
  const { chain, audience } = request
  const review = openReview(policy, audience, await readGuarded(reading, policy, audience))
  const isNameless = chain !== null && review.againstThing({ id: chain, kind: 'chain' }) !== null
  const asCalled = await titleOf(reading, chain)
  const title = isNameless ? NOT_PUBLISHED.zh : asCalled
  const { facts, hidden } = reviewFacts(await readFacts(reading, chain), review)
  const named = withReleasedNames(facts, reading)
  const mode = await deskModeNow(reading.db, reading.visibility.tenant)
  const stamps: Words[] = [
    ...(named.some(({ source }) => source.synthetic) ? [SYNTHETIC_STAMP] : []),
    ...(mode === 'one-person' ? [ONE_PERSON_STAMP] : []),
  ]
  const things = new Map<Uuid, PortableThing>()
  const sources = new Map<Uuid, PortableSource>()
  for (const { subject, object, source } of named) {
    things.set(subject.id, subject)
    if (object !== null) things.set(object.id, object)
    sources.set(source.id, source)
  }
  return {
    ...{ title, office, asOf: reading.asOf, audience },
    things: [...things.values()],
    facts: named,
    sources: [...sources.values()],
    ...{ hidden, stamps },
  }
}

async function titleOf(reading: Reading, chain: Uuid | null): Promise<string> {
  if (chain === null) return WHOLE_GRAPH.zh
  const [head] = await readChains(reading.db, reading, chain)
  if (head === undefined) throw new Problem('not-found', { what: chain })
  return head.name
}

/** A name may itself have been hidden: things are called by the newest name that goes out. */
function withReleasedNames(facts: readonly PortableFact[], { lexicon }: Reading): PortableFact[] {
  const names = new Map<Uuid, { name: string; from: string }>()
  for (const { subject, property, printed, validFrom } of facts) {
    const from = validFrom ?? ''
    const known = names.get(subject.id)
    const isNewer = known === undefined || from > known.from
    if (property === 'name' && isNewer) names.set(subject.id, { name: printed, from })
  }
  const called = (thing: PortableThing): PortableThing => {
    const { id, scheme, code } = thing
    const name = names.get(id)?.name ?? lexicon.codeName(scheme, code) ?? code
    return { ...thing, name }
  }
  return facts.map((fact) => ({
    ...fact,
    subject: called(fact.subject),
    object: fact.object === null ? null : called(fact.object),
  }))
}

async function readFacts(reading: Reading, chain: Uuid | null): Promise<PortableFact[]> {
  const facts: PortableFact[] = []
  const sources = new Map<Uuid, SourceFact>()
  let after: Uuid | null = null
  for (;;) {
    const page = { after, limit: PAGE }
    const ids: Uuid[] = await claimsGoingOut(reading.db, reading, chain, page)
    facts.push(...(await factsOf(reading, ids, sources)))
    if (facts.length > FACTS_MAX) throw tooLarge(FACTS_MAX)
    if (ids.length < PAGE) return facts
    after = ids.at(-1) ?? null
  }
}

interface SourceFact {
  readonly source: PortableSource
  readonly label: number
}

async function factsOf(
  reading: Reading,
  ids: readonly Uuid[],
  sources: Map<Uuid, SourceFact>,
): Promise<PortableFact[]> {
  const { db, visibility } = reading
  const records = (await claimsById(db, visibility, ids)).toSorted((one, other) =>
    one.id < other.id ? -1 : 1,
  )
  for (const { source } of records) await keepSource(reading, source, sources)
  const known = records.filter(({ source }) => sources.has(source))
  const views = await viewClaims(reading, known)
  const things = await thingsOf(reading, known, new Map(views.flatMap(namesIn)))
  const levels = await levelsOf(reading, known, sources)
  return known.flatMap((record, at) => {
    const subject = things.get(record.subject)
    const object = record.object === null ? null : things.get(record.object)
    const source = sources.get(record.source)?.source
    const view = views[at]
    if (!subject || object === undefined || !source || !view) return []
    return [
      {
        ...{ claim: record.id, subject, property: record.property, object },
        printed: record.printed ?? '',
        ...{ operator: record.operator, number: record.number, low: record.low },
        ...{ high: record.high, unit: record.unit },
        ...{ validFrom: record.valid_from, validTo: record.valid_to },
        ...{ source, locator: view.locator, quote: view.quote },
        ...{ method: record.method, reader: readerOf(record), batch: record.batch },
        recordedAt: record.recorded_at,
        level: levels(record),
      },
    ]
  })
}

/** Which person typed a claim is told by the log and not by a copy. */
const readerOf = ({ reader }: ClaimRecord): string =>
  reader.startsWith('person:') ? 'person' : reader

const namesIn = (view: {
  subject: { id: Uuid; name: string }
  object: { id: Uuid; name: string } | null
}): [Uuid, string][] =>
  [view.subject, view.object].flatMap((thing) =>
    thing === null ? [] : [[thing.id, thing.name] as [Uuid, string]],
  )

/** A source that the actor may not see leaves its facts behind. */
async function keepSource(
  { db, visibility }: Reading,
  id: Uuid,
  sources: Map<Uuid, SourceFact>,
): Promise<void> {
  if (sources.has(id)) return
  const row = await readSource(db, visibility, id)
  if (row === null) return
  const { title, publisher, publishedOn, origin, mediaType, sha256, synthetic, label } = row
  const source = { id, title, publisher, publishedOn, origin, mediaType, sha256, synthetic }
  sources.set(id, { source, label })
}

async function thingsOf(
  reading: Reading,
  records: readonly ClaimRecord[],
  names: ReadonlyMap<Uuid, string>,
): Promise<Map<Uuid, PortableThing>> {
  const { db, visibility } = reading
  const ids = [
    ...new Set(records.flatMap(({ subject, object }) => [subject, ...(object ? [object] : [])])),
  ]
  const keys = await readThings(db, visibility.tenant, ids)
  return new Map(
    [...keys].map(([id, { kind, scheme, code }]) => [
      id,
      { id, kind, scheme, code, name: names.get(id) ?? code },
    ]),
  )
}

/** The stricter level of a claim and its source. */
async function levelsOf(
  { db, visibility }: Reading,
  records: readonly ClaimRecord[],
  sources: ReadonlyMap<Uuid, SourceFact>,
): Promise<(record: ClaimRecord) => LabelLevel> {
  const ofSource = (id: Uuid): number[] => {
    const label = sources.get(id)?.label
    return label === undefined ? [] : [label]
  }
  const ids = new Set(records.flatMap(({ label, source }) => [label, ...ofSource(source)]))
  const labels = await readLabels(db, visibility.tenant, [...ids])
  const levels = new Map(labels.map(({ id, level }) => [id, level]))
  const rank = (label: number): number =>
    LABEL_LEVELS.indexOf(levels.get(label) ?? LABEL_LEVELS[LABEL_LEVELS.length - 1] ?? 'sensitive')
  return ({ label, source }) =>
    LABEL_LEVELS[Math.max(rank(label), ...ofSource(source).map(rank))] ?? 'sensitive'
}
