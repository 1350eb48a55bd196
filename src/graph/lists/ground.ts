import { inParts, type Uuid } from '../../base/index.ts'
import {
  buildMap,
  type ChainReading,
  drawingOf,
  membersWithin,
  type Relate,
  readChainFacts,
  readValues,
} from '../chain/index.ts'
import { type Algorithms, nameThings, type Parameters, type Reading } from '../figures/index.ts'
import type { Vocabulary } from '../kinds/index.ts'
import {
  type Candidate,
  type Ground,
  memberCandidate,
  placeCandidate,
  stageCandidate,
  wordsFigure,
} from './candidates.ts'
import { type ListDefinition, usedNames } from './definition.ts'
import {
  readMemberIds,
  readNameClaims,
  readOffices,
  readPlaces,
  readPlacesOfFirms,
  readTies,
} from './store.ts'
import { PLACE_MEMBERS } from './words.ts'

/** A chain opened for its lists. */
export interface ListGround extends Ground {
  readonly reading: ChainReading
  readonly chain: { readonly id: Uuid; readonly name: string }
  /** The chain and its stages, on which members hang. */
  readonly bases: readonly Uuid[]
}

/** Opens a chain for its lists; null where there is none for this actor. */
export async function openGround(
  reading: ChainReading,
  vocabulary: Vocabulary,
  chain: Uuid,
): Promise<ListGround | null> {
  const facts = await readChainFacts(reading.db, reading, chain)
  if (facts === null) return null
  const drawing = drawingOf(reading, chain)
  const { stages } = buildMap(facts, drawing)
  return {
    ...{ reading, vocabulary, drawing, facts },
    chain: { id: chain, name: facts.chain.name },
    tiles: new Map(stages.map((tile) => [tile.id, tile])),
    within: membersWithin(facts),
    bases: [chain, ...stages.map(({ id }) => id)],
  }
}

/** So many things are read and judged at a time; only those that enter are kept. */
const PAGE_THINGS = 500

/** Each look for members goes over all that hang on the chain, so there are few of them. */
const IDS_PER_QUERY = 20_000

/** What a list looks at, page by page. */
export async function* candidatesOf(
  ground: ListGround,
  definition: ListDefinition,
): AsyncGenerator<Candidate[]> {
  const { file } = definition
  if (file.scope === 'places') {
    if (file.holds.includes('division')) yield await regions(ground)
    return
  }
  if (file.scope !== 'members' && file.holds.includes('stage')) {
    yield await withOffices(ground, stagesOf(ground))
  }
  const kinds = file.holds.filter((kind) => kind !== 'stage')
  if (file.scope === 'stages' || kinds.length === 0) return
  const { reading, bases } = ground
  for (let after: Uuid | null = null; ; ) {
    const ids = await readMemberIds(reading.db, reading, {
      bases,
      kinds,
      after,
      limit: IDS_PER_QUERY,
    })
    for (const page of inParts(ids, PAGE_THINGS)) yield await membersOf(ground, definition, page)
    after = ids.at(-1) ?? null
    if (ids.length < IDS_PER_QUERY) return
  }
}

/** One thing as a list would look at it; null where it is not of its kinds or cannot be seen. */
export async function candidateOf(
  ground: ListGround,
  definition: ListDefinition,
  thing: Uuid,
): Promise<Candidate | null> {
  return (await candidatesAmong(ground, definition, [thing])).get(thing) ?? null
}

/** Those of some things that a list may hold and that can be seen, in the order they are given. */
export async function candidatesAmong(
  ground: ListGround,
  definition: ListDefinition,
  things: readonly Uuid[],
): Promise<Map<Uuid, Candidate>> {
  if (things.length === 0) return new Map()
  const { holds, scope } = definition.file
  const members = things.filter((thing) => !ground.tiles.has(thing))
  const found = new Map<Uuid, Candidate>()
  const keep = (candidates: readonly Candidate[]): void => {
    for (const candidate of candidates) found.set(candidate.id, candidate)
  }
  if (scope === 'places') keep(await regions(ground))
  else {
    if (members.length < things.length) keep(await withOffices(ground, stagesOf(ground)))
    for (const some of inParts(members, PAGE_THINGS)) {
      const page = await membersOf(ground, definition, some)
      // A stage that is no tile of this map is one of another chain.
      keep(page.filter(({ kind }) => kind !== 'stage'))
    }
  }
  return new Map(
    things.flatMap((thing) => {
      const candidate = found.get(thing)
      return candidate !== undefined && holds.includes(candidate.kind) ? [[thing, candidate]] : []
    }),
  )
}

