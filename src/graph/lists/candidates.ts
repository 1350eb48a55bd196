import { stableCompare, type Uuid } from '../../base/index.ts'
import {
  buildMap,
  type ChainReading,
  type Drawing,
  drawingOf,
  figureOfValue,
  type MarkWord,
  readChainFacts,
  readValues,
  type StageTile,
  type ValueFact,
  type VerdictWord,
} from '../chain/index.ts'
import { countFigure, type Figure, figureOfClaim, nameThings } from '../figures/index.ts'
import { choiceOf, type Vocabulary } from '../kinds/index.ts'
import { quantityValue, type RuleValue } from '../rules/index.ts'
import type { DefinitionFile } from './definition.ts'
import { readNameClaims, readPlaces, readTies, type Tie } from './store.ts'

/** A thing that may enter a list: what rules see of it, and the figures behind. */
export interface Candidate {
  readonly id: Uuid
  readonly kind: string
  readonly name: Figure
  readonly values: Map<string, RuleValue>
  readonly figures: Map<string, readonly Figure[]>
  readonly verdict: VerdictWord | null
  readonly marks: readonly MarkWord[]
  readonly sources: number
  readonly basis: string | null
  readonly stale: boolean
  readonly synthetic: boolean
  /** Who governs it, by name; null where nobody said. */
  readonly office: string | null
}

/** Everything of a chain that its lists look at, read once for all of them. */
export interface Ground {
  readonly chain: { readonly id: Uuid; readonly name: string; readonly synthetic: boolean }
  readonly things: readonly Candidate[]
}

const bareWords = (claim: Uuid, printed: string, synthetic: boolean): Figure =>
  figureOfClaim(
    claim,
    {
      ...{ printed, operator: null, number: null, low: null, high: null, unit: null },
      ...{ valid_from: null, valid_to: null },
    },
    { synthetic, stale: false },
  )

const exact = (count: number): RuleValue =>
  quantityValue({ operator: '=', number: String(count), low: String(count), high: String(count) })

