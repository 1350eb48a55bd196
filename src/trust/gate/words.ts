import { Problem } from '../../base/index.ts'
import { KEY_LENGTH_MAX } from './key.ts'

export const invalidKey = (): Problem =>
  new Problem('invalid-input', {
    field: '幂等键',
    fieldEn: 'Idempotency key',
    reason: `须为 1 至 ${KEY_LENGTH_MAX} 个可见字符`,
    reasonEn: `it must have 1 to ${KEY_LENGTH_MAX} visible characters`,
  })
