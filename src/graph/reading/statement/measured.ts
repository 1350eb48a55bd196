// What a figure measures: its subject, metric and time, and whether it is planned or said to be so.
import { within } from './analysis.ts'
import type { Analysis, Figure, Moment, Place, Sentence } from './model.ts'
import { PLACE, placesIn } from './places.ts'

export interface Measured {
  readonly subject: string
  readonly metric: string
  readonly time: string
  readonly isPlanned: boolean
  /** The words that say it, from the beginning of the clause to the end of the figure. */
  readonly place: Place
}

const PLANNED =
  /力争|计划|目标|预计|预期|拟于|将(?:达|会|增|突|超|实|投|在|启)|要求|争取|确保|有望|新增一|吸引培育/
/** 到2025年 and 在2021年将 plan only where the year is not past; 截至 never does. */
const BY_YEAR = /(?<!截)[到至]((?:19|20)\d\d)年/g
const SAID = /截至|截止|数据显示|已经?(?!成为)/

function isPlanned(lead: string, base: string): boolean {
  if (PLANNED.test(lead.slice(lead.search(SAID) + 1)))
    return !SAID.test(lead) || !/截至|数据显示/.test(lead)
  const year = [...lead.matchAll(BY_YEAR)].at(-1)?.[1]
  return year !== undefined && base !== '' && year >= base.slice(0, 4) && !SAID.test(lead)
}

const COUNTED =
  /^(?:方面|举措|措施|任务|工程|环节|模式|领域|原则|行动|条|挑战|部分|阶段|大|板块|问题|重点|具体|指标|方向|核心|维度|关键词|要点|步骤|办法|类别|方式|层面|章|大类|专项|理由|特点|原因|机制|抓手)/
const VERBS =
  /(?:分别)?(?:已经?|仍|则|将|约|仅|总计|合计|共计|共|达到了?|达|为|是|有|突破|超过|超|增至|增长到|拥有|多达|提升至|扩大到|实现|完成|新增了?|占比?仍?|只有|从|以|等)+$/
const RISE =
  /(同比|环比|较\d{4}年|比上年|每年|年均)?(?:实际)?(增长|下降|增加|减少|提升|提高|上升|降低|回落|翻)(?:了|到)?$/

/** Null for the counters of a list (五大工程, 三方面), which are no figures of a thing. */
export function measuredOf(
  analysis: Analysis,
  sentence: Sentence,
  figure: Figure,
): Measured | null {
  const end = figure.to - sentence.from
  const after = sentence.text.slice(end)
  if (COUNTED.test(after) && /[个项条类种件次处]$|^$/.test(figure.unit)) return null
  if (figure.unit === '年' || figure.unit === '天') return null
  const start = figure.from - sentence.from
  const from = clauseStart(sentence.text, start)
  const clause = sentence.text.slice(from, start)
  const behind = nounBehind(after)
  const metric = metricOf(clause, behind, sentence.text, from)
  if (metric === '') return null
  const place = {
    from: sentence.from + from,
    to: figure.to + (usesBehind(clause) ? behind.length : 0),
  }
  const lead = sentence.text.slice(0, end)
  return {
    ...{ metric, place: trimmed(analysis, place) },
    subject: subjectOf(analysis, sentence, clause, from),
    time: timeOf(analysis, sentence, figure),
    isPlanned: isPlanned(lead, analysis.articles[sentence.article]?.date ?? ''),
  }
}

function clauseStart(text: string, at: number): number {
  let from = at
  while (from > 0 && !/[，；：。（“]/.test(text[from - 1] as string)) from -= 1
  return from
}

/** 16家高新技术企业: what is counted stands behind the figure. */
const nounBehind = (after: string): string => /^[\u4e00-\u9fa5A-Za-z]{2,18}/.exec(after)?.[0] ?? ''

const usesBehind = (clause: string): boolean => spoken(clause) === ''

const TIME_WORDS =
  /(?:截至|截止|到|至|从|自)?(?:(?:19|20)\d\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[-—至到~～](?:19|20)\d\d年?)?(?:年?[底末初中])?|“?十[一二三四五]五”?(?:时期|期间|末)?|今年|去年|近年来?|目前|当前|力争|计划|预计|预期|目标是?|未来[一二三四五六七八九十\d]+年)(?:以来|前|在)?/g

/** A clause without its times, places in front and verbs behind. */
function spoken(clause: string): string {
  const plain = clause.replace(TIME_WORDS, '').replace(VERBS, '')
  const bare = plain.replace(
    new RegExp(
      `^(?:其中|同时|并且|此外)?(?:${PLACE}|全国|全省|全市|我国|我市|我省|本市|中国|全球)?(?:的)?`,
    ),
    '',
  )
  return bare.replace(VERBS, '').replace(/^[的在、和]+|[的、“]+$/g, '')
}

