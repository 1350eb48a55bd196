// One stage with its facts, firms and neighbours.
import type { z } from '@hono/zod-openapi'
import { Problem } from '../../base/index.ts'
import {
  type ChainReading,
  chainsOfStage,
  readStage,
  readValues,
  type StageMember,
  type StageReading,
  type ValueFact,
} from '../../graph/chain/index.ts'
import { figureOfClaim, isStale } from '../../graph/figures/index.ts'
import { divisionOf } from '../../graph/kinds/index.ts'
import { authorise } from '../../trust/access/index.ts'
import { figureDto } from './claim-view.ts'
import { actorIn } from './frame/actor.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { chainReadingIn, dayAt } from './frame/reading.ts'
import * as routes from './schemas/stages.ts'
import { tileDto } from './tile-view.ts'

type View = z.infer<typeof routes.StageView>

const FIRMS_MAX = 200

export function addStages(api: Api): void {
  api.openapi(routes.readStage, async (c) => {
    authorise(actorIn(c), 'read-chain')
    const { chain, ...days } = c.req.valid('query')
    const reading = chainReadingIn(c, days)
    const { id } = c.req.valid('param')
    const [of = ''] = chain === undefined ? await chainsOfStage(reading.db, reading, id) : [chain]
    if (of === '') throw new Problem('not-found')
    return c.json(await stageView(c, reading, await readStage(reading, of, id), id), 200)
  })
}

async function stageView(
  c: HttpContext,
  reading: ChainReading,
  { map, facts, members, ancestors }: StageReading,
  id: string,
): Promise<View> {
  const byId = new Map(map.stages.map((stage) => [stage.id, stage]))
  const tile = byId.get(id)
  if (tile === undefined) throw new Problem('not-found')
  const neighbours = (from: 'from' | 'to', to: 'from' | 'to'): View['upstream'] =>
    [...new Set(map.links.filter((link) => link[from] === id).map((link) => link[to]))].flatMap(
      (other) => {
        const stage = byId.get(other)
        return stage === undefined
          ? []
          : [{ id: other, name: stage.name, verdict: stage.verdict.word }]
      },
    )
  const firms = members.filter(({ kind }) => kind === 'firm')
  const products = members.filter(({ kind }) => kind === 'product')
  return {
    tile: tileDto(tile),
    chain: { id: map.chain.id, name: map.chain.name },
    ancestors: ancestors.map((each) => ({ id: each, name: byId.get(each)?.name ?? '' })),
    facts: factsOf(
      reading,
      facts.values.filter(({ subject }) => subject === id),
    ),
    firms: { items: await firmRows(c, reading, firms.slice(0, FIRMS_MAX)), total: firms.length },
    products: {
      items: products.slice(0, FIRMS_MAX).map((product) => ({
        id: product.id,
        kind: product.kind,
        name: product.name,
        figure: figureDto(named(product)),
      })),
      total: products.length,
    },
    upstream: neighbours('to', 'from'),
    downstream: neighbours('from', 'to'),
  }
}

/** Each property once, by its newest fact, with how many others say something else. */
function factsOf(reading: ChainReading, values: readonly ValueFact[]): View['facts'] {
  const properties = [...new Set(values.map(({ property }) => property))]
  return properties.flatMap((property) => {
    const group = values.filter((fact) => fact.property === property)
    const [fact] = group
    if (fact === undefined) return []
    const others = group.filter(
      ({ valid_from, printed }) => valid_from === fact.valid_from && printed !== fact.printed,
    )
    return [
      {
        property,
        label: reading.lexicon.label(property),
        figure: figureDto(figureOfFact(reading, fact)),
        source: { id: fact.source, title: fact.source_title },
        validFrom: fact.valid_from,
        recordedOn: dayAt(new Date(fact.recorded_at)),
        conflicts: others.length,
      },
    ]
  })
}

function figureOfFact(reading: ChainReading, fact: ValueFact) {
  const ages = { validFrom: fact.valid_from, publishedOn: fact.published_on }
  const limit = reading.lexicon.maximumAgeMonths(fact.property)
  const stale = isStale(ages, limit, dayAt(new Date(reading.asOf.known)))
  return figureOfClaim(fact.claim, fact, { synthetic: fact.synthetic, stale })
}

/** The claim that puts a member into the stage, called by the member's name. */
function named({ claim, name, synthetic }: StageMember) {
  const bare = { operator: null, number: null, low: null, high: null, unit: null }
  const row = { printed: name, ...bare, valid_from: null, valid_to: null }
  return figureOfClaim(claim, row, { synthetic, stale: false })
}

async function firmRows(
  c: HttpContext,
  reading: ChainReading,
  firms: readonly StageMember[],
): Promise<View['firms']['items']> {
  const ids = firms.map(({ id }) => id)
  const values = ids.length === 0 ? [] : await readValues(reading.db, reading, ids)
  const short = values.filter(({ property }) => property === 'shortName')
  const { places } = c.var.installation
  return firms.map((firm) => ({
    id: firm.id,
    name: firm.name,
    shortName: short.find(({ subject }) => subject === firm.id)?.printed ?? null,
    region: firm.region === null ? null : (divisionOf(places, firm.region)?.name ?? firm.region),
    figure: figureDto(named(firm)),
    share: null,
  }))
}
