// Names of provinces, cities, counties and countries as a text uses them, without a code beside.
import type { Places } from '../../kinds/index.ts'
import type { PlaceWords } from './lexicon.ts'

/** A place named somewhere in a text. */
export interface NamedPlace {
  /** Characters of the name as printed. */
  readonly length: number
  /** Short name: 广东, 深圳, 美国. */
  readonly name: string
  readonly level: 'world' | 'province' | 'city' | 'county'
}

/** Finds places by the tables of codes. */
export interface PlaceRules {
  /** The longest place that begins here. */
  at(text: string, index: number): NamedPlace | null
  /** Places in order, none inside another. */
  all(text: string): NamedPlace[]
  /** Length of a place that begins here, with the part of a city behind it: 杭州市滨江区. */
  wholeAt(text: string, index: number): number
}

const HOME = 'CN'
const NAME = /[\u4e00-\u9fa5]/

/** By the first two characters of the name, longest names first. */
type Index = ReadonlyMap<
  string,
  readonly { readonly printed: string; readonly place: NamedPlace }[]
>

export function placeRules(places: Places, words: PlaceWords): PlaceRules {
  const index = indexOf(places, words)
  const endings = [...words.endings].sort((left, right) => right.length - left.length)
  const district = new RegExp(`^[\\u4e00-\\u9fa5]{1,6}?(?:${words.districts.join('|')})`)
  const at = (text: string, start: number): NamedPlace | null => {
    const found = index
      .get(text.slice(start, start + 2))
      ?.find(({ printed }) => text.startsWith(printed, start))
    if (found === undefined) return null
    const end = start + found.printed.length
    const ending = /[省市区州]$/.test(found.printed)
      ? undefined
      : endings.find((each) => text.startsWith(each, end))
    return { ...found.place, length: found.printed.length + (ending?.length ?? 0) }
  }
  const all = (text: string): NamedPlace[] => {
    const found: NamedPlace[] = []
    for (let start = 0; start < text.length - 1; start += 1) {
      const place = NAME.test(text[start] as string) ? at(text, start) : null
      if (place === null) continue
      found.push(place)
      start += place.length - 1
    }
    return found
  }
  const wholeAt = (text: string, start: number): number => {
    let end = start
    for (let step = 0; step < 3; step += 1) {
      const place = at(text, end)
      if (place === null) break
      end += place.length
    }
    if (end === start) return 0
    return end - start + (district.exec(text.slice(end, end + 9))?.[0].length ?? 0)
  }
  return { at, all, wholeAt }
}

function indexOf(places: Places, words: PlaceWords): Index {
  const index = new Map<string, { printed: string; place: NamedPlace }[]>()
  const ambiguous = new Set(words.ambiguous)
  const add = (printed: string, name: string, level: NamedPlace['level']): void => {
    if (printed.length < 2 || ambiguous.has(printed)) return
    const key = printed.slice(0, 2)
    const entry = { printed, place: { length: printed.length, name, level } }
    const entries = index.get(key)
    if (entries === undefined) index.set(key, [entry])
    else entries.push(entry)
  }
  const short = shortNames(places)
  for (const [printed, { code }] of places.names) {
    const level = levelOf(code)
    // Our own country is where the text is written; it is told apart by other words.
    if (code === HOME) continue
    if (level === 'county' && printed.length < 3) continue
    add(printed, short.get(code) ?? printed, level)
  }
  for (const area of words.areas) add(area, area, 'world')
  for (const entries of index.values())
    entries.sort((left, right) => right.printed.length - left.printed.length)
  return index
}

/** The first short name that a code is known by: 内蒙古, which comes before 内蒙. */
function shortNames(places: Places): Map<string, string> {
  const short = new Map<string, string>()
  for (const [name, { code }] of places.names) {
    const table = code.length === 2 ? places.countries : places.divisions
    const full = table.find(code)?.nameZh ?? ''
    if (!short.has(code) && name.length < full.length && full.startsWith(name))
      short.set(code, name)
  }
  return short
}

function levelOf(code: string): NamedPlace['level'] {
  if (code.length === 2) return 'world'
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'city' : 'county'
}

/** The place that most of a text is about; '' where it names many and none of them stands out. */
export function mostNamed(rules: PlaceRules, text: string): string {
  const counts = new Map<string, number>()
  let all = 0
  for (const { name, level } of rules.all(text)) {
    all += 1
    if (level !== 'world') counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  let best = ''
  for (const [place, count] of counts) {
    if (count * 3 >= all && count > (counts.get(best) ?? 0)) best = place
  }
  return best
}

/** The finest place at the head of a name: 陕西西安高新区 lies in 西安. */
export function regionOfName(rules: PlaceRules, name: string): string {
  if (/^(?:国家|国务院|全国|中国|我国|中共中央)/.test(name))
    return rules.all(name.slice(2, 8))[0]?.name ?? '全国'
  const [first, second] = rules.all(name)
  if (first === undefined) return ''
  return first.level === 'province' && second?.level === 'city' ? second.name : first.name
}
