import { anyOf } from './choice.ts'
import { type FirmListRules, firmListRules, firmsIn } from './firm-lists.ts'
import type { BodyWords, Ending } from './lexicon.ts'
import type { Body, BodyKind, Sentence } from './model.ts'
import { type NameStart, nameStart } from './name-start.ts'
import { type PlaceRules, regionOfName } from './places.ts'

/** 联盟（USABC）: a short form in Latin letters belongs to the name. */
const SHORT_FORM = /^（[A-Za-z]{2,10}）/

/** Finds organisations: by the ending of the name, then back to where the name begins. */
export interface BodyRules {
  readonly places: PlaceRules
  readonly start: NameStart
  readonly firms: FirmListRules
  readonly endings: RegExp
  readonly endingOf: ReadonlyMap<string, Ending>
  readonly offices: RegExp
  readonly beforeOffice: RegExp
  readonly central: RegExp
  readonly isCentral: RegExp
  readonly known: readonly (readonly [BodyKind, RegExp])[]
  readonly ministry: RegExp
  readonly noMinistry: RegExp
}

export function bodyRules(words: BodyWords, places: PlaceRules): BodyRules {
  const work = anyOf(words.work)
  const central = anyOf(words.central)
  const start = nameStart(words, places)
  return {
    ...{ places, start, firms: firmListRules(words, start, places) },
    endings: new RegExp(anyOf(words.endings.flatMap((each) => each.words)), 'g'),
    endingOf: new Map(words.endings.flatMap((each) => each.words.map((word) => [word, each]))),
    offices: new RegExp(`${work}(?:[和与]?${work}){0,2}${anyOf(words.workEndings)}`, 'g'),
    beforeOffice: new RegExp(`^(?:${anyOf([...words.levels, ...words.proper])})?$`),
    central: new RegExp(`${central}(?:[\\u4e00-\\u9fa5]{2,8}?${anyOf(words.centralParts)})?`, 'g'),
    isCentral: new RegExp(`^${central}`),
    known: Object.entries(words.known).map(
      ([kind, names]) => [kind as BodyKind, new RegExp(anyOf(names), 'g')] as const,
    ),
    ministry: new RegExp(`^[\\u4e00-\\u9fa5]{0,7}?${anyOf(words.ministryEndings)}`),
    noMinistry: new RegExp(`${anyOf(words.noMinistries)}$`),
  }
}

/** Organisations that one sentence names, none inside another. */
export function bodiesIn(rules: BodyRules, sentence: Sentence, region: string): Body[] {
  const { text } = sentence
  const found: Body[] = []
  const put = (from: number, to: number, kind: BodyKind): void => {
    if (to - from < 2) return
    const name = text.slice(from, to)
    const place = { from: sentence.from + from, to: sentence.from + to }
    found.push({
      ...place,
      name,
      kind,
      region: regionOf(rules, name, kind === 'government' ? region : ''),
    })
  }
  for (const match of text.matchAll(rules.central))
    put(match.index, match.index + match[0].length, 'government')
  for (const [kind, pattern] of rules.known)
    for (const match of text.matchAll(pattern))
      put(match.index, match.index + match[0].length, kind)
  for (const match of text.matchAll(rules.offices))
    put(officeStart(rules, text, match.index), match.index + match[0].length, 'government')
  for (const match of text.matchAll(rules.endings)) {
    const ending = rules.endingOf.get(match[0]) as Ending
    const from = endingStart(rules, text, match.index, ending)
    const to = match.index + match[0].length
    if (from === null || isFollowed(text, to, ending)) continue
    put(from, to + (SHORT_FORM.exec(text.slice(to, to + 14))?.[0].length ?? 0), ending.kind)
  }
  for (const place of ministriesIn(rules, text)) put(place.from, place.to, 'government')
  found.push(...firmsIn(rules.firms, sentence))
  return longestOnly(found)
}

const isFollowed = (text: string, end: number, { notBefore = [] }: Ending): boolean =>
  notBefore.some((word) => text.startsWith(word, end))

function endingStart(
  { start }: BodyRules,
  text: string,
  at: number,
  ending: Ending,
): number | null {
  return ending.begins === 'place'
    ? start.atPlace(text, at, ending)
    : start.behindWords(text, at, ending)
}

/** 浙江省, 杭州市滨江区 and 省 before 科技厅 are part of its name. */
function officeStart({ places, beforeOffice }: BodyRules, text: string, at: number): number {
  for (let from = Math.max(0, at - 14); from < at; from += 1) {
    const length = places.wholeAt(text, from)
    if (length > 0 && beforeOffice.test(text.slice(from + length, at))) return from
  }
  for (let from = Math.max(0, at - 3); from < at; from += 1)
    if (beforeOffice.test(text.slice(from, at))) return from
  return at
}

/** Parts of the governments of other countries: 日本经济产业省, 美国能源部. */
function ministriesIn(rules: BodyRules, text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  for (let at = 0; at < text.length - 3; at += 1) {
    const place = rules.places.at(text, at)
    if (place?.level !== 'world') continue
    const end = at + place.length
    const match = rules.ministry.exec(text.slice(end, end + 12))
    if (match !== null && !rules.noMinistry.test(match[0]) && !rules.start.isCut(match[0]))
      found.push({ from: at, to: end + match[0].length })
    at = end - 1
  }
  return found
}

function regionOf(rules: BodyRules, name: string, region: string): string {
  const own = regionOfName(rules.places, name)
  if (own !== '') return own
  return rules.isCentral.test(name) ? '全国' : region
}

function longestOnly(found: readonly Body[]): Body[] {
  const byLength = [...found].sort(
    (left, right) => right.to - right.from - (left.to - left.from) || left.from - right.from,
  )
  const kept: Body[] = []
  for (const body of byLength) {
    if (kept.every((other) => body.to <= other.from || body.from >= other.to)) kept.push(body)
  }
  return kept.sort((left, right) => left.from - right.from)
}

/** Whether a name is one of a place alone, which may issue a paper as well: 浙江省, 天津. */
export const isPlaceName = (rules: PlaceRules, name: string): boolean =>
  name !== '' && rules.wholeAt(name, 0) === name.length
