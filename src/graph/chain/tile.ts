import type { Uuid } from '../../base/index.ts'
import {
  countFigure,
  type Figure,
  figureOfClaim,
  isStale,
  type Lexicon,
  type Parameters,
} from '../figures/index.ts'
import {
  type LabelledFigure,
  type Makers,
  type MarkWord,
  type MemberFact,
  PLACES,
  type Place,
  type Position,
  type StageTile,
  type ValueFact,
  type VerdictWord,
} from './model.ts'

const VERDICTS: Readonly<Record<string, VerdictWord>> = {
  strong: 'strong',
  stable: 'stable',
  weak: 'weak',
  missing: 'missing',
  unknown: 'unknown',
  强: 'strong',
  稳: 'stable',
  弱: 'weak',
  缺: 'missing',
  未明: 'unknown',
}
const MARKS: Readonly<Record<string, MarkWord>> = {
  chokePoint: 'chokePoint',
  breakPoint: 'breakPoint',
  blockage: 'blockage',
  卡点: 'chokePoint',
  断点: 'breakPoint',
  堵点: 'blockage',
}
const POSITIONS: Readonly<Record<string, Position>> = {
  upstream: 'upstream',
  midstream: 'midstream',
  downstream: 'downstream',
  上游: 'upstream',
  中游: 'midstream',
  下游: 'downstream',
}

/** The source's own count of makers, where it states one, takes the place of our count. */
const STATED_MAKERS: Readonly<Partial<Record<Place, string>>> = {
  local: 'makersLocal',
  province: 'makersProvince',
  country: 'makersCountry',
  abroad: 'makersAbroad',
}

/** What is needed to draw facts: the day, the words, and how near a place is. */
export interface Drawing {
  readonly lexicon: Lexicon
  /** ISO date by which freshness is judged. */
  readonly today: string
  /** Distance of a division or country code from the office that looks. */
  readonly relate: (code: string) => Exclude<Place, 'unplaced'> | null
  /** Parameters that every count of this map is computed with. */
  readonly parameters: Parameters
}

/** The figure of a value, grey where it is older than its kind of fact may be. */
export function figureOfValue(drawing: Drawing, fact: ValueFact): Figure {
  const ages = { validFrom: fact.valid_from, publishedOn: fact.published_on }
  const limit = drawing.lexicon.maximumAgeMonths(fact.property)
  const stale = isStale(ages, limit, drawing.today)
  return figureOfClaim(fact.claim, fact, { synthetic: fact.synthetic, stale })
}

/** The first, that is the newest, fact of a property; facts arrive in that order. */
export function newestOf(facts: readonly ValueFact[], property: string): ValueFact | null {
  return facts.find((fact) => fact.property === property) ?? null
}

/** Measured values, the newest of each property, as labelled figures. */
export function measuresOf(drawing: Drawing, facts: readonly ValueFact[]): LabelledFigure[] {
  const stated = new Set(Object.values(STATED_MAKERS))
  const seen = new Set<string>()
  const measures: LabelledFigure[] = []
  for (const fact of facts) {
    const { property } = fact
    if (fact.number === null || property === 'order' || stated.has(property)) continue
    if (seen.has(property)) continue
    seen.add(property)
    const label = drawing.lexicon.label(property)
    measures.push({ property, label, figure: figureOfValue(drawing, fact) })
  }
  return measures
}

/** Each firm once, with the nearest of the places that sources name for it. */
export function placesOfFirms(
  members: readonly MemberFact[],
  relate: Drawing['relate'],
): Map<Uuid, Place> {
  const places = new Map<Uuid, Place>()
  for (const { member, kind, place_code } of members) {
    if (kind !== 'firm') continue
    const place = (place_code === null ? null : relate(place_code)) ?? 'unplaced'
    const known = places.get(member)
    if (known === undefined || PLACES.indexOf(place) < PLACES.indexOf(known)) {
      places.set(member, place)
    }
  }
  return places
}

