import { plainText } from './text.ts'
import { simplified } from './traditional.ts'

/** Blanks and punctuation; + stays, because C+ and C are two things. */
const SILENT = /[^\p{L}\p{N}+]+/gu

/** Folds what a person types, so that it meets `folded`, `pinyin` and `initials` alike. */
export function foldQuery(query: string): string {
  const plain = simplified(plainText(query)).toLowerCase()
  const kept = plain.replace(SILENT, '')
  return kept === '' ? plain : kept
}
