/** The three sentences under the map, as data: who holds us, what is stale, what is not known. Pure. */
import type { StageTile } from '../api/index.ts'
import type { SupplyPath } from './path.ts'

export interface MapSentences {
  held: { stages: readonly StageTile[] }
  stale: { stages: readonly StageTile[]; oldest: string | null }
  unknown: { count: number; of: number; first: readonly StageTile[] }
}

/** `path` is the supply path of the selected stage; what is not known on it comes first. */
export function sentencesOf(stages: readonly StageTile[], path: SupplyPath | null): MapSentences {
  const stale = stages.filter((stage) => stage.stale)
  const days = stale.flatMap(({ newest }) => (newest === null ? [] : [newest])).sort()
  const unknown = stages.filter(({ verdict }) => verdict.word === 'unknown')
  const onPath = unknown.filter(({ id }) => path?.stages.has(id) ?? false)
  const bare = (onPath.length > 0 ? onPath : unknown).filter(({ sources }) => sources === 0)
  return {
    held: { stages: stages.filter(({ marks }) => marks.some(({ mark }) => mark !== 'blockage')) },
    stale: { stages: stale, oldest: days[0] ?? null },
    unknown: {
      count: unknown.length,
      of: stages.length,
      first: (bare.length > 0 ? bare : unknown).slice(0, 2),
    },
  }
}
