import type { Uuid } from '../../base/index.ts'
import {
  type ChainFacts,
  type Drawing,
  figureOfValue,
  type MarkWord,
  PLACES,
  type Place,
  placesOfFirms,
  type StageTile,
  type ValueFact,
} from '../chain/index.ts'
import { countFigure, type Figure, figureOfClaim } from '../figures/index.ts'
import { choiceOf, type Property, type Vocabulary } from '../kinds/index.ts'
import { quantityValue, type RuleValue, type Unusable } from '../rules/index.ts'
import type { NameClaim, PlaceOfFirms, Tie } from './store.ts'

/** A value that a rule looks at, the figures behind it, and what each of them means in code. */
export interface Named {
  readonly value: RuleValue | Unusable
  readonly figures: readonly Figure[]
  readonly codes?: readonly (string | null)[]
}

/** A thing that may enter a list: what rules see of it, and the figures behind. */
export interface Candidate {
  readonly id: Uuid
  readonly kind: string
  readonly name: Figure
  readonly named: ReadonlyMap<string, Named>
  /** The claims that went into each computed figure, by its id. */
  readonly grounds: ReadonlyMap<string, readonly Uuid[]>
  readonly office: Figure | null
}

/** A figure that is nothing but the words of a claim. */
export const wordsFigure = (claim: Uuid, printed: string, synthetic: boolean): Figure =>
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

const NOTHING: Named = { value: null, figures: [] }

/** What rules always know, though nothing was said: a thing that hangs on no stage has none. */
const KNOWN_WITHOUT_GROUND: readonly (readonly [string, RuleValue])[] = [
  ...(['firms', 'suppliers', 'customers', 'stages', 'members'] as const).map(
    (name) => [name, exact(0)] as const,
  ),
  ...(['marks', 'stageVerdicts', 'stageMarks'] as const).map((name) => [name, []] as const),
  ...(['leads', 'inChain'] as const).map((name) => [name, false] as const),
]

interface Summary {
  readonly kind: string
  readonly sources: number
  readonly synthetic: boolean
}

/** Adds what every candidate has. */
function withCommon(named: Map<string, Named>, { kind, sources, synthetic }: Summary) {
  const figures = [...named.values()].flatMap((each) => each.figures)
  named.set('kind', { value: kind, figures: [] })
  named.set('sources', { value: exact(sources), figures: [] })
  named.set('stale', { value: figures.some(({ stale }) => stale), figures: [] })
  named.set('synthetic', { value: synthetic, figures: [] })
  for (const [name, value] of KNOWN_WITHOUT_GROUND) {
    if (!named.has(name)) named.set(name, { value, figures: [] })
  }
  return named
}

/** What a stated value is to a rule: a number in another unit is there and cannot be compared. */
function ruleValueOf(property: Property, fact: ValueFact): RuleValue | Unusable {
  if (property.value === 'choice') return choiceOf(property, fact.printed)
  if (property.value !== 'quantity') return fact.printed
  const isForeign = property.unit !== undefined && fact.unit !== property.unit
  return isForeign && fact.number !== null ? { unusable: 'other-unit' } : quantityValue(fact)
}

/** What the newest standing value of each property says; facts arrive in that order. */
function stated(
  vocabulary: Vocabulary,
  drawing: Drawing,
  facts: readonly ValueFact[],
): Map<string, Named> {
  const named = new Map<string, Named>()
  for (const fact of facts) {
    const property = vocabulary.properties.get(fact.property)
    if (property === undefined || property.id === 'mark' || named.has(property.id)) continue
    const figure = figureOfValue(drawing, fact)
    named.set(property.id, { value: ruleValueOf(property, fact), figures: [figure] })
  }
  return named
}

const MAKERS = [
  ['makersLocal', 'local'],
  ['makersProvince', 'province'],
  ['makersCountry', 'country'],
  ['makersAbroad', 'abroad'],
] as const

/** What is at hand of a chain when its candidates are made. */
export interface Ground {
  readonly vocabulary: Vocabulary
  readonly drawing: Drawing
  readonly tiles: ReadonlyMap<Uuid, StageTile>
  readonly facts: ChainFacts
  /** Members of each stage and of all stages inside it. */
  readonly within: ReadonlyMap<Uuid, ChainFacts['members']>
}

/** The claims behind each count of a stage. */
function groundsOfStage(ground: Ground, tile: StageTile): Map<string, Uuid[]> {
  const firms = (ground.within.get(tile.id) ?? []).filter(({ kind }) => kind === 'firm')
  const places = placesOfFirms(firms, ground.drawing.relate)
  const claimsAt = (place: Place | null) =>
    firms
      .filter(({ member }) => place === null || (places.get(member) ?? 'unplaced') === place)
      .flatMap(({ claim, place_claim }) => [claim, ...(place_claim === null ? [] : [place_claim])])
  const grounds = new Map<string, Uuid[]>([[tile.firms.id, claimsAt(null)]])
  for (const place of PLACES) {
    const figure = tile.makers[place]
    if (figure?.kind === 'computed') grounds.set(figure.id, claimsAt(place))
  }
  return grounds
}

