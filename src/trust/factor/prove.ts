import { strict as assert } from 'node:assert'
import type { Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import { recoveryHash } from './recovery.ts'
import { boundTo, type Sealer } from './seal.ts'
import { factorsOf, readSecret, spendCode, spendStep } from './store.ts'
import { matchedStep } from './totp.ts'

/** What somebody shows beside the password. */
export interface Shown {
  /** A one-time code or a recovery code. */
  readonly code: string | null
  /** Subject of the client certificate that a trusted proxy has checked. */
  readonly certificate: string | null
}

/** What the proof rests on. */
export interface ProofGround {
  readonly tenant: number
  readonly person: Uuid
  readonly now: Date
  readonly sealer: Sealer | null
}

/** Six digits are a one-time code, whatever else is typed may be one for recovery. */
const ONE_TIME = /^\d{6}$/

/**
 * Whether what is shown proves the person, once: a code is spent in this transaction and is never
 * good again. Whoever has no second factor proves nothing by it.
 */
export async function proveFactor(
  tx: Database,
  ground: ProofGround,
  { code, certificate }: Shown,
): Promise<boolean> {
  const { tenant, person, now } = ground
  const factors = await factorsOf(tx, tenant, person)
  const isCarried = factors.some(({ subject }) => subject !== null && subject === certificate)
  if (isCarried) return true
  const typed = code?.normalize('NFKC').replaceAll(/\s/g, '') ?? ''
  if (typed === '' || !factors.some(({ kind }) => kind === 'totp')) return false
  if (!ONE_TIME.test(typed)) {
    return spendCode(tx, { tenant, person, hash: recoveryHash(tenant, person, typed), now })
  }
  const step = await stepOf(tx, ground, typed)
  return step !== null && spendStep(tx, { tenant, person, step, confirmedAt: null })
}

/** The time step of a one-time code of the person, confirmed or just begun; null when it fits none. */
export async function stepOf(
  tx: Database,
  { tenant, person, now, sealer }: ProofGround,
  code: string,
): Promise<number | null> {
  const kept = await readSecret(tx, tenant, person)
  if (kept === null) return null
  assert(sealer !== null, 'secrets are sealed, and there is no key to open them')
  const secret = sealer.open(kept.secret, boundTo(tenant, person))
  return secret === null ? null : matchedStep(secret, code, { now, lastStep: kept.lastStep })
}