function metricOf(clause: string, behind: string, text: string, from: number): string {
  const own = spoken(clause)
  const rise = RISE.exec(clause)
  if (rise !== null && own.length <= 6) return `${metricBefore(text, from)}${own || rise[0]}`
  if (own.length >= 2) return own
  if (behind !== '') return behind
  return metricBefore(text, from)
}

/** The clause before says what is measured: 分别为5143件、434件; 2019年的725亿美元. */
function metricBefore(text: string, from: number): string {
  const before = text.slice(0, Math.max(0, from - 1)).replace(/[\d.,]+[%\u4e00-\u9fa5]{0,4}$/, '')
  const clause = before.slice(clauseStart(before, before.length))
  return spoken(clause).slice(-30)
}

const SUBJECT_END = /(?:拥有|规模|市场|占|数量|指数|增|实现|完成|的|达|为|已|累计|共|发行|年均|总)/

function subjectOf(analysis: Analysis, sentence: Sentence, clause: string, from: number): string {
  const article = analysis.articles[sentence.article]
  const home = article?.region ?? ''
  const plain = clause.replace(TIME_WORDS, '').replace(/^(?:其中|同时|此外)/, '')
  const near = subjectIn(plain, home)
  if (near !== '') return near
  const before = sentence.text
    .slice(0, from)
    .split(/[，；：。]/)
    .reverse()
  for (const part of before) {
    const found = subjectIn(part.replace(TIME_WORDS, ''), home)
    if (found !== '') return found
  }
  const body = within(analysis.bodies, { from: sentence.from, to: sentence.from + from }).at(-1)
  return body?.name ?? home
}

function subjectIn(clause: string, home: string): string {
  if (/^(?:全省|我省|本省|全市|我市|本市|全区|该省|该市)/.test(clause)) return home
  if (/^(?:全国|我国|中国)/.test(clause)) {
    const rest = /^(?:全国|我国|中国)([\u4e00-\u9fa5A-Za-z]{2,8}?)(?:行业|产业|市场|试剂)/.exec(
      clause,
    )
    return rest === null ? '全国' : `我国${rest[1]}`
  }
  const world = /^全球([\u4e00-\u9fa5A-Za-z]{2,8}?)(?:行业|产业|市场)/.exec(clause)
  if (world !== null) return `全球${world[1]}`
  const place = new RegExp(
    `^(${PLACE})([\\u4e00-\\u9fa5]{0,8}(?:开发区|高新区|科学城|新区))?`,
  ).exec(clause)
  if (place !== null)
    return place[2] === undefined ? (placesIn(place[1] as string)[0] ?? '') : place[0]
  const named = /^([\u4e00-\u9fa5A-Za-z]{2,14}?)(?:拥有|规划|市场|规模|产量|产值|数量|的)/.exec(
    clause,
  )
  return named !== null && !SUBJECT_END.test(named[1] as string) ? (named[1] as string) : ''
}

function timeOf(analysis: Analysis, sentence: Sentence, figure: Figure): string {
  const moments = within(analysis.moments, { from: sentence.from, to: figure.to }).filter(
    ({ printed }) => printed !== '',
  )
  const own = moments.filter((moment) => !isBase(analysis, moment)).at(-1)
  if (own !== undefined) return own.printed
  const at = analysis.sentences.indexOf(sentence)
  const before = analysis.sentences[at - 1]
  if (before?.paragraph !== sentence.paragraph) return ''
  return (
    within(analysis.moments, before)
      .filter(({ printed }) => printed !== '')
      .at(-1)?.printed ?? ''
  )
}

/** 较2018年增长 compares with a year; it is not the year that is spoken of. */
const isBase = (analysis: Analysis, moment: Moment): boolean =>
  /[较比]$/.test(analysis.text.slice(Math.max(0, moment.from - 1), moment.from))

const QUOTE_LIMIT = 115

function trimmed(analysis: Analysis, place: Place): Place {
  const from = Math.max(place.from, place.to - QUOTE_LIMIT)
  const blank = /^[的、和“]*/.exec(analysis.text.slice(from, place.to))?.[0].length ?? 0
  return { from: Math.min(from + blank, place.to - 1), to: place.to }
}

/** Figures of a sentence, each with what it measures. */
export function measuredIn(analysis: Analysis): { figure: Figure; measured: Measured }[] {
  return analysis.sentences.flatMap((sentence) =>
    within(analysis.figures, sentence).flatMap((figure) => {
      const measured = measuredOf(analysis, sentence, figure)
      return measured === null ? [] : [{ figure, measured }]
    }),
  )
}
