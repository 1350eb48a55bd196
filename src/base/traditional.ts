import { Converter } from 'opencc-js/t2cn'

const HAN = /\p{Script=Han}/u

/** Forms of Taiwan and Hong Kong that the tables leave alone; none is a word of the mainland. */
const FURTHER: Readonly<Record<string, string>> = { 矽: '硅', 鐡: '铁', 衞: '卫' }
const FURTHER_ONES = new RegExp(`[${Object.keys(FURTHER).join('')}]`, 'gu')

/** Made when it is first asked for: it takes some 30 ms, which no start should wait for. */
let convert: ((text: string) => string) | null = null

/**
 * The text with its traditional characters, those of Taiwan and Hong Kong among them, in their
 * simplified form. Words decide where a character has several: 乾燥 becomes 干燥 and 乾坤 stays.
 */
export function simplified(text: string): string {
  if (!HAN.test(text)) return text
  const toMainland: (text: string) => string = convert ?? Converter({ from: 't', to: 'cn' })
  convert = toMainland
  return toMainland(text).replace(
    FURTHER_ONES,
    (character: string) => FURTHER[character] ?? character,
  )
}
