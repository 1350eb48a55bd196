import { Problem, type Words } from '../../base/index.ts'

/** Why something stays in the house. */
export type HiddenReason = 'label' | 'partner' | 'personal' | 'quote'

export const HIDDEN_WHAT: Readonly<Record<HiddenReason, Words>> = {
  label: { zh: '限内部或限定范围的内容', en: 'Facts under a closer label' },
  partner: { zh: '企业的境外合作方', en: 'Foreign partners of firms' },
  personal: { zh: '个人信息', en: 'Personal data' },
  quote: { zh: '提及上述内容的原文', en: 'Quotations that speak of the above' },
}

export const HIDDEN_WHY: Readonly<Record<HiddenReason, Words>> = {
  label: {
    zh: '其标签不对本次导出的读者开放',
    en: 'Its label is not open to the readers of this export',
  },
  partner: {
    zh: '企业与境外方的供应、持股和依赖关系按规定不公开',
    en: 'Supply, share and dependence between a firm and firms abroad are not published',
  },
  personal: { zh: '个人信息不对外公开', en: 'Personal data are not published' },
  quote: {
    zh: '原文会说出已隐去的内容',
    en: 'The quotation would tell what was hidden',
  },
}

/** Stands where a quotation or a cell was hidden. */
export const NOT_PUBLISHED: Words = { zh: '按规定不公开', en: 'Not published, by rule' }

export const policyInvalid = (reason: string): Problem =>
  new Problem('pack-invalid', { pack: 'core', file: 'publication.json', reason })
