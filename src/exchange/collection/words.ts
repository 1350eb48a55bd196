import { fillWords, formatDate, Problem, type Words } from '../../base/index.ts'

/** Printed in a cell that stands, of which this recipient may not see the value. */
export const HELD_TEXT = '已掌握'
/** Printed in a cell that another round or another body answers. */
export const ELSEWHERE_TEXT = '另行收集'

/** How an answer is to be written, by the kind of value. */
export const FORM_WORDS = {
  text: { zh: '文字', en: 'words' },
  date: { zh: '日期，如 2026-01-31', en: 'a date, as 2026-01-31' },
  code: { zh: '代码，逐位填写', en: 'the code, every character' },
  number: { zh: '数字', en: 'a number' },
  anyUnit: { zh: '数字和单位，如 1200吨/年', en: 'a number with its unit, as 1200吨/年' },
} as const satisfies Record<string, Words>

export const formOfUnit = (unit: string): Words => ({
  zh: `数字，单位：${unit}`,
  en: `a number, in ${unit}`,
})

export const formOfChoice = (choices: readonly Words[]): Words => ({
  zh: `选填：${choices.map(({ zh }) => zh).join('、')}`,
  en: `one of: ${choices.map(({ zh }) => zh).join('、')}`,
})

interface Fault {
  readonly code: string
  readonly words: Words
}

export const textLong = (limit: number): Fault => ({
  code: 'text-long',
  words: { zh: `超过 ${limit} 字`, en: `longer than ${limit} characters` },
})

export const unitWrong = (unit: string, found: string): Fault => ({
  code: 'value-unit',
  words: {
    zh: `单位应为“${unit}”，所填为“${found}”`,
    en: `it should be in ${unit}, and is in ${found === '' ? 'no unit' : found}`,
  },
})

export const unitMissing = (): Fault => ({
  code: 'unit-missing',
  words: { zh: '没有写明单位', en: 'it does not say its unit' },
})

/** What may be wrong with the rows and cells of a returned workbook. */
export const RETURN_WORDS = {
  'row-missing': {
    zh: '这一行没有交回，按未答处理',
    en: 'This row did not come back; it counts as not answered',
  },
  'row-unknown': {
    zh: '下发的表中没有这一行，未取',
    en: 'No such row was sent; nothing of it was taken',
  },
  'row-foreign': {
    zh: '这一行的行码属于另一份工作簿，未取',
    en: 'The key of this row belongs to another workbook; nothing of it was taken',
  },
  'row-unsure': {
    zh: '隐藏的行码与所见的代码、名称对不上，分不清是哪一家，未取',
    en: 'Its hidden key and the code and name that are seen disagree; nobody can tell whose row it is, and nothing was taken',
  },
  'row-moved': {
    zh: '排序时隐藏的行码没有随行移动；代码与名称一致，按所见的代码取',
    en: 'The hidden key did not move with the row; code and name agree, and the row was taken by them',
  },
  'key-lost': {
    zh: '隐藏的行码不见了，按代码认出',
    en: 'Its hidden key is gone; the row was known by its code',
  },
  'code-typed-over': {
    zh: '代码被改动；行码与名称一致，仍按原来的代码取',
    en: 'The code was typed over; key and name agree, and the row was taken under its own code',
  },
  'column-gone': {
    zh: '这一列不见了，其中各格按未答处理',
    en: 'This column is gone; its cells count as not answered',
  },
  'known-typed-over': {
    zh: '这一格已有，不在收集之列，所填未取；原为“{was}”。如原数有误，请另附说明',
    en: 'This cell was known and not asked; what was typed was not taken. It was “{was}”. If that is wrong, say so apart',
  },
  'elsewhere-typed': {
    zh: '这一格由另一轮收集或另一单位填报，所填未取',
    en: 'This cell is collected by another round or body; what was typed was not taken',
  },
  'said-twice': {
    zh: '同一对象的行出现不止一次，所填不同，各格都未取',
    en: 'The thing has more than one row and they disagree; neither was taken',
  },
  'refused-before': {
    zh: '同样的答复曾被退回，未再提交审定',
    en: 'The same answer was refused before and is not put forward again',
  },
  formula: {
    zh: '这一格是公式，未取；请填数值',
    en: 'This cell is a formula and was not taken; type the value',
  },
  'and-more': { zh: '还有 {count} 处，改正以上各处后再交回', en: '{count} more; mend these first' },
} as const satisfies Record<string, Words>

export type ReturnFault = keyof typeof RETURN_WORDS

const step = (reason: string, reasonEn: string): Problem =>
  new Problem('collection-step', { reason, reasonEn })

export const notDraft = (): Problem => step('只有草拟中的轮次可以下发', 'Only a draft can be sent')

