import type { Words } from '../../base/index.ts'

/** Why a code or a statement does not fit the vocabulary; `{places}` are filled by the caller. */
export const KIND_WORDS = {
  'code-empty': { zh: '代码为空', en: 'the code is empty' },
  'code-length': {
    zh: '应为 {length} 位，实为 {found} 位',
    en: 'it should have {length} characters and has {found}',
  },
  'code-characters': {
    zh: '含有不允许的字符“{found}”',
    en: 'it holds the character "{found}", which is not allowed',
  },
  'code-authority': {
    zh: '第 1 位“{found}”不是登记管理部门代码',
    en: 'its first character "{found}" names no registering body',
  },
  'code-region': {
    zh: '第 3 至 8 位应为六位数字的行政区划代码',
    en: 'its characters 3 to 8 should be the six digits of a division',
  },
  'code-check': {
    zh: '校验码不符，第 {place} 位应为“{expected}”',
    en: 'the check character does not agree: place {place} should be "{expected}"',
  },
  'code-form': { zh: '不符合“{scheme}”的格式', en: 'it is not written as a code of {scheme}' },
  'code-exchange': {
    zh: '后缀“{suffix}”与代码所属交易所不符',
    en: 'the suffix "{suffix}" is not the exchange of the code',
  },
  'code-suspicious': {
    zh: '含有不可见或控制字符',
    en: 'it holds invisible or control characters',
  },
  'code-long': { zh: '超过 {limit} 个字符', en: 'it is longer than {limit} characters' },
  'scheme-unknown': { zh: '没有编码方案“{scheme}”', en: 'there is no scheme {scheme}' },
  'kind-unknown': { zh: '没有种类“{kind}”', en: 'there is no kind {kind}' },
  'key-foreign': {
    zh: '“{kind}”不能用“{scheme}”标识',
    en: 'a {kind} cannot be named by {scheme}',
  },
  'property-unknown': { zh: '没有属性“{property}”', en: 'there is no property {property}' },
  'property-foreign': {
    zh: '“{kind}”没有属性“{property}”',
    en: 'a {kind} has no property {property}',
  },
  'subject-foreign': {
    zh: '“{kind}”不能作为“{property}”的主体',
    en: 'a {kind} cannot be the subject of {property}',
  },
  'object-missing': { zh: '“{property}”需要指向一个对象', en: '{property} needs an object' },
  'object-foreign': {
    zh: '“{kind}”不能作为“{property}”的对象',
    en: 'a {kind} cannot be the object of {property}',
  },
  'object-extra': { zh: '“{property}”不指向对象', en: '{property} takes no object' },
  'value-missing': { zh: '“{property}”没有值', en: '{property} has no value' },
  'value-quantity': { zh: '“{property}”应为数量', en: '{property} should be a quantity' },
  'value-unit': {
    zh: '“{property}”的单位应为“{unit}”，实为“{found}”',
    en: '{property} should be in {unit}, not in {found}',
  },
  'value-date': { zh: '“{property}”应为日期', en: '{property} should be a date' },
  'value-choice': {
    zh: '“{property}”应为：{choices}',
    en: '{property} should be one of: {choices}',
  },
} as const satisfies Record<string, Words>

export type KindReason = keyof typeof KIND_WORDS
