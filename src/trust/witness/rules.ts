import { SUITES, type SuiteName, witnessKey } from '../log/index.ts'
import type { WitnessView } from './model.ts'

/** After so many days without a cosignature, while the log grew, a witness is late. */
export const LATE_DAYS = 7

const DAY_MS = 86_400_000

/** A witness with the newest of its cosignatures, as kept. */
export interface KeptWitness extends Omit<WitnessView, 'key' | 'state'> {
  readonly suite: SuiteName
  readonly publicKey: Uint8Array
}

/** How a witness stands to a log of that size now. */
export function viewOf(kept: KeptWitness, newestSize: number, now: Date): WitnessView {
  const { suite, publicKey, ...told } = kept
  const isBehind = kept.size === null || kept.size < newestSize
  const since = kept.signedAt ?? kept.registeredAt
  const isLate = isBehind && now.getTime() - Date.parse(since) > LATE_DAYS * DAY_MS
  const state = isLate ? 'late' : kept.size === null ? 'never' : 'current'
  const key = witnessKey({ suite: SUITES[suite], name: kept.name, publicKey })
  return { ...told, key, state }
}

/**
 * The largest size that enough witnesses vouch for. One that cosigned a larger tree has checked that
 * it contains the smaller ones, so the size is that of the witness in the needed place.
 */
export function witnessedSize(
  witnesses: readonly Pick<WitnessView, 'size' | 'retiredAt'>[],
  needed: number,
): number | null {
  if (needed < 1) return null
  const sizes = witnesses
    .filter(({ retiredAt }) => retiredAt === null)
    .flatMap(({ size }) => size ?? [])
    .sort((one, other) => other - one)
  return sizes[needed - 1] ?? null
}
