import { Problem, type Uuid } from '../../base/index.ts'

export const DESK_MODES = ['four-eyes', 'one-person'] as const
export type DeskMode = (typeof DESK_MODES)[number]

/** What an installation does until somebody says otherwise. */
export const FIRST_MODE: DeskMode = 'four-eyes'

/**
 * Whoever confirms must be another person than whoever made it, unless the desk has one person.
 * Problem: `four-eyes`.
 */
export function refuseSameEyes(mode: DeskMode, madeBy: readonly Uuid[], actor: Uuid): void {
  if (mode === 'four-eyes' && madeBy.includes(actor)) throw new Problem('four-eyes')
}
