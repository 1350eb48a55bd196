/** Shapes of the log's screen. See types.ts. */

/** Hashes and signatures: SHA-256 with Ed25519, or SM3 with SM2. */
export type LogSuite = 'intl' | 'gm'

export interface LogCheckpoint {
  origin: string
  suite: LogSuite
  size: number
  root: string
  note: string
  signedAt: string
  waiting: number
}

export interface LogKeys {
  items: { id: string; key: string; suite: LogSuite; madeAt: string }[]
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
