/** English words of the overview, the firms, one thing, the people and the coverage table. */
import type { zhRegister } from './zh-register.ts'

export const enRegister: Record<keyof typeof zhRegister, string> = {
  'coverage.title': 'What was asked for',
}
