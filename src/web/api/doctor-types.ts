/** Shapes of the health screen. See types.ts. */

export interface CheckView {
  id: string
  state: 'good' | 'look' | 'broken'
  what: string
  why: string
  next: string | null
}

export interface Checks {
  state: CheckView['state']
  now: string
  checks: CheckView[]
}
