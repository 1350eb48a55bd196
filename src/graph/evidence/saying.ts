import type { ClaimRow } from './model.ts'

/** What is said of which thing at which place, whoever read it. */
export const sayingOf = (
  row: Pick<ClaimRow, 'subject' | 'property' | 'printed' | 'span_start' | 'span_end'>,
): string => JSON.stringify([row.subject, row.property, row.printed, row.span_start, row.span_end])
