// Firms by short names that stand in a row: 甲、乙和丙等企业.
import { anyOf } from './choice.ts'
import type { BodyWords } from './lexicon.ts'
import type { Body, Sentence } from './model.ts'
import type { NameStart } from './name-start.ts'
import type { PlaceRules } from './places.ts'

export interface FirmListRules {
  readonly list: RegExp
  readonly notFirm: RegExp
  readonly start: NameStart
  readonly places: PlaceRules
}

const NAME = '[\\u4e00-\\u9fa5A-Za-z0-9]'
const LAST = /(以及|和|及|与)/

export function firmListRules(
  words: BodyWords,
  start: NameStart,
  places: PlaceRules,
): FirmListRules {
  const counted = '(?:\\d{1,3}|[一二三四五六七八九十两多几数]+)(?:余|多)?家'
  return {
    ...{ start, places },
    list: new RegExp(
      `(${NAME}{2,20}(?:、${NAME}{2,8}?){1,20}(?:(?:以及|和|及|与)${NAME}{2,8}?)?)(?:等(?:为代表的?)?(?:${counted})?|${counted})(?:的)?(?:${anyOf(words.firmTraits)}){0,4}${anyOf(words.firmNouns)}`,
      'g',
    ),
    notFirm: new RegExp(`${anyOf(words.notFirms)}$`),
  }
}

/** Each name of a row, in order. A row of trades (新材料、半导体等企业) is no row of firms. */
export function firmsIn(rules: FirmListRules, sentence: Sentence): Body[] {
  return [...sentence.text.matchAll(rules.list)].flatMap((match) => {
    const row = rowOf(rules, match[1] as string, sentence.from + match.index)
    const isRow = row.every(({ name }) => isFirm(rules, name))
    return isRow ? row.filter(({ name }) => name.length >= 2 && name.length <= 8) : []
  })
}

function rowOf({ start, places }: FirmListRules, list: string, from: number): Body[] {
  const row: Body[] = []
  let at = from
  for (const [index, printed] of partsOf(list).entries()) {
    const to = at + printed.length
    if (index % 2 === 0) {
      const cut = index === 0 ? start.cutOf(printed) : 0
      const place = places.at(printed, cut)
      const isForeign = place?.level === 'world' && cut + place.length < printed.length
      const begin = isForeign ? cut + place.length : cut
      const region = isForeign ? place.name : ''
      row.push({ from: at + begin, to, name: printed.slice(begin), kind: 'enterprise', region })
    }
    at = to
  }
  return row
}

/** Names and what stands between them by turns; 和 parts the last two only. */
function partsOf(list: string): string[] {
  const last = list.lastIndexOf('、')
  return [...list.slice(0, last).split(/(、)/), '、', ...list.slice(last + 1).split(LAST)]
}

const isFirm = ({ start, notFirm }: FirmListRules, name: string): boolean =>
  !notFirm.test(name) && !start.isCut(name) && !start.isGeneric(name)
