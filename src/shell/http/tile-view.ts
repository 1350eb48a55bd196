// Tiles and ribbons as the interface shows them.
import type { z } from '@hono/zod-openapi'
import type { Ribbon as DomainRibbon, StageTile as DomainTile } from '../../graph/chain/index.ts'
import { figureDto, figureOrNull } from './claim-view.ts'
import type { Ribbon, StageTile } from './schemas/chains.ts'

/** A stage as a tile of the map. */
export function tileDto(tile: DomainTile): z.infer<typeof StageTile> {
  const { figure: _named, makers, ...rest } = tile
  return {
    ...rest,
    verdict: { word: tile.verdict.word, figure: figureOrNull(tile.verdict.figure) },
    marks: tile.marks.map(({ mark, figure }) => ({ mark, figure: figureDto(figure) })),
    makers: {
      local: figureOrNull(makers.local),
      province: figureOrNull(makers.province),
      country: figureOrNull(makers.country),
      abroad: figureOrNull(makers.abroad),
      unplaced: figureOrNull(makers.unplaced),
    },
    facts: tile.facts.map(({ property, label, figure }) => ({
      property,
      label,
      figure: figureDto(figure),
    })),
    firms: figureDto(tile.firms),
  }
}

/** A supply link as a ribbon of the map. */
export function ribbonDto(ribbon: DomainRibbon): z.infer<typeof Ribbon> {
  return { ...ribbon, figure: figureDto(ribbon.figure), value: figureOrNull(ribbon.value) }
}