export const closedAlready = (): Problem => step('这一轮已经关闭', 'The round is closed')

export const notSent = (): Problem =>
  step('这一轮尚未下发，还不收回表', 'The round was not sent yet and takes no returns')

const invalid = (field: Words, reason: Words): Problem =>
  new Problem('invalid-input', {
    ...{ field: field.zh, fieldEn: field.en, reason: reason.zh, reasonEn: reason.en },
  })

export const propertiesUnfit = (properties: readonly string[]): Problem =>
  invalid(
    { zh: '事项', en: 'Properties' },
    {
      zh: `这类对象没有或不能这样收集：${properties.join('、')}`,
      en: `not properties of this kind that can be collected: ${properties.join(', ')}`,
    },
  )

export const kindUnfit = (kind: string): Problem =>
  invalid({ zh: '对象', en: 'Kind' }, { zh: `没有种类 ${kind}`, en: `there is no kind ${kind}` })

export const firmsOnly = (): Problem =>
  invalid(
    { zh: '填报方', en: 'Who answers' },
    { zh: '只有企业可以各自填报', en: 'only firms answer for themselves' },
  )

export const nobodyAsked = (): Problem =>
  invalid(
    { zh: '单位', en: 'Bodies' },
    { zh: '没有选填报单位', en: 'no body was chosen to answer' },
  )

export const timeAhead = (): Problem =>
  invalid(
    { zh: '数据所属期', en: 'Time of the data' },
    { zh: '不能在今天之后', en: 'it cannot begin after today' },
  )

export const duePast = (): Problem =>
  invalid(
    { zh: '截止日期', en: 'Due' },
    { zh: '应为今天或以后', en: 'it should be today or later' },
  )

/** A note to copy into whatever the office sends its letters with; nothing leaves by itself. */
export function reminderOf(its: {
  readonly name: string
  readonly title: string
  readonly code: string
  readonly due: string
  readonly open: number
  /** Days until the deadline; negative once it has passed. */
  readonly days: number
  readonly office: string
}): Words {
  const days = Math.abs(its.days)
  const when =
    its.days < 0
      ? { zh: `已逾期 ${days} 天`, en: `${days} days overdue` }
      : its.days === 0
        ? { zh: '今日截止', en: 'due today' }
        : { zh: `距截止还有 ${days} 天`, en: `${days} days left` }
  const values = { ...its, dayZh: formatDate(its.due, 'zh'), dayEn: formatDate(its.due, 'en') }
  return fillWords(REMINDER, { ...values, whenZh: when.zh, whenEn: when.en })
}

const REMINDER: Words = {
  zh: '{name}：\n“{title}”（收数编号 {code}）请于{dayZh}前交回，{whenZh}，尚有 {open} 项未填。只需填写标黄各格，其余内容本办已经掌握，不必重复填报。\n{office}',
  en: 'To {name}:\nplease return “{title}” (collection code {code}) by {dayEn}; {whenEn}, {open} cells are open. Only the yellow cells are asked; all else is known here and need not be filled in again.\n{office}',
}

/** Titles and lines of a workbook. It is read by bodies and firms of the region, so it is Chinese. */
export const PAPER_TEXT = {
  guideSheet: '填报说明',
  tableSheet: '填报表',
  codeTitle: '统一社会信用代码',
  codeTitlePlain: '代码',
  nameTitle: '名称',
  codeLine: '收数编号：{workbook}　填报方：{name}　截止日期：{due}　数据所属期：{period}',
  fillLine: '只填黄色各格；灰色各格已经掌握，不必填写，也请勿改动。',
} as const

/** The guide in the form of an official letter, its places filled per recipient. */
export const GUIDE_LINES: readonly string[] = [
  '{name}：',
  '为减轻填报负担，本次只收集本办尚未掌握或已过时限的内容，每项只收一次。现将有关事项说明如下：',
  '一、填报内容。见“填报表”，共 {rows} 行、{asked} 格。黄色各格请填写；灰色各格已经掌握，供核对之用，请勿改动。',
  '二、填报口径。数据所属期为{period}。表头下一行写明各列的单位和写法；数字只填数值即可，如用其他单位请在格内写明（如 1.2亿元）。请填数值，不要填公式。',
  '三、确实无法提供的，请在格内填“无法提供”，不要留空，也不要填 0。',
  '四、灰色各格内容有误的，请另附说明，不要在格内改写。',
  '五、请于{due}前将本工作簿交回。文件可以改名，行可以排序，也可以只交回部分行；请勿删除表头和隐藏的行、列，以免影响辨认。',
  '收数编号：{workbook}',
  '{office}',
  '{issued}',
]
