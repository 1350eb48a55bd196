import { lastBefore } from '../../analysis.ts'
import type { Analysis, Place } from '../../model.ts'
import type { PaperRules } from './rules.ts'

/** A title as the text prints it, with its place. */
export interface Title extends Place {
  readonly title: string
  /** Document number behind it, e.g. 国发〔2018〕27号; '' when none is printed. */
  readonly documentNumber: string
}

const IN_MARKS = /《((?:[^《》\n]|《[^《》\n]{1,60}》){2,120})》/g
export const NUMBER =
  /[（(]?([\u4e00-\u9fa5]{2,8}[〔[【（]((?:19|20)\d\d)[〕\]】）]\d{1,4}号)[）)]?/
const PLAN =
  /(?:(?:[\u4e00-\u9fa5]{2,3}省|我国|国家|全国)?(?:发布了?|出台了?|印发了?)?)“?(十[一二三四五])五”?规划和(?:20\d\d|二〇\d\d)年远景目标纲要/g
/** Titles of papers in order: in 《》, in quotation marks behind 发布, and bare ones of tables. */
export function titlesIn(analysis: Analysis): Title[] {
  const { text } = analysis
  const rules = analysis.rules.papers
  const marked: Title[] = []
  for (const match of text.matchAll(IN_MARKS)) {
    const title = match[1] as string
    const from = match.index
    const to = from + match[0].length
    const number = numberBehind(text, to)
    if (isPaper(rules, title, text.slice(Math.max(0, from - 12), from)) || number !== '')
      marked.push({ from, to, title, documentNumber: number })
  }
  const others = [...plansIn(text), ...quotedIn(rules, text), ...bareIn(rules, text)]
  const free = others.filter((one) => {
    const before = lastBefore(marked, one.to)
    return before === undefined || before.to <= one.from
  })
  return [...marked, ...free].sort((left, right) => left.from - right.from)
}

/** A book, a journal and a song stand in 《》 as well: a paper ends in its kind, or is a report. */
const isPaper = ({ isTitle, called }: PaperRules, title: string, before: string): boolean =>
  isTitle.test(title) || called.test(before)

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

const quotedIn = ({ quoted }: PaperRules, text: string): Title[] =>
  [...text.matchAll(quoted)].map((match) => {
    const title = match[1] as string
    const from = match.index + match[0].indexOf('“')
    return { from, to: match.index + match[0].length, title, documentNumber: '' }
  })

/** A paragraph of its own that is a title and nothing else, as cells of a table are. */
function bareIn({ bare }: PaperRules, text: string): Title[] {
  const found: Title[] = []
  for (const match of text.matchAll(/[^\n]+/g)) {
    if (match[0].length > 110 || !bare.test(match[0])) continue
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
