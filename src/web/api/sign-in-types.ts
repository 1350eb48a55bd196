/** Shapes of sessions, second factors and the measures that guard signing in. */
import type { Words } from './types.ts'

export interface SessionView {
  id: string
  /** Browser and system; empty when not known. */
  device: string
  address: string
  role: string
  organisation: string
  since: string
  usedAt: string
  expiresAt: string
  /** The session that asks. */
  current: boolean
}

export interface OwnSessions {
  items: SessionView[]
  limitMinutes: { idle: number; longest: number; proof: number }
}

export interface FactorView {
  kind: 'totp' | 'certificate'
  since: string
  subject: string | null
}

export interface OwnFactors {
  factors: FactorView[]
  recoveryLeft: number
  /** Subject of the client certificate of this very request. */
  certificate: string | null
  takesCertificates: boolean
}

/** Told once; null to a request that came again. */
export interface TotpStarted {
  secret: string | null
  address: string | null
}

export interface RecoveryCodes {
  recoveryCodes: string[] | null
}

export interface SignInState {
  sessions: SessionView[]
  /** 0 when the login is not locked. */
  lockedSeconds: number
  factors: FactorView[]
}

export interface Safeguards {
  secondFactor: boolean
  stepUp: boolean
  separated: boolean
}

export type SafeguardName = keyof Safeguards

export interface SafeguardsView extends Safeguards {
  reason: string
  setBy: string | null
  setAt: string | null
  words: Record<SafeguardName, Words>
  seats: { role: string; name: Words; held: boolean }[]
}
