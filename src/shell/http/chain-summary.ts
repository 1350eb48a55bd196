// Chains in a list, each with its counts.
import type { z } from '@hono/zod-openapi'
import {
  buildMap,
  type ChainFacts,
  type ChainReading,
  chainCounts,
  drawingOf,
  keptChainFacts,
  readChains,
} from '../../graph/chain/index.ts'
import { countFigure } from '../../graph/figures/index.ts'
import { stagesWith } from '../algorithms.ts'
import { figureDto } from './claim-view.ts'
import type { ChainSummary } from './schemas/overview.ts'

type Summary = z.infer<typeof ChainSummary>

/** All chains that a reading shows, in the order that sources give them, then by name. */
export async function chainSummaries(reading: ChainReading): Promise<Summary[]> {
  const named = await readChains(reading.db, reading)
  const found = await keptChainFacts(
    reading.db,
    reading,
    named.map(({ id }) => id),
  )
  return found
    .filter((facts) => facts !== null)
    .toSorted((one, other) => orderOf(one) - orderOf(other))
    .map((facts) => summaryOf(reading, facts))
}

/** Where a chain stands among others; behind all that have a place when no source gives it one. */
function orderOf({ chainValues }: ChainFacts): number {
  const order = chainValues.find(({ property }) => property === 'order')?.number ?? null
  return order === null ? Number.MAX_SAFE_INTEGER : Number(order)
}

function summaryOf(reading: ChainReading, facts: ChainFacts): Summary {
  const { id } = facts.chain
  const map = buildMap(facts, drawingOf(reading, id))
  const counts = chainCounts(facts)
  const { known, valid } = reading.asOf
  const parameters = { chain: id, home: reading.home, known, valid }
  const synthetic = map.stages.length > 0 && map.stages.every((stage) => stage.synthetic)
  const figure = (what: string, unit: string) => {
    const { count, synthetic: counted } = counts[what] ?? { count: 0, synthetic: false }
    const marks = { synthetic: synthetic || counted, stale: false, unit }
    return figureDto(countFigure('chain-count', { ...parameters, what }, count, marks))
  }
  const verdict = (word: string) => {
    const counted = stagesWith(map, word)
    const invented = counted.some((stage) => stage.synthetic)
    const marks = { synthetic: synthetic || invented, stale: false, unit: '个' }
    const { length } = counted
    return figureDto(countFigure('chain-verdicts', { ...parameters, word }, length, marks))
  }
  return {
    id,
    name: map.chain.name,
    englishName: map.chain.englishName,
    stages: figure('stages', '个'),
    firms: figure('firms', '家'),
    links: figure('links', '条'),
    claims: figure('claims', '条'),
    synthetic,
    verdicts: {
      strong: verdict('strong'),
      stable: verdict('stable'),
      weak: verdict('weak'),
      missing: verdict('missing'),
      unknown: verdict('unknown'),
    },
    newest:
      map.stages
        .flatMap(({ newest }) => newest ?? [])
        .toSorted()
        .at(-1) ?? null,
  }
}
