export const SAFEGUARDS = ['secondFactor', 'stepUp', 'separated'] as const
export type SafeguardName = (typeof SAFEGUARDS)[number]

/** Each measure, in force or not. */
export type SafeguardSwitches = Readonly<Record<SafeguardName, boolean>>

/** How an office begins, and what is taken to hold where nothing is written down. */
export const ALL_ON: SafeguardSwitches = { secondFactor: true, stepUp: true, separated: true }

/** What stands against a change; null when nothing does. */
export type SafeguardFault = 'no-reason' | 'same' | 'no-own-factor' | 'seats-doubled'

/** What is known when a change is judged. */
export interface Surroundings {
  readonly before: SafeguardSwitches
  /** Whether whoever changes it has a second factor: else the change would lock them out. */
  readonly hasFactor: boolean
  /** How many people hold the seats of two administrators. */
  readonly doubled: number
}

/** Pure: judges a change of the measures. */
export function changeFault(
  next: SafeguardSwitches & { readonly reason: string },
  { before, hasFactor, doubled }: Surroundings,
): SafeguardFault | null {
  if (next.reason === '') return 'no-reason'
  if (SAFEGUARDS.every((name) => next[name] === before[name])) return 'same'
  if (next.secondFactor && !before.secondFactor && !hasFactor) return 'no-own-factor'
  if (next.separated && !before.separated && doubled > 0) return 'seats-doubled'
  return null
}
