/** The reasons for which a claim is sent back. */
import type { RejectReason } from '../../api/index.ts'

/** In the order of their keys, 1 to 6. */
export const REASONS: readonly RejectReason[] = [
  'wrong-value',
  'wrong-subject',
  'wrong-period',
  'wrong-unit',
  'duplicate',
  'insufficient',
]
