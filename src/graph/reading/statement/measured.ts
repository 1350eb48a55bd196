// What a figure measures: its subject, metric and time, and whether it is planned or said to be so.
import { lastBefore, within } from './analysis.ts'
import { anyOf } from './choice.ts'
import type { FigureWords, PlaceWords } from './lexicon.ts'
import type { Analysis, Doubt, Figure, Moment, Place, Sentence } from './model.ts'
import type { PlaceRules } from './places.ts'

export interface Measured {
  readonly subject: string
  readonly metric: string
  readonly time: string
  readonly isPlanned: boolean
  /** The words that say it, from the beginning of the clause to the end of the figure. */
  readonly place: Place
  readonly doubts: readonly Doubt[]
}

/** Tells what a figure measures. */
export interface MeasureRules {
  readonly places: PlaceRules
  readonly planned: RegExp
  readonly said: RegExp
  readonly strongSaid: RegExp
  readonly counted: RegExp
  readonly verbs: RegExp
  readonly rise: RegExp
  readonly opening: RegExp
  readonly home: RegExp
  readonly nation: RegExp
  readonly nationIndustry: RegExp
  readonly world: RegExp
  readonly worldIndustry: RegExp
  readonly scope: RegExp
  readonly zone: RegExp
  readonly named: RegExp
  readonly notSubject: RegExp
}

export function measureRules(
  words: FigureWords,
  { districts }: PlaceWords,
  places: PlaceRules,
): MeasureRules {
  const industry = `([\\u4e00-\\u9fa5A-Za-z]{2,8}?)${anyOf(words.industries)}`
  const [nation, world, home] = [anyOf(words.nation), anyOf(words.world), anyOf(words.home)]
  return {
    places,
    planned: new RegExp(anyOf(words.planned)),
    said: new RegExp(
      words.said.map((word) => `${word}${notBehind(word, words.notSaid)}`).join('|'),
    ),
    strongSaid: new RegExp(anyOf(words.strongSaid)),
    counted: new RegExp(`^(?:的)?${anyOf(words.counters)}`),
    verbs: new RegExp(`${anyOf(words.verbs)}+$`),
    rise: new RegExp(`(?:${anyOf(words.compared)}|较\\d{4}年)?${anyOf(words.rises)}(?:了|到)?$`),
    opening: new RegExp(`^${anyOf(words.openings)}`),
    home: new RegExp(`^${home}`),
    nation: new RegExp(`^${nation}`),
    nationIndustry: new RegExp(`^${nation}${industry}`),
    world: new RegExp(`^${world}`),
    worldIndustry: new RegExp(`^${world}${industry}`),
    scope: new RegExp(`^(?:${home}|${nation}|${world})`),
    zone: new RegExp(
      `^[\\u4e00-\\u9fa5]{0,8}?${anyOf(districts.filter((each) => each.length > 1))}`,
    ),
    named: new RegExp(`^([\\u4e00-\\u9fa5A-Za-z]{2,14}?)${anyOf(words.nouns)}`),
    notSubject: new RegExp(anyOf(words.notSubjects)),
  }
}

/** 已 says a fact, and 已成为 does not. */
const notBehind = (word: string, longer: readonly string[]): string => {
  const rests = longer
    .filter((each) => each.startsWith(word))
    .map((each) => each.slice(word.length))
  return rests.length === 0 ? '' : `(?!${anyOf(rests)})`
}

/** 到2025年 and 在2021年将 plan only where the year is not past; 截至 never does. */
const BY_YEAR = /(?<!截)[到至]((?:19|20)\d\d)年/g

function isPlanned(
  { planned, said, strongSaid }: MeasureRules,
  lead: string,
  base: string,
): boolean {
  if (planned.test(lead.slice(lead.search(said) + 1))) return !strongSaid.test(lead)
  const year = [...lead.matchAll(BY_YEAR)].at(-1)?.[1]
  return year !== undefined && year >= base.slice(0, 4) && !said.test(lead)
}