function grouped<Item>(items: readonly Item[], key: (item: Item) => Uuid): Map<Uuid, Item[]> {
  const groups = new Map<Uuid, Item[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return groups
}

class Gatherer {
  readonly #vocabulary: Vocabulary
  readonly #drawing: Drawing

  constructor(vocabulary: Vocabulary, drawing: Drawing) {
    this.#vocabulary = vocabulary
    this.#drawing = drawing
  }

  /** What the newest standing value of each property says. */
  stated(facts: readonly ValueFact[]): Pick<Candidate, 'values' | 'figures'> {
    const values = new Map<string, RuleValue>()
    const figures = new Map<string, readonly Figure[]>()
    for (const fact of facts) {
      const property = this.#vocabulary.properties.get(fact.property)
      if (property === undefined || property.id === 'mark' || values.has(property.id)) continue
      const figure = figureOfValue(this.#drawing, fact)
      figures.set(property.id, [figure])
      if (property.value === 'quantity') values.set(property.id, quantityValue(fact))
      else if (property.value !== 'choice') values.set(property.id, fact.printed)
      else values.set(property.id, choiceOf(property, fact.printed))
    }
    return { values, figures }
  }

  ofStage(
    tile: StageTile,
    facts: readonly ValueFact[],
    links: { readonly suppliers: number; readonly customers: number },
  ): Candidate {
    const { values, figures } = this.stated(facts)
    const verdict = tile.verdict.word
    const marks = tile.marks.map(({ mark }) => mark)
    values.set('verdict', verdict === 'unknown' ? null : verdict)
    values.set('marks', marks)
    values.set('position', tile.position)
    values.set('firms', exact(Number(tile.firms.number)))
    values.set('suppliers', exact(links.suppliers))
    values.set('customers', exact(links.customers))
    for (const [name, place] of MAKERS) {
      const figure = tile.makers[place]
      values.set(name, figure === null ? null : quantityValue(figure))
      figures.set(name, figure === null ? [] : [figure])
    }
    figures.set('verdict', tile.verdict.figure === null ? [] : [tile.verdict.figure])
    figures.set(
      'marks',
      tile.marks.map(({ figure }) => figure),
    )
    figures.set('firms', [tile.firms])
    const { id, figure: name, sources, newest: basis, stale, synthetic } = tile
    const about = { verdict, marks, sources, basis, stale, synthetic, office: null }
    return withCommon({ id, kind: 'stage', name, values, figures, ...about })
  }

  /** Freshness of a thing that is no stage: stale where all that can age has aged. */
  aged(facts: readonly ValueFact[]): boolean {
    const limit = this.#drawing.lexicon.maximumAgeMonths
    const judged = facts.filter(({ property }) => limit(property) !== null)
    return judged.length > 0 && judged.every((fact) => figureOfValue(this.#drawing, fact).stale)
  }
}

const MAKERS = [
  ['makersLocal', 'local'],
  ['makersProvince', 'province'],
  ['makersCountry', 'country'],
  ['makersAbroad', 'abroad'],
] as const

/** Names that every candidate has, and those that are never unknown though nothing was said. */
function withCommon(candidate: Candidate): Candidate {
  const { values, kind, sources, stale, synthetic } = candidate
  values.set('kind', kind)
  values.set('sources', exact(sources))
  values.set('stale', stale)
  values.set('synthetic', synthetic)
  for (const name of ['firms', 'suppliers', 'customers', 'stages', 'members']) {
    if (!values.has(name)) values.set(name, exact(0))
  }
  for (const name of ['marks', 'stageVerdicts', 'stageMarks']) {
    if (!values.has(name)) values.set(name, [])
  }
  for (const name of ['leads', 'inChain']) if (!values.has(name)) values.set(name, false)
  return candidate
}

/** Reads a chain for its lists; null where there is none for this actor. */
export async function readGround(
  reading: ChainReading,
  vocabulary: Vocabulary,
  chain: Uuid,
): Promise<Ground | null> {
  const { db } = reading
  const facts = await readChainFacts(db, reading, chain)
  if (facts === null) return null
  const drawing = drawingOf(reading, chain)
  const map = buildMap(facts, drawing)
  const gatherer = new Gatherer(vocabulary, drawing)
  const tiles = new Map(map.stages.map((tile) => [tile.id, tile]))
  const ties = await readTies(db, reading, [chain, ...tiles.keys()])
  const governors = ties.filter(({ property }) => property === 'governs')
  const bound = ties.filter(({ property }) => property !== 'governs')
  const ids = [...new Set(bound.map(({ subject }) => subject))]
  const places = await readPlaces(db, reading, ids)
  const names = await readNameClaims(db, reading, ids)
  const named = await nameThings(reading, [
    ...governors.map(({ subject }) => subject),
    ...places.map(({ object }) => object),
  ])
  const stageValues = grouped(facts.values, ({ subject }) => subject)
  const values = grouped(await readValues(db, reading, ids), ({ subject }) => subject)
  const officeOf = (id: Uuid): string | null => {
    const tie = governors.find(({ object }) => object === id)
    return tie === undefined ? null : (named.get(tie.subject)?.name ?? null)
  }
  const stages = map.stages.map((tile) => ({
    ...gatherer.ofStage(tile, stageValues.get(tile.id) ?? [], {
      suppliers: map.links.filter(({ to }) => to === tile.id).length,
      customers: map.links.filter(({ from }) => from === tile.id).length,
    }),
    office: officeOf(tile.id),
  }))
  const placeOf = new Map(places.map((tie) => [tie.subject, tie]))
  const members = [...grouped(bound, ({ subject }) => subject)].map(([id, own]) => {
    const place = placeOf.get(id)
    const member = { id, own, place, name: names.get(id), values: values.get(id) ?? [] }
    const placeName = place === undefined ? null : (named.get(place.object)?.name ?? place.code)
    return memberOf(reading, gatherer, { ...member, placeName, tiles, office: officeOf(id) })
  })
  const regions = placesOf(reading, chain, drawing, places, named)
  const head = { id: chain, name: facts.chain.name, synthetic: isSynthetic(facts.chain) }
  return { chain: head, things: [...stages, ...members.flatMap((one) => one ?? []), ...regions] }
}

const isSynthetic = (chain: object): boolean => 'synthetic' in chain && chain.synthetic === true

interface Member {
  readonly id: Uuid
  readonly own: readonly Tie[]
  readonly place: Tie | undefined
  readonly placeName: string | null
  readonly name:
    | { readonly claim: Uuid; readonly name: string; readonly synthetic: boolean }
    | undefined
  readonly values: readonly ValueFact[]
  readonly tiles: ReadonlyMap<Uuid, StageTile>
  readonly office: string | null
}

/** A firm, institute, product or other thing; null where nothing that may be seen names it. */
function memberOf(reading: ChainReading, gatherer: Gatherer, member: Member): Candidate | null {
  const { id, own, place, placeName, name, tiles, office } = member
  const [first] = own
  if (first === undefined || name === undefined) return null
  const { values, figures } = gatherer.stated(member.values)
  const inStages = own.filter(({ property }) => property === 'belongsToStage')
  const stages = [...new Set(inStages.map(({ object }) => object))].flatMap(
    (stage) => tiles.get(stage) ?? [],
  )
  values.set('stages', exact(stages.length))
  values.set(
    'stageVerdicts',
    [...new Set(stages.map(({ verdict }) => verdict.word))].filter((word) => word !== 'unknown'),
  )
  values.set(
    'stageMarks',
    stages.flatMap(({ marks }) => marks.map(({ mark }) => mark)),
  )
  const leading = own.filter(({ property }) => property === 'leads')
  values.set('leads', leading.length > 0)
  values.set(
    'inChain',
    own.some(({ property }) => property === 'belongsToChain'),
  )
  const distance = place === undefined ? null : reading.relate(reading.home, place.code)
  values.set('place', distance)
  values.set('distance', distance)
  const stageFigures = inStages.map((tie) =>
    bareWords(tie.claim, tiles.get(tie.object)?.name ?? '', tie.synthetic),
  )
  figures.set(
    'stages',
    stageFigures.filter(({ text }, at, all) => all.findIndex((f) => f.text === text) === at),
  )
  figures.set(
    'leads',
    leading.map((tie) => bareWords(tie.claim, name.name, tie.synthetic)),
  )
  figures.set(
    'place',
    place === undefined ? [] : [bareWords(place.claim, placeName ?? place.code, place.synthetic)],
  )
  figures.set('distance', figures.get('place') ?? [])
  const grounds = [...member.values, ...own, ...(place === undefined ? [] : [place])]
  const dates = grounds.flatMap(({ published_on }) => published_on ?? [])
  return withCommon({
    id,
    kind: first.kind,
    name: bareWords(name.claim, name.name, name.synthetic),
    values,
    figures,
    verdict: null,
    marks: [],
    sources: new Set(grounds.map(({ source }) => source)).size,
    basis: dates.sort().at(-1) ?? null,
    stale: gatherer.aged(member.values),
    synthetic: grounds.some(({ synthetic }) => synthetic),
    office,
  })
}

/** The divisions in which firms of the chain stand. */
function placesOf(
  reading: ChainReading,
  chain: Uuid,
  drawing: Drawing,
  places: readonly Tie[],
  named: ReadonlyMap<Uuid, { readonly name: string }>,
): Candidate[] {
  const firms = places.filter(({ kind }) => kind === 'firm')
  return [...grouped(firms, ({ object }) => object)]
    .toSorted(([one], [other]) => stableCompare(one, other))
    .flatMap(([id, ties]) => {
      const [first] = ties
      if (first === undefined) return []
      const synthetic = ties.some((tie) => tie.synthetic)
      const parameters = { ...drawing.parameters, chain, thing: id }
      const count = new Set(ties.map(({ subject }) => subject)).size
      const marks = { synthetic, stale: false, unit: '家' }
      const distance = reading.relate(reading.home, first.code)
      const name = bareWords(first.claim, named.get(id)?.name ?? first.code, synthetic)
      return withCommon({
        id,
        kind: 'division',
        name,
        values: new Map<string, RuleValue>([
          ['members', exact(count)],
          ['place', distance],
          ['distance', distance],
        ]),
        figures: new Map([
          ['members', [countFigure('place-members', parameters, count, marks)]],
          ['distance', [name]],
        ]),
        verdict: null,
        marks: [],
        sources: new Set(ties.map(({ source }) => source)).size,
        basis:
          ties
            .flatMap(({ published_on }) => published_on ?? [])
            .sort()
            .at(-1) ?? null,
        stale: false,
        synthetic,
        office: null,
      })
    })
}

/** Those of the ground that a list looks at. */
export function candidatesFor(
  ground: Ground,
  { holds, scope }: Pick<DefinitionFile, 'holds' | 'scope'>,
): Candidate[] {
  const fits: Readonly<Record<DefinitionFile['scope'], (kind: string) => boolean>> = {
    stages: (kind) => kind === 'stage',
    members: (kind) => kind !== 'stage' && kind !== 'division',
    things: (kind) => kind !== 'division',
    places: (kind) => kind === 'division',
  }
  return ground.things.filter(({ kind }) => holds.includes(kind) && fits[scope](kind))
}
