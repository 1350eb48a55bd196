import { within } from '../../analysis.ts'
import { isPlaceName } from '../../bodies.ts'
import type { Analysis, Place, Sentence } from '../../model.ts'
import type { Rules } from '../../rules.ts'

export interface Issuing {
  /** Names joined by 、; '' when the text does not say. */
  readonly issuer: string
  readonly date: string
  /** Where the naming of issuer or date begins, in the reading text. */
  readonly from: number
}

const TIME =
  /^(?:.*[，：])?(?:(?:(?:19|20)\d\d年|今年|去年)?(?:\d{1,2}月)?(?:\d{1,2}日|底|初|中旬|上旬|下旬)?|近日|日前|本月|随后|此前|目前|据悉)?[，、]?/
/** Who issued the paper whose title begins at `title.from`, and when, by its own sentence. */
export function issuingOf(analysis: Analysis, sentence: Sentence, title: Place): Issuing {
  const before = sentence.text.slice(0, title.from - sentence.from)
  const rules = analysis.rules
  const match = rules.papers.issued.exec(before)
  const clause = { from: sentence.from, to: title.from }
  const moment = within(analysis.moments, clause)
    .filter(({ until, iso }) => until === '' && iso !== '')
    .at(-1)
  if (match === null) return { issuer: '', date: '', from: title.from }
  const names = namesOf(rules, match[1] as string)
  const from =
    names === ''
      ? title.from
      : sentence.from + before.lastIndexOf(firstOf(names), match[0].length + before.length)
  const near = moment !== undefined && title.from - moment.from < 90
  const start = near ? Math.min(from, moment.from) : from
  return { issuer: names, date: near ? moment.iso : '', from: Math.max(sentence.from, start) }
}

const firstOf = (names: string): string => names.split('、')[0] as string

/** The actors of a clause: 近日, dates and 联合 taken away, each a body or a place. */
function namesOf(rules: Rules, clause: string): string {
  const last = clause.split(/[，：]/).filter((part) => part.trim() !== '')
  const spoken = (last.at(-1) ?? '').replace(TIME, '').replace(rules.papers.soft, '')
  const plain = spoken
    .replace(/^.*?(?:以来|之后|期间)/, '')
    .replace(/(?:联合|会同|与|及|和)(?=[\u4e00-\u9fa5]{2,}(?:局|委|部|厅|院|办|行|会))/g, '、')
  const parts = plain.split(/、+/).filter((part) => part !== '')
  const good = parts.filter((part) => isActor(rules, part))
  return good.length === parts.length && good.length > 0 ? good.join('、') : ''
}

const isActor = ({ papers, places }: Rules, name: string): boolean =>
  name.length <= 30 &&
  (isPlaceName(places, name) ||
    /^(?:[\u4e00-\u9fa5]{2,3}省|[\u4e00-\u9fa5]{2,8}(?:市|高新区|开发区|新区))$/.test(name) ||
    papers.actor.test(name))

const OWN =
  /^((?:中共中央|国务院|[\u4e00-\u9fa5]{2,10}?(?:省|市|区|县)?[\u4e00-\u9fa5]{0,8}?(?:厅|局|委|部|人民政府|办公厅|委员会))+)(?=关于|\d{4}年|印发)/

/** An issuer that the title itself names: 国务院关于…, 江苏省生态环境厅2021年…计划. */
export const issuerInTitle = (title: string): string => OWN.exec(title)?.[1] ?? ''
