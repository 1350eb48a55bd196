import { sha256Hex, type Uuid } from '../../base/index.ts'
import { base32 } from './totp.ts'

/** How many are told at once. */
export const RECOVERY_CODES = 10
/** 80 bits each: too many to guess, so a plain hash keeps them. */
const CODE_BYTES = 10
const GROUP = /.{4}(?=.)/g

/** Codes for the day on which the telephone is lost: `k3fd-…`, four groups of four. */
export function makeRecoveryCodes(random: (sizeBytes: number) => Uint8Array): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    base32(random(CODE_BYTES)).toLowerCase().replace(GROUP, '$&-'),
  )
}

/** The hash under which a code is kept, however it was typed; it is bound to its person. */
export function recoveryHash(tenant: number, person: Uuid, code: string): string {
  const typed = code.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '')
  return sha256Hex(`recovery:${tenant}:${person}:${typed}`)
}
