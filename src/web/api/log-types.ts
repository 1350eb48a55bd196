/** Shapes of the log's screen. See types.ts. */

export interface LogCheckpoint {
  origin: string
  suite: string
  size: number
  root: string
  note: string
  signedAt: string
  waiting: number
}

export interface LogKeys {
  items: { id: string; key: string; suite: string; madeAt: string }[]
}

export type WitnessState = 'never' | 'late' | 'current'

export interface WitnessView {
  id: string
  name: string
  key: string
  organisation: string
  registeredAt: string
  retiredAt: string | null
  size: number | null
  signedAt: string | null
  state: WitnessState
}

export interface Witnessing {
  needed: number
  witnessedSize: number | null
  witnesses: WitnessView[]
  forks: { size: number; note: string; reportedAt: string }[]
}
