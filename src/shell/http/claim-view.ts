// Claims as the interface shows them.
import type { z } from '@hono/zod-openapi'
import type { ClaimView as Claim, Figure as DomainFigure } from '../../graph/figures/index.ts'
import type { HttpContext } from './frame/context.ts'
import { labelLevels } from './frame/labels.ts'
import type { ClaimView } from './schemas/claims.ts'
import type { Figure } from './schemas/figure.ts'

export type ClaimDto = z.infer<typeof ClaimView>
export type FigureDto = z.infer<typeof Figure>

/** A figure with fields that the schema lists, and no more. */
export function figureDto(figure: DomainFigure): FigureDto {
  const { id, text, kind, synthetic, stale, operator, number, low, high, unit, period } = figure
  return { id, text, kind, synthetic, stale, operator, number, low, high, unit, period }
}

/** A figure where there may be none. */
export const figureOrNull = (figure: DomainFigure | null): FigureDto | null =>
  figure === null ? null : figureDto(figure)

/** Claims as the interface shows them, in the order given. */
export async function claimDtos(c: HttpContext, claims: readonly Claim[]): Promise<ClaimDto[]> {
  const levels = await labelLevels(
    c,
    claims.map(({ source }) => source.label),
  )
  return claims.map((claim) => ({
    ...claim,
    figure: figureDto(claim.figure),
    quote: claim.quote ?? '',
    locator: { ...claim.locator },
    source: { ...claim.source, label: levels.get(claim.source.label) ?? '' },
    conflicts: claim.conflicts.map(({ claim: id, figure, source }) => ({
      claim: id,
      figure: figureDto(figure),
      source: { id: source.id, title: source.title },
    })),
  }))
}
