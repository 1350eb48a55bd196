import { Problem, type Words } from '../../base/index.ts'
import type { Reason } from './model.ts'

/** Why a condition is not known, as a drawer says it. */
export const REASONS: Readonly<Record<Reason, Words>> = {
  'not-known': { zh: '没有来源说明，不作推断', en: 'No source says; nothing is inferred' },
  'zero-divisor': { zh: '除数为零或可能为零', en: 'The divisor is or may be zero' },
  'unknown-divisor': { zh: '除数未明，无法相除', en: 'The divisor is not known' },
  'too-wide': { zh: '所知范围横跨界限', en: 'The known range lies across the limit' },
  'other-unit': {
    zh: '单位与规则的单位不同，不作换算',
    en: 'Its unit is not that of the rule; nothing is converted',
  },
  'wrong-type': { zh: '值的类型不符', en: 'The value is of another type' },
}

const fault = (rule: string, reason: string, reasonEn: string): Problem =>
  new Problem('rule-invalid', { rule, reason, reasonEn })

export const unreadable = (rule: string, part: string): Problem =>
  fault(rule, `读不懂“${part}”`, `“${part}” cannot be read`)

export const notAllowed = (rule: string, part: string): Problem =>
  fault(rule, `规则里不能用“${part}”`, `“${part}” has no place in a rule`)

export const unknownName = (rule: string, name: string, names: readonly string[]): Problem => {
  const list = names.join(', ')
  return fault(
    rule,
    `没有“${name}”这个名称；可用：${list}`,
    `there is no name “${name}”; known are ${list}`,
  )
}

export const unknownChoice = (rule: string, part: string): Problem =>
  fault(
    rule,
    `if 的条件“${part}”可能未明；改用 and、or，或先问 known()`,
    `the condition “${part}” of if may be unknown; use and, or, or ask known() first`,
  )

export const wrongType = (rule: string, part: string, type: string): Problem =>
  fault(
    rule,
    `“${part}”应是${TYPES[type]?.zh ?? type}`,
    `“${part}” should be ${TYPES[type]?.en ?? type}`,
  )

export const notComparable = (rule: string, part: string): Problem =>
  fault(rule, `“${part}”两边的类型不同`, `the two sides of “${part}” are of different types`)

export const dividesByZero = (rule: string, part: string): Problem =>
  fault(rule, `“${part}”除以零`, `“${part}” divides by zero`)

export const nullCompared = (rule: string): Problem =>
  fault(rule, '不与 null 比较；问 known(名称)', 'nothing is compared with null; ask known(name)')

const TYPES: Readonly<Record<string, Words>> = {
  quantity: { zh: '数', en: 'a number' },
  text: { zh: '文字', en: 'a text' },
  truth: { zh: '真假', en: 'true or false' },
  list: { zh: '列表', en: 'a list' },
}
