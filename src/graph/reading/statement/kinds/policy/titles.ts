import type { Analysis, Place } from '../../model.ts'

/** A title as the text prints it, with its place. */
export interface Title extends Place {
  readonly title: string
  /** Document number behind it, e.g. 国发〔2018〕27号; '' when none is printed. */
  readonly documentNumber: string
}

const NOUN =
  '方案|规划|计划|意见|通知|办法|规则|条例|决定|纲要|措施|规定|目录|指南|法|要点|政策|公告|标准|行动|报告|白皮书|蓝图|细则|战略|清单|协定|宣言|公报|指引|若干|倡议|章程|制度|名单|准则|规范|决议|路线图'
const IS_TITLE = new RegExp(`(?:${NOUN})(?:（[^（）]*）|[\\d—–-]+年?)*$|^(?:关于|国务院关于)`)
const IN_MARKS = /《((?:[^《》\n]|《[^《》\n]{1,60}》){2,120})》/g
export const NUMBER =
  /[（(]?([\u4e00-\u9fa5]{2,8}[〔[【（]((?:19|20)\d\d)[〕\]】）]\d{1,4}号)[）)]?/
const PLAN =
  /(?:(?:[\u4e00-\u9fa5]{2,3}省|我国|国家|全国)?(?:发布了?|出台了?|印发了?)?)“?(十[一二三四五])五”?规划和(?:20\d\d|二〇\d\d)年远景目标纲要/g
const IN_QUOTES =
  /(?:发布|印发|出台|公布|提出)了?“([^“”]{6,40})”(?:国家)?(?:计划|规划|方案|战略|行动)/g
const BARE =
  /^(?:国务院(?:办公厅)?关于|关于|“十[一二三四五]五”)[^。，；：《》]{6,80}(?:规划|通知|意见|办法|决定|条例|方案|纲要)$/

/** Titles of papers in order: in 《》, in quotation marks behind 发布, and bare ones of tables. */
export function titlesIn(analysis: Analysis): Title[] {
  const { text } = analysis
  const marked: Title[] = []
  for (const match of text.matchAll(IN_MARKS)) {
    const title = match[1] as string
    const from = match.index
    const to = from + match[0].length
    const number = numberBehind(text, to)
    if (isPaper(title, text.slice(Math.max(0, from - 12), from)) || number !== '')
      marked.push({ from, to, title, documentNumber: number })
  }
  const others = [...plansIn(text), ...quotedIn(text), ...bareIn(text)]
  const free = others.filter((one) =>
    marked.every(({ from, to }) => one.to <= from || one.from >= to),
  )
  return [...marked, ...free].sort((left, right) => left.from - right.from)
}

/** A book, a journal and a song stand in 《》 as well: a paper ends in its kind, or is a report. */
const isPaper = (title: string, before: string): boolean =>
  IS_TITLE.test(title) || /(?:报告|白皮书|文件|政策)$/.test(before)

function numberBehind(text: string, at: number): string {
  const behind = text.slice(at, at + 40)
  const found = NUMBER.exec(behind)
  return found !== null && found.index <= 1 ? (found[1] as string) : ''
}

const plansIn = (text: string): Title[] =>
  [...text.matchAll(PLAN)].map((match) => {
    const core = match[0].replace(/^.*?(?=“?十[一二三四五]五)/, '')
    const from = match.index + match[0].length - core.length
    return { from, to: from + core.length, title: core, documentNumber: '' }
  })

const quotedIn = (text: string): Title[] =>
  [...text.matchAll(IN_QUOTES)].map((match) => {
    const title = match[1] as string
    const from = match.index + match[0].indexOf('“')
    return { from, to: match.index + match[0].length, title, documentNumber: '' }
  })

/** A paragraph of its own that is a title and nothing else, as cells of a table are. */
function bareIn(text: string): Title[] {
  const found: Title[] = []
  for (const match of text.matchAll(/[^\n]+/g)) {
    if (!BARE.test(match[0])) continue
    const to = match.index + match[0].length
    found.push({ from: match.index, to, title: match[0], documentNumber: '' })
  }
  return found
}

/** 《试点工作方案》 stands for a longer title told before: its letters come in that order. */
export function isShortFor(short: string, long: string): boolean {
  if (short.length >= long.length) return false
  let at = 0
  for (const letter of long) if (letter === short[at]) at += 1
  return at === short.length
}