function makersOf(
  drawing: Drawing,
  stage: Uuid,
  facts: readonly ValueFact[],
  members: readonly MemberFact[],
): Makers {
  const places = [...placesOfFirms(members, drawing.relate).values()]
  const synthetic = members.some((member) => member.synthetic)
  const figureAt = (place: Place): Figure | null => {
    const property = STATED_MAKERS[place]
    const stated = property === undefined ? null : newestOf(facts, property)
    if (stated !== null) return figureOfValue(drawing, stated)
    if (places.length === 0) return null
    const count = places.filter((each) => each === place).length
    const parameters = { ...drawing.parameters, stage, place }
    return countFigure('stage-makers', parameters, count, { synthetic, stale: false, unit: '家' })
  }
  return Object.fromEntries(PLACES.map((place) => [place, figureAt(place)])) as Makers
}

/** What is known of one stage. */
export interface StageFacts {
  readonly id: Uuid
  readonly name: string
  readonly claim: Uuid
  readonly synthetic: boolean
  readonly parent: Uuid | null
  readonly values: readonly ValueFact[]
  /** Members of the stage and of all stages inside it. */
  readonly members: readonly MemberFact[]
}

/** When a source does not say when it was published, what it speaks of tells its age. */
function newestDate(facts: readonly ValueFact[]): string | null {
  const dates = facts.flatMap(({ published_on, valid_from }) => published_on ?? valid_from ?? [])
  return dates.sort().at(-1) ?? null
}

function isTileStale(drawing: Drawing, facts: readonly ValueFact[]): boolean {
  const judged = facts.filter(({ property }) => drawing.lexicon.maximumAgeMonths(property) !== null)
  const verdict = newestOf(judged, 'verdict')
  if (verdict !== null) return figureOfValue(drawing, verdict).stale
  return judged.length > 0 && judged.every((fact) => figureOfValue(drawing, fact).stale)
}

/** Draws one stage from its facts. A stage of which nothing is stated is 未明, never weak. */
export function tileOf(drawing: Drawing, stage: StageFacts): StageTile {
  const { id, name, claim, parent, values, members } = stage
  const verdict = newestOf(values, 'verdict')
  const marks = values.flatMap((fact) => {
    const mark = fact.property === 'mark' ? MARKS[fact.printed] : undefined
    return mark === undefined ? [] : [{ mark, figure: figureOfValue(drawing, fact) }]
  })
  const printed = (property: string): string | null => newestOf(values, property)?.printed ?? null
  const firms = placesOfFirms(members, drawing.relate).size
  const synthetic = stage.synthetic || values.some((fact) => fact.synthetic)
  const parameters = { ...drawing.parameters, stage: id }
  return {
    id,
    name,
    englishName: printed('englishName'),
    figure: figureOfClaim(claim, bare(name), { synthetic: stage.synthetic, stale: false }),
    parent,
    position: POSITIONS[printed('position') ?? ''] ?? null,
    column: printed('column'),
    order: Number(newestOf(values, 'order')?.number ?? printed('order') ?? 0),
    verdict: {
      word: VERDICTS[verdict?.printed ?? ''] ?? 'unknown',
      figure: verdict === null ? null : figureOfValue(drawing, verdict),
    },
    marks: marks.filter(({ mark }, at) => marks.findIndex((each) => each.mark === mark) === at),
    makers: makersOf(drawing, id, values, members),
    facts: measuresOf(drawing, values),
    firms: countFigure('stage-firms', parameters, firms, {
      synthetic: synthetic || members.some((member) => member.synthetic),
      stale: false,
      unit: '家',
    }),
    sources: new Set(values.filter(isEvidence).map(({ source }) => source)).size,
    newest: newestDate(values.filter(isEvidence)),
    stale: isTileStale(drawing, values),
    synthetic,
  }
}

/** Properties that only place a stage on the sheet are no evidence of what it is like. */
function isEvidence({ property }: ValueFact): boolean {
  return !['position', 'column', 'order', 'englishName', 'note'].includes(property)
}

/** A value that is nothing but its words. */
export function bare(printed: string) {
  return {
    printed,
    operator: null,
    number: null,
    low: null,
    high: null,
    unit: null,
    valid_from: null,
    valid_to: null,
  }
}
