import type { Moment, Sentence } from './model.ts'

const MOMENT =
  /((?:19|20)\d\d)年?[-—–至到~～]+((?:19|20)\d\d)年?|((?:19|20)\d\d)[/.](\d{1,2})[/.](\d{1,2})|((?:19|20)\d\d)年(?:(\d{1,2})月(?:(\d{1,2})日)?)?(年?[底末初中]|[上下]半年)?|(今年|去年|前年|明年|本月|上月)(?:(\d{1,2})月(?:(\d{1,2})日)?)?(年?[底末初中])?|(\d{1,2})月(?:(\d{1,2})日)?|(?<!\d)(\d{1,2})日|(近日|日前|最近)|“?(十[一二三四五])五”?|未来([一二三四五六七八九十\d]{1,2})年|(近年来?)/g

const DIGIT = '〇一二三四五六七八九十'
const FIVE_YEARS: Readonly<Record<string, readonly [string, string]>> = {
  十一: ['2006', '2010'],
  十二: ['2011', '2015'],
  十三: ['2016', '2020'],
  十四: ['2021', '2025'],
  十五: ['2026', '2030'],
}

/** Moments of one sentence; `base` is the date of its article, `before` the moment told before. */
export function momentsIn(sentence: Sentence, base: string, before: Moment | null): Moment[] {
  const found: Moment[] = []
  let last = before
  for (const match of sentence.text.matchAll(MOMENT)) {
    const moment = momentOf(match, base, last)
    if (moment === null) continue
    const from = sentence.from + match.index
    const placed = { from, to: from + match[0].length, ...moment }
    found.push(placed)
    if (placed.iso.length >= 7) last = placed
  }
  return found
}

type Told = Pick<Moment, 'iso' | 'until' | 'printed' | 'isReckoned'>

const two = (text: string | undefined): string => (text ?? '').padStart(2, '0')
const joined = (...parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined && part !== '')
    .map((part, at) => (at === 0 ? part : two(part)))
    .join('-')

function momentOf(match: RegExpMatchArray, base: string, last: Moment | null): Told | null {
  const [printed, first, until, y1, m1, d1, y2, m2, d2, tail2] = match
  if (first !== undefined) return { iso: first, until: until as string, printed, isReckoned: false }
  if (y1 !== undefined) return { ...reckoned(joined(y1, m1, d1)), isReckoned: false }
  if (y2 !== undefined) {
    const iso = joined(y2, m2, d2)
    return { iso, until: '', printed: tail2 ? printed : iso, isReckoned: false }
  }
  return relative(match, base, last)
}

const reckoned = (iso: string): Told => ({ iso, until: '', printed: iso, isReckoned: true })

function relative(match: RegExpMatchArray, base: string, last: Moment | null): Told | null {
  const [printed, , , , , , , , , , word, month, day, , m4, d4, d5, recent, plan, years, lately] =
    match
  const year = base.slice(0, 4)
  if (word !== undefined) return byWord(word, month, day, base)
  if (m4 !== undefined) {
    if (Number(m4) > 12) return null
    return reckoned(joined(yearOfMonth(m4, base, last), m4, d4).replace(/^(\d\d)-.*$/, ''))
  }
  if (d5 !== undefined) {
    const month = last?.iso.slice(0, 7) ?? ''
    return month.length === 7 ? reckoned(`${month}-${two(d5)}`) : null
  }
  if (recent !== undefined) return reckoned(base.slice(0, 7))
  if (plan !== undefined) {
    const [begin, end] = FIVE_YEARS[plan] as readonly [string, string]
    return { iso: begin, until: end, printed: `“${plan}五”`, isReckoned: false }
  }
  if (years !== undefined) {
    const count = /^\d+$/.test(years) ? Number(years) : DIGIT.indexOf(years)
    const until = String(Number(year) + count)
    return year === '' ? null : { iso: year, until, printed, isReckoned: true }
  }
  return lately === undefined ? null : { iso: '', until: '', printed: '近年', isReckoned: true }
}

const yearOfMonth = (month: string, base: string, last: Moment | null): string => {
  const year = Number(base.slice(0, 4))
  if (year === 0) return last?.iso.slice(0, 4) ?? ''
  // A digest of January that speaks of December means the year before.
  const isAhead = base.length >= 7 && Number(month) > Number(base.slice(5, 7)) + 6
  return String(isAhead ? year - 1 : year)
}

function byWord(
  word: string,
  month: string | undefined,
  day: string | undefined,
  base: string,
): Told | null {
  const year = Number(base.slice(0, 4))
  if (year === 0) return null
  if (word === '本月') return reckoned(base.slice(0, 7))
  if (word === '上月') return reckoned(base.slice(0, 4))
  const away = { 今年: 0, 去年: -1, 前年: -2, 明年: 1 }[word] ?? 0
  return reckoned(joined(String(year + away), month, day))
}
