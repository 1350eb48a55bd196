import type { RowOutcome } from '../../api/index.ts'

/** In the order in which a person asks: what came in, what changed, what waits, what was refused. */
export const OUTCOMES: readonly RowOutcome[] = [
  'new',
  'changed',
  'same',
  'possible',
  'held',
  'refused',
]