/** Null for the counters of a list (五大工程, 三方面), which are no figures of a thing. */
export function measuredOf(
  analysis: Analysis,
  sentence: Sentence,
  figure: Figure,
): Measured | null {
  const rules = analysis.rules.measures
  const end = figure.to - sentence.from
  const after = sentence.text.slice(end)
  if (rules.counted.test(after) && /[个项条类种件次处]$|^$/.test(figure.unit)) return null
  if (figure.unit === '年' || figure.unit === '天') return null
  const { clause, from } = clauseOf(analysis, sentence, figure)
  const behind = nounBehind(after)
  const metric = metricOf(rules, clause, behind, sentence.text, from)
  if (metric === '' || /^[\d.,]/.test(metric)) return null
  const place = {
    from: sentence.from + from,
    to: figure.to + (usesBehind(rules, clause) ? behind.length : 0),
  }
  const lead = sentence.text.slice(0, end)
  const subject = subjectOf(analysis, sentence, clause, from)
  const time = timeOf(analysis, sentence, figure)
  return {
    ...{ metric, place: trimmed(analysis, place), subject: subject.told, time: time.told },
    doubts: [...subject.doubts, ...time.doubts],
    isPlanned: isPlanned(rules, lead, analysis.articles[sentence.article]?.date ?? ''),
  }
}

/** What was made out, with what makes it unsure. */
interface Told {
  readonly told: string
  readonly doubts: readonly Doubt[]
}

const surely = (told: string): Told => ({ told, doubts: [] })
const doubtfully = (told: string, code: Doubt['code'], detail = told): Told => ({
  told,
  doubts: told === '' || detail === '' ? [] : [{ code, detail }],
})

/** What leads up to a figure within its clause. */
interface Clause {
  readonly clause: string
  /** Place of its beginning in the sentence. */
  readonly from: number
}

/**
 * From the last comma on; in a row (甲占32%、乙占23%) from behind the figure before, where words of
 * its own stand between the two.
 */
function clauseOf(analysis: Analysis, sentence: Sentence, figure: Figure): Clause {
  const at = figure.from - sentence.from
  const from = clauseStart(sentence.text, at)
  const before = lastBefore(analysis.figures, figure.from)
  const end = before === undefined ? 0 : before.to - sentence.from
  if (end > from) {
    const between = sentence.text.slice(end, at)
    const own = ROW.exec(between)?.[0].length ?? null
    if (own !== null && spoken(analysis.rules.measures, between.slice(own)).length >= 2)
      return { clause: between.slice(own), from: end + own }
  }
  return { clause: sentence.text.slice(from, at), from }
}

/** What stands between the members of a row. */
const ROW = /^[^、]{0,20}、|^(?:和|及|以及|与)/
const CLAUSE_END = '，；：。（“'

function clauseStart(text: string, at: number): number {
  let from = at
  while (from > 0 && !CLAUSE_END.includes(text[from - 1] as string)) from -= 1
  return from
}

/** 16家高新技术企业: what is counted stands behind the figure. */
const nounBehind = (after: string): string => /^[\u4e00-\u9fa5A-Za-z]{2,18}/.exec(after)?.[0] ?? ''

const usesBehind = (rules: MeasureRules, clause: string): boolean => spoken(rules, clause) === ''

const TIME_WORDS =
  /(?:截至|截止|到|至|从|自)?(?:(?:19|20)\d\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[-—至到~～](?:19|20)\d\d年?)?(?:年?[底末初中])?|“?十[一二三四五]五”?(?:时期|期间|末)?|今年|去年|近年来?|目前|当前|力争|计划|预计|预期|目标是?|未来[一二三四五六七八九十\d]+年)(?:以来|前|在)?/g

/** A clause without its times, places in front and verbs behind. */
function spoken(rules: MeasureRules, clause: string): string {
  const plain = clause.replace(TIME_WORDS, '').replace(rules.verbs, '').replace(rules.opening, '')
  const length = rules.places.at(plain, 0)?.length ?? rules.scope.exec(plain)?.[0].length ?? 0
  return plain
    .slice(length)
    .replace(/^的/, '')
    .replace(rules.verbs, '')
    .replace(/^[的在、和]+|[的、“]+$/g, '')
}

function metricOf(
  rules: MeasureRules,
  clause: string,
  behind: string,
  text: string,
  from: number,
): string {
  // 甲、乙等10个城市 counts what stands behind.
  if (clause.endsWith('等') && behind !== '') return behind
  const own = withoutFigures(spoken(rules, clause))
  const rise = rules.rise.exec(clause)
  if (rise !== null && own.length <= 6) return `${metricBefore(rules, text, from)}${own || rise[0]}`
  if (own.length >= 2) return own
  if (behind !== '') return behind
  return metricBefore(rules, text, from)
}

/** A figure that was told before is no part of what is measured. */
const withoutFigures = (words: string): string =>
  words.replace(/^.*[\d.,]+(?:[%‰]|[万亿]?[\u4e00-\u9fa5]{1,2})[、和及]?/, '') || words