function stagesOf(ground: ListGround): Candidate[] {
  const values = grouped(ground.facts.values)
  return [...ground.tiles.values()].map((tile) =>
    stageCandidate(ground, tile, values.get(tile.id) ?? []),
  )
}

async function membersOf(
  ground: ListGround,
  definition: ListDefinition,
  ids: readonly Uuid[],
): Promise<Candidate[]> {
  const { reading, vocabulary, bases } = ground
  const { db } = reading
  const used = [...usedNames(definition)].filter((name) => vocabulary.properties.has(name))
  const names = await readNameClaims(db, reading, ids)
  const ties = grouped(await readTies(db, reading, ids, bases))
  const places = await readPlaces(db, reading, ids)
  const placeOf = new Map(places.map((tie) => [tie.subject, tie]))
  const placeNames = await nameThings(
    reading,
    places.map(({ object }) => object),
  )
  const values = grouped(used.length === 0 ? [] : await readValues(db, reading, ids, used))
  const members = ids.flatMap((id) => {
    const name = names.get(id)
    if (name === undefined) return []
    const place = placeOf.get(id)
    const placeName = place === undefined ? '' : (placeNames.get(place.object)?.name ?? place.code)
    const facts = { id, name, ties: ties.get(id) ?? [], place, placeName }
    return [memberCandidate(ground, { ...facts, values: values.get(id) ?? [] })]
  })
  return withOffices(ground, members)
}

/** Says who governs each thing. */
async function withOffices(ground: ListGround, things: readonly Candidate[]) {
  const { reading } = ground
  const ids = things.map(({ id }) => id)
  const ties = await readOffices(reading.db, reading, ids)
  const names = await nameThings(
    reading,
    ties.map(({ subject }) => subject),
  )
  const figures = new Map(
    ties.map(({ object, subject, claim, synthetic }) => [
      object,
      wordsFigure(claim, names.get(subject)?.name ?? '', synthetic),
    ]),
  )
  return things.map((thing) => ({ ...thing, office: figures.get(thing.id) ?? null }))
}

async function regions(ground: ListGround): Promise<Candidate[]> {
  const { reading, bases } = ground
  const places = await readPlacesOfFirms(reading.db, reading, bases)
  const names = await nameThings(
    reading,
    places.map(({ place }) => place),
  )
  return places.map((place) =>
    placeCandidate(ground, place, names.get(place.place)?.name ?? place.code),
  )
}

function grouped<Item extends { readonly subject: Uuid }>(
  items: readonly Item[],
): Map<Uuid, Item[]> {
  const groups = new Map<Uuid, Item[]>()
  for (const item of items) {
    const group = groups.get(item.subject)
    if (group === undefined) groups.set(item.subject, [item])
    else group.push(item)
  }
  return groups
}

/** The computations whose figures only lists show. */
export function listAlgorithms(relate: Relate): Algorithms {
  return {
    'place-members': {
      words: PLACE_MEMBERS,
      version: 1,
      compute: (reading, parameters) => placeMembers(reading, parameters, relate),
    },
  }
}

async function placeMembers(reading: Reading, parameters: Parameters, relate: Relate) {
  const { chain, thing, known, valid, home = '' } = parameters
  if (chain === undefined || thing === undefined) return null
  if (Number.isNaN(Date.parse(known ?? '')) || Number.isNaN(Date.parse(valid ?? ''))) return null
  const asOf = { known: known ?? '', valid: valid ?? '' }
  const again: ChainReading = { ...reading, home, relate, asOf }
  const facts = await readChainFacts(reading.db, again, chain)
  if (facts === null) return null
  const bases = [chain, ...facts.stages.map(({ id }) => id)]
  const [place] = await readPlacesOfFirms(reading.db, again, bases, thing)
  return { output: String(place?.firms ?? 0), claims: place?.claims ?? [] }
}
