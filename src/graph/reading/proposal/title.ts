import { plainText } from '../../../base/index.ts'
import { isUnitCell, type SheetColumn } from '../table/index.ts'

/** A column's title taken apart: 指标/2023年产值（万元） is 产值, of 2023, in 万元. */
export interface Title {
  /** As printed. */
  text: string
  /** Last part, without unit and year, folded for comparison. */
  bare: string
  unit: string | null
  /** Four digits, when the title names the year of its figures. */
  year: string | null
}

const YEAR = /(?:^|[^0-9])((?:19|20)\d{2})\s*年?度?/
const BRACKETED = /\(([^()]*)\)/g

export function readTitle({ title }: SheetColumn): Title {
  const plain = plainText(title)
  const unit = [...plain.matchAll(BRACKETED)].map(([, inner]) => inner as string).find(isUnitCell)
  const year = YEAR.exec(plain)?.[1] ?? null
  const last = plain.slice(plain.lastIndexOf('/') + 1)
  const bare = fold(last.replace(BRACKETED, '').replace(/(?:19|20)\d{2}\s*年?度?/, ''))
  // 2021年 alone has its meaning in the group title above.
  const group =
    bare === '' ? fold(plain.slice(0, plain.lastIndexOf('/')).replace(BRACKETED, '')) : bare
  return { text: title, bare: group, unit: unit ?? null, year }
}

/** How titles and the words of the vocabulary are compared. */
export const fold = (text: string): string =>
  plainText(text)
    .replace(/[\s_:：*]+/g, '')
    .toLowerCase()

/**
 * How well a title fits the titles under which something usually stands: 1 for the same, less for a
 * title that ends or begins with one, 0 for none. One-character words prove nothing within others.
 */
export function fitOf(title: Title, usual: readonly string[]): number {
  let best = 0
  for (const word of usual) {
    const folded = fold(word)
    if (title.bare === folded) return 1
    if (folded.length < 2) continue
    const share = folded.length / title.bare.length
    if (title.bare.endsWith(folded)) best = Math.max(best, 0.5 + share * 0.4)
    else if (title.bare.startsWith(folded)) best = Math.max(best, 0.3 + share * 0.4)
  }
  return best
}
