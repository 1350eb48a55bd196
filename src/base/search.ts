import { customPinyin, pinyin } from 'pinyin-pro'
import { foldQuery } from './fold.ts'

/** What a name can be found by. */
export interface SearchTerms {
  /** Lower-case, half-width, simplified, without blanks and punctuation. */
  folded: string
  /** Toneless pinyin in one word, ü as v: chongqingchangan; '' when the name has no Han character. */
  pinyin: string
  /** First letters: cqca; '' as above. */
  initials: string
}

/** Names of places and firms, and words in them, that the library's table reads wrongly. */
customPinyin({
  ...{ 乐清: 'yuè qīng', 都匀: 'dū yún', 单县: 'shàn xiàn', 蔚县: 'yù xiàn', 铅山: 'yán shān' },
  ...{ 重钢: 'chóng gāng', 重药: 'chóng yào', 重组: 'chóng zǔ', 重构: 'chóng gòu' },
  ...{ 重塑: 'chóng sù', 重启: 'chóng qǐ', 重生: 'chóng shēng', 中重科技: 'zhōng zhòng kē jì' },
})

const HAN = /\p{Script=Han}/u

/**
 * The one tokenizer: names are stored and queries are folded by the same rules. Whole names go to
 * the pinyin table, so that 重庆 and 长安 are read as words and not as their commonest characters.
 */
export function searchTerms(name: string): SearchTerms {
  const folded = foldQuery(name)
  if (!HAN.test(folded)) return { folded, pinyin: '', initials: '' }
  const syllables = pinyin(folded, { toneType: 'none', type: 'array', v: true })
  return {
    folded,
    pinyin: syllables.join(''),
    initials: syllables.map(initialOf).join(''),
  }
}

/** A Latin letter or digit stands for itself, a syllable for its first letter. */
function initialOf(syllable: string): string {
  return String.fromCodePoint(syllable.codePointAt(0) ?? 0x20)
}
