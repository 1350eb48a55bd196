import { queryOptions } from '@tanstack/react-query'
import { type ClaimView, type FigureAnswer, get, withQuery } from '../../api/index.ts'

export const figureQuery = (figure: string) =>
  queryOptions({
    queryKey: ['figures', figure],
    queryFn: ({ signal }) => get<FigureAnswer>(`/figures/${encodeURIComponent(figure)}`, signal),
  })

/** The address at which the source is open with the span of this claim in view. */
export function spanHref({ id, source, locator }: ClaimView): string {
  const { sheet, row, page } = locator
  return withQuery(`/sources/${source.id}`, { claim: id, sheet, row, page })
}
