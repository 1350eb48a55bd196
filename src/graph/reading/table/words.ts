import type { Words } from '../../../base/index.ts'

/** What is broken about a text table. */
export const DAMAGE = {
  quote: { zh: '第 {row} 行起的引号没有结束', en: 'a quote from row {row} on never ends' },
} satisfies Record<string, Words>
