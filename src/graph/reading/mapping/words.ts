import type { Words } from '../../../base/index.ts'

/** What is wrong with a mapping beyond its shape. */
export const FAULTS = {
  'one-key': { zh: '须恰有一项，而不是 {count} 项', en: 'exactly one is needed, not {count}' },
  'any-key': { zh: '至少须有一项要求', en: 'at least one demand is needed' },
  'one-value': {
    zh: '对象、文字、数量须且只须给出一种（数量可与对象同用）',
    en: 'give an object, a text or a quantity; only an object may carry a quantity too',
  },
  'too-many': { zh: '超过 {count} 项', en: 'there are more than {count}' },
  'field-unknown': { zh: '没有名为“{name}”的字段', en: 'there is no field {name}' },
  'table-unknown': { zh: '没有名为“{name}”的对照表', en: 'there is no look-up table {name}' },
  'no-column': {
    zh: '须写明列，或以常量开头',
    en: 'it needs a column, or a constant as its first step',
  },
  'number-last': {
    zh: '数字与日期须是最后一步，且只有一步',
    en: 'a number or a date is the last step, and there is one of them',
  },
  'not-number': { zh: '“{name}”不是数字字段', en: '{name} is no field of numbers' },
  'two-lists': {
    zh: '一条陈述只能用一个拆分出的字段',
    en: 'a claim may use one field that is split',
  },
  'split-check': { zh: '拆分出的字段不能核对', en: 'a field that is split cannot be checked' },
  'not-date': { zh: '“{text}”不是 ISO 日期', en: '{text} is no ISO date' },
  'not-decimal': { zh: '“{text}”不是数字', en: '{text} is no number' },
  'pattern-syntax': { zh: '正则表达式有误：{text}', en: 'the pattern is not well-formed: {text}' },
  'pattern-long': {
    zh: '正则表达式超过 {text} 个字符',
    en: 'the pattern has more than {text} characters',
  },
  'pattern-part': {
    zh: '正则表达式中不允许“{text}”',
    en: 'the pattern may not hold {text}',
  },
  'pattern-nested': {
    zh: '正则表达式中重复的组内不能再有重复或多选',
    en: 'a repeated group of the pattern may not repeat or choose inside',
  },
  'pattern-cost': {
    zh: '正则表达式的可能匹配方式过多，请减少重复或以 ^ 开头',
    en: 'the pattern may match in too many ways: repeat less, or begin with ^',
  },
  'group-missing': { zh: '正则表达式没有第 {count} 组', en: 'the pattern has no group {count}' },
} satisfies Record<string, Words>

export type MappingFault = keyof typeof FAULTS
