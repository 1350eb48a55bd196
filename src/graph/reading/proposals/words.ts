import type { Words } from '../../../base/index.ts'

/** What a person should know before accepting what was read. */
export const CAUTION_WORDS = {
  'subject-unplaced': {
    zh: '原文所说的对象尚未对应到已知的环节、产品、企业或地区，先记为议题',
    en: 'What the text speaks of is no stage, product, firm or place known here; it is kept as a topic',
  },
  'subject-missing': {
    zh: '原文没有说明这个数字属于谁',
    en: 'The text does not say whose figure this is',
  },
  'metric-unknown': {
    zh: '没有对应的属性，按所述数字原样记下',
    en: 'No property fits; the figure is kept as the text states it',
  },
  'unit-unknown': {
    zh: '数字或单位不能换算，按原文记下',
    en: 'The figure or its unit cannot be computed with; it is kept as text',
  },
  'date-imprecise': {
    zh: '发布日期只精确到年或月，未记入',
    en: 'The day of issue is not printed, only its year or month; it is left out',
  },
  'name-only': {
    zh: '只有名称，没有代码；是否同一机构由人判断',
    en: 'A name without a code; whether it is a known body is for a person to say',
  },
} satisfies Record<string, Words>

export type CautionOfProposal = keyof typeof CAUTION_WORDS
