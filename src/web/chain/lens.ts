/**
 * The lenses: the same map, its wash and bar by evidence, freshness or region. Name, verdict word
 * and marks never change under a lens. A step runs from 1 (little) to 4 (much); 0 is not known. Pure.
 */
import type { StageTile } from '../api/index.ts'
import { MAKER_PLACES, monthsBetween, numberOf } from '../parts/index.ts'

export const LENSES = ['verdict', 'evidence', 'freshness', 'region'] as const
export type Lens = (typeof LENSES)[number]
export type Step = 0 | 1 | 2 | 3 | 4

/** From much to little, as the legend reads. */
export const STEPS: readonly Step[] = [4, 3, 2, 1, 0]

/** Months up to which a stage counts as fresh, recent, ageing. */
const FRESH_MONTHS = 6
const RECENT_MONTHS = 12

export function isLens(text: unknown): text is Lens {
  return LENSES.some((lens) => lens === text)
}

export function stepOf(tile: StageTile, lens: Exclude<Lens, 'verdict'>, today: string): Step {
  if (lens === 'evidence') return evidenceStep(tile)
  return lens === 'freshness' ? freshnessStep(tile, today) : regionStep(tile)
}

/** Sources behind a stage: one, two, three, more. */
function evidenceStep({ sources }: StageTile): Step {
  return Math.min(4, sources) as Step
}

function freshnessStep({ newest, stale, sources }: StageTile, today: string): Step {
  if (stale) return 1
  // Undated evidence that the server holds to be within its limit is not fresh, and not absent.
  if (newest === null) return sources > 0 ? 2 : 0
  const months = monthsBetween(newest, today)
  if (months <= FRESH_MONTHS) return 4
  return months <= RECENT_MONTHS ? 3 : 2
}

/** The nearest place that has a maker: local, province, country, abroad. */
function regionStep({ makers }: StageTile): Step {
  const nearest = MAKER_PLACES.findIndex((place) => numberOf(makers[place]) > 0)
  return nearest < 0 ? 0 : ((4 - nearest) as Step)
}

export function countSteps(
  stages: readonly StageTile[],
  lens: Exclude<Lens, 'verdict'>,
  today: string,
): ReadonlyMap<Step, number> {
  const counts = new Map<Step, number>(STEPS.map((step) => [step, 0]))
  for (const tile of stages) {
    const step = stepOf(tile, lens, today)
    counts.set(step, (counts.get(step) ?? 0) + 1)
  }
  return counts
}