/** A stage as its tile shows it. */
export function stageCandidate(
  ground: Ground,
  tile: StageTile,
  values: readonly ValueFact[],
): Candidate {
  const named = stated(ground.vocabulary, ground.drawing, values)
  const { word, figure } = tile.verdict
  const verdict = word === 'unknown' ? null : word
  named.set('verdict', {
    value: verdict,
    figures: figure === null ? [] : [figure],
    codes: figure === null ? [] : [word],
  })
  const marks = tile.marks.map(({ mark }) => mark)
  named.set('marks', { value: marks, figures: tile.marks.map((each) => each.figure), codes: marks })
  const count = (isMine: (link: { subject: Uuid; object: Uuid }) => boolean): RuleValue =>
    exact(new Set(ground.facts.links.filter(isMine).map((e) => `${e.subject} ${e.object}`)).size)
  named.set('firms', { value: exact(Number(tile.firms.number)), figures: [tile.firms] })
  named.set('suppliers', { value: count(({ object }) => object === tile.id), figures: [] })
  named.set('customers', { value: count(({ subject }) => subject === tile.id), figures: [] })
  for (const [name, place] of MAKERS) {
    const maker = tile.makers[place]
    named.set(name, maker === null ? NOTHING : { value: quantityValue(maker), figures: [maker] })
  }
  const { id, figure: name, sources, synthetic } = tile
  const grounds = groundsOfStage(ground, tile)
  const summary = { kind: 'stage', sources, synthetic }
  return { id, kind: 'stage', name, named: withCommon(named, summary), grounds, office: null }
}

/** What is known of a member of the chain. */
export interface MemberFacts {
  readonly id: Uuid
  readonly name: NameClaim
  readonly ties: readonly Tie[]
  readonly place: Tie | undefined
  /** What the place is called. */
  readonly placeName: string
  readonly values: readonly ValueFact[]
}

/** A firm, institute, product or other thing that hangs on the chain or its stages. */
export function memberCandidate(ground: Ground, member: MemberFacts): Candidate {
  const { id, name, ties, place, values } = member
  const named = stated(ground.vocabulary, ground.drawing, values)
  const { tiles, drawing } = ground
  const inStages = ties.flatMap((tie) => {
    const tile = tie.property === 'belongsToStage' ? tiles.get(tie.object) : undefined
    return tile === undefined ? [] : [{ tie, tile }]
  })
  const firstOf = inStages.filter(
    ({ tile }, at) => inStages.findIndex((each) => each.tile.id === tile.id) === at,
  )
  const stages = firstOf.map(({ tie, tile }) => wordsFigure(tie.claim, tile.name, tie.synthetic))
  named.set('stages', { value: exact(stages.length), figures: stages })
  const judged = firstOf.flatMap(({ tile: { verdict } }) =>
    verdict.figure === null ? [] : [{ code: verdict.word, figure: verdict.figure }],
  )
  named.set('stageVerdicts', listed(judged))
  const marked = firstOf.flatMap(({ tile: { marks } }) =>
    marks.map(({ mark, figure }) => ({ code: mark, figure })),
  )
  named.set('stageMarks', listed(marked))
  const leading = ties.filter(({ property }) => property === 'leads')
  named.set('leads', tied(leading, name.name))
  named.set(
    'inChain',
    tied(
      ties.filter(({ property }) => property === 'belongsToChain'),
      name.name,
    ),
  )
  const distance = place === undefined ? null : drawing.relate(place.code)
  named.set('place', {
    value: distance,
    figures:
      place === undefined ? [] : [wordsFigure(place.claim, member.placeName, place.synthetic)],
    codes: place === undefined ? [] : [distance],
  })
  const grounds = [...values, ...ties, ...(place === undefined ? [] : [place])]
  const summary = {
    kind: name.kind,
    sources: new Set(grounds.map(({ source }) => source)).size,
    synthetic: name.synthetic || ties.some((tie) => tie.synthetic),
  }
  return {
    ...{ id, kind: name.kind, name: wordsFigure(name.claim, name.name, summary.synthetic) },
    ...{ named: withCommon(named, summary), grounds: new Map(), office: null },
  }
}

/** Words of stages, each once and with its figure; what is unknown is no word. */
function listed(found: readonly { code: MarkWord | string; figure: Figure }[]): Named {
  const known = found.filter(({ code }) => code !== 'unknown')
  return {
    value: [...new Set(known.map(({ code }) => code))],
    figures: known.map(({ figure }) => figure),
    codes: known.map(({ code }) => code),
  }
}

/** Whether any relation of a kind is there, with the claims that say so. */
const tied = (found: readonly Tie[], name: string): Named => ({
  value: found.length > 0,
  figures: found.map(({ claim, synthetic }) => wordsFigure(claim, name, synthetic)),
})

/** A place with how many firms of the chain stand there. */
export function placeCandidate(ground: Ground, place: PlaceOfFirms, name: string): Candidate {
  const { drawing } = ground
  const { claims, firms, synthetic, sources } = place
  const parameters = { ...drawing.parameters, thing: place.place }
  const marks = { synthetic, stale: false, unit: '家' }
  const members = countFigure('place-members', parameters, firms, marks)
  const [first = ''] = claims
  const nameFigure = wordsFigure(first, name, synthetic)
  const distance = drawing.relate(place.code)
  const named = new Map<string, Named>([
    ['members', { value: exact(firms), figures: [members] }],
    ['place', { value: distance, figures: [nameFigure], codes: [distance] }],
  ])
  return {
    ...{ id: place.place, kind: 'division', name: nameFigure, office: null },
    named: withCommon(named, { kind: 'division', sources, synthetic }),
    grounds: new Map([[members.id, claims]]),
  }
}
