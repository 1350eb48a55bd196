import type { JobView } from './desk-types.ts'

/** Whether a job has not ended yet: while it has not, a screen asks for it again. */
export function isOpen({ state }: Pick<JobView, 'state'>): boolean {
  return state === 'waiting' || state === 'running'
}