/** The clause before says what is measured: 分别为5143件、434件; 2019年的725亿美元. */
function metricBefore(rules: MeasureRules, text: string, from: number): string {
  const before = text.slice(0, Math.max(0, from - 1)).replace(/[\d.,]+[%\u4e00-\u9fa5]{0,4}$/, '')
  const clause = before.slice(clauseStart(before, before.length))
  return spoken(rules, clause).slice(-30)
}

/** Clauses before the figure that are looked at for its subject. */
const CLAUSES_BEFORE = 8

function subjectOf(analysis: Analysis, sentence: Sentence, clause: string, from: number): Told {
  const rules = analysis.rules.measures
  const home = analysis.articles[sentence.article]?.region ?? ''
  const plain = clause.replace(TIME_WORDS, '').replace(rules.opening, '')
  const lead = sentence.from + from + clause.length - plain.length
  const named = within(analysis.bodies, { from: lead, to: lead + plain.length })[0]
  // 宁德时代 is a firm and no place.
  if (named?.from === lead) {
    return clause.endsWith('等') ? doubtfully(home, 'subject-several', plain) : surely(named.name)
  }
  const near = subjectIn(rules, plain, home)
  if (near !== '') return surely(near)
  const before = sentence.text.slice(0, from).split(/[，；：。]/)
  for (const part of before.reverse().slice(0, CLAUSES_BEFORE)) {
    const found = subjectIn(rules, part.replace(TIME_WORDS, ''), home)
    if (found !== '') return surely(found)
  }
  const bodies = within(analysis.bodies, { from: sentence.from, to: sentence.from + from })
  const names = new Set(bodies.map(({ name }) => name))
  const last = bodies.at(-1)?.name
  if (last === undefined) return doubtfully(home, 'subject-implied')
  return names.size === 1
    ? surely(last)
    : doubtfully(last, 'subject-several', [...names].join('、'))
}

function subjectIn(rules: MeasureRules, clause: string, home: string): string {
  if (rules.home.test(clause)) return home
  if (rules.nation.test(clause)) {
    const industry = rules.nationIndustry.exec(clause)?.[1]
    return industry === undefined ? '全国' : `我国${industry}`
  }
  const world = rules.worldIndustry.exec(clause)?.[1]
  if (world !== undefined) return `全球${world}`
  const place = rules.places.at(clause, 0)
  if (place !== null) {
    const zone = rules.zone.exec(clause.slice(place.length))
    return zone === null ? place.name : clause.slice(0, place.length + zone[0].length)
  }
  const named = rules.named.exec(clause)?.[1] ?? ''
  return rules.notSubject.test(named) ? '' : named
}

function timeOf(analysis: Analysis, sentence: Sentence, figure: Figure): Told {
  const moments = within(analysis.moments, { from: sentence.from, to: figure.to }).filter(
    ({ printed }) => printed !== '',
  )
  const own = moments.filter((moment) => !isBase(analysis, moment)).at(-1)
  if (own !== undefined) {
    const words = analysis.text.slice(own.from, own.to)
    return own.isReckoned ? doubtfully(own.printed, 'date-reckoned', words) : surely(own.printed)
  }
  const before = analysis.sentences[sentence.number - 1]
  if (before?.paragraph !== sentence.paragraph) return surely('')
  const carried = within(analysis.moments, before)
    .filter(({ printed }) => printed !== '')
    .at(-1)
  return doubtfully(carried?.printed ?? '', 'date-carried')
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

/** More figures between two full stops are cells of a table, which no words lead up to. */
const FIGURES_MAX = 60

type MeasuredFigure = { readonly figure: Figure; readonly measured: Measured }

/** What is said and what is planned are two kinds that read the same figures. */
const found = new WeakMap<Analysis, readonly MeasuredFigure[]>()

/** Figures of a text, each with what it measures. */
export function measuredIn(analysis: Analysis): readonly MeasuredFigure[] {
  const known = found.get(analysis)
  if (known !== undefined) return known
  const all = analysis.sentences.flatMap((sentence) => {
    const figures = within(analysis.figures, sentence)
    if (figures.length > FIGURES_MAX) return []
    return figures.flatMap((figure) => {
      const measured = measuredOf(analysis, sentence, figure)
      return measured === null ? [] : [{ figure, measured }]
    })
  })
  found.set(analysis, all)
  return all
}
