import { Problem, type Words } from '../../base/index.ts'

/** Why something stays in the house. */
export type HiddenReason = 'label' | 'partner' | 'personal'

export const HIDDEN_WHAT: Readonly<Record<HiddenReason, Words>> = {
  label: { zh: '标签较严的内容', en: 'Material under a closer label' },
  partner: { zh: '企业的境外合作方', en: 'Foreign partners of firms' },
  personal: { zh: '个人信息', en: 'Personal data' },
}

/** The rule behind each reason. */
export const HIDDEN_WHY: Readonly<Record<HiddenReason, Words>> = {
  label: {
    zh: '标签不对本次的读者开放',
    en: 'Its label is not open to these readers',
  },
  partner: {
    zh: '与境内企业有供应、持股或依赖关系的境外企业，名称不外发',
    en: 'A firm abroad that supplies, holds or depends on one at home is not named',
  },
  personal: {
    zh: '人名、职务、手机号、证件号与邮箱不对这些读者公开',
    en: 'Names, posts, telephone and identity numbers and addresses are not for these readers',
  },
}

/** Stands where a text was hidden. */
export const NOT_PUBLISHED: Words = { zh: '按规定不公开', en: 'Not published, by rule' }

export const policyInvalid = (reason: string): Problem =>
  new Problem('pack-invalid', { pack: 'core', file: 'publication.json', reason })
