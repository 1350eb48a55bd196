/** English words of the working screens. */
import type { zhDesk } from './zh-desk.ts'

export const enDesk: Record<keyof typeof zhDesk, string> = {
  'desk.none': 'Nothing here yet',
}
