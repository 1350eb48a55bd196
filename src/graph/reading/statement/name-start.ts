// Where the name of an organisation begins, when only its ending is known.
import { anyOf } from './choice.ts'
import type { BodyWords, Ending } from './lexicon.ts'
import type { PlaceRules } from './places.ts'

export interface NameStart {
  /** Start of a name that begins with a place, 全国 or 省; null where there is none. */
  atPlace(text: string, at: number, ending: Ending): number | null
  /** Start behind the last word that is none of the name; null where no name remains. */
  behindWords(text: string, at: number, ending: Ending): number | null
  /** Whether a piece holds a word that no name holds. */
  isCut(piece: string): boolean
  /** How many characters at the beginning of a piece are none of the name. */
  cutOf(piece: string): number
  /** Whether a name says no more than what sort of body it is: 保险, 相关企业. */
  isGeneric(name: string): boolean
}

const NAME = /[\u4e00-\u9fa5A-Za-z0-9/&·-]/
const BRACKETED = /^（[\u4e00-\u9fa5]+）$/
/** IBM of 美国IBM公司: a name in Latin letters begins with them. */
const LATIN = /[A-Za-z][A-Za-z0-9/&·-]+$/
const NUMERAL = /^(?:[\d一二三四五六七八九十两几数]+|第)/

export function nameStart(words: BodyWords, places: PlaceRules): NameStart {
  const cuts = new RegExp(anyOf(words.cuts), 'g')
  const kept = new RegExp(anyOf(words.kept), 'g')
  const generic = new RegExp(`^${anyOf(words.generic)}*$`)
  const proper = anyOf(words.proper)
  const begins = new RegExp(`^(?:${proper}|[省市](?=.))`)
  const cutOf = (piece: string): number => {
    const without = piece.replace(kept, (word) => '〇'.repeat(word.length))
    const last = [...masked(places, without).matchAll(cuts)].at(-1)
    return last === undefined ? 0 : last.index + last[0].length
  }
  return {
    cutOf,
    isCut: (piece) => cutOf(piece) > 0,
    isGeneric: (name) => generic.test(name),
    atPlace: (text, at, { least, longest }) => {
      const from = runStart(text, at, longest)
      const cut = from + cutOf(text.slice(from, at))
      for (let start = cut; start < at; start += 1) {
        const length =
          places.at(text, start)?.length ?? begins.exec(text.slice(start, at))?.[0].length
        if (length !== undefined && at - start - length >= least) return start
      }
      return null
    },
    behindWords: (text, at, { least, longest }) => {
      const from = runStart(text, at, longest)
      const cut = cutOf(text.slice(from, at))
      // A run that is longer than any name, and no word to part it: nobody knows where it begins.
      if (cut === 0 && from > 0 && NAME.test(text[from - 1] as string)) return null
      const latin = LATIN.exec(text.slice(from + cut, at))?.index ?? 0
      const start = from + cut + latin
      const name = text.slice(start, at)
      if (name.length < least || generic.test(name)) return null
      // 四川大学 begins with no number.
      return NUMERAL.test(name) && places.at(name, 0) === null ? null : start
    },
  }
}

/** Places hold characters that would part a name: 日照, 以色列, 如皋. */
function masked(places: PlaceRules, piece: string): string {
  let plain = ''
  for (let at = 0; at < piece.length; ) {
    const length = places.at(piece, at)?.length ?? 0
    plain += length === 0 ? piece[at] : '〇'.repeat(length)
    at += Math.max(1, length)
  }
  return plain
}

/** Back over the characters of a name, a pair of brackets such as （深圳） among them. */
function runStart(text: string, at: number, longest: number): number {
  let from = at
  while (from > 0 && at - from < longest) {
    const last = text[from - 1] as string
    if (NAME.test(last)) from -= 1
    else if (last === '）') {
      const open = text.lastIndexOf('（', from - 1)
      if (
        open <= 0 ||
        from - open > 10 ||
        !BRACKETED.test(text.slice(open, from)) ||
        !NAME.test(text[open - 1] as string)
      )
        return from
      from = open
    } else return from
  }
  return from
}
