import { foldQuery } from '../../../base/index.ts'

/** A firm's name in the parts that law gives it: place, trade name and line of business, form. */
export interface NameParts {
  readonly place: string
  /** Trade name and line of business. */
  readonly core: string
  readonly form: string
}

/** Legal forms at the end of a firm's name, the longer before those that they end in. */
export const COMPANY_FORMS = [
  ...['集团股份有限公司', '股份有限公司', '有限责任公司', '集团有限公司', '有限公司'],
  ...['集团公司', '集团', '公司'],
]

const FORMS = [
  ...COMPANY_FORMS,
  ...['研究院', '研究所', '实验室', '大学', '学院', '合伙企业', '中心', '工厂', '厂'],
]

const PLACE =
  /^((?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆)(?:省|市|自治区)?)?((?:\p{Script=Han}{2,4}?(?:市|自治州|盟))?(?:\p{Script=Han}{1,4}?(?:新区|区|县))?)/u

const FORM_AT_END = new RegExp(`(.)(?:${COMPANY_FORMS.join('|')})$`, 'u')

/** A folded name without the legal form at its end. */
export const stemOfName = (name: string): string => foldQuery(name).replace(FORM_AT_END, '$1')

/** Splits a name. A part that the name does not show is ''. */
export function namePartsOf(name: string): NameParts {
  const folded = foldQuery(name)
  const form = FORMS.find((each) => folded.endsWith(each) && folded.length > each.length) ?? ''
  const rest = folded.slice(0, folded.length - form.length)
  const matched = PLACE.exec(rest)?.[0] ?? ''
  const place = rest.length - matched.length >= 2 ? matched : ''
  return { place: place.replace(/(?:省|市|自治区)$/u, ''), core: rest.slice(place.length), form }
}
