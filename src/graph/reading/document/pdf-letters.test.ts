import { describe, expect, test } from 'vitest'
import { guessedFonts } from './pdf-letters.ts'

const drawn = (fontName: string, str: string) => ({ fontName, str })

/** The same text, every letter replaced by the character whose number its glyph has in a font. */
const asGlyphs = (text: string, from: number, spread: number): string =>
  [...text].map((_, at) => String.fromCodePoint(from + ((at * 7919) % spread))).join('')

const CHINESE =
  '加快发展集成电路、体外诊断等重点产业链，实行链长制，由省领导担任链长，推动链主企业牵头补链强链。'
const readable: readonly (readonly [string, string])[] = [
  ['simplified Chinese', CHINESE],
  [
    'traditional Chinese',
    '加快發展積體電路、體外診斷等重點產業鏈，實行鏈長制，由省領導擔任鏈長，推動鏈主企業',
  ],
  [
    'Japanese',
    '半導体サプライチェーンの強靱化に向けて、政府は国内の生産基盤を支援する方針を示した。',
  ],
  ['Korean', '반도체 공급망의 안정을 위하여 정부는 국내 생산 기반을 지원하기로 하였다고 밝혔다'],
  ['Russian', 'Правительство поддержит отечественное производство полупроводников'],
  ['English with figures', 'Revenue of 34,932 million yuan in 2023, up 15.04 per cent (audited)'],
  ['a table of figures', '1,234.5 2,345.6 3,456.7 88.8% 99.9% 12 34 56 78 90 11 22 33 44 55 66'],
  ['a rare name alone', '𬭎瑄㛃'],
]
const guessed: readonly (readonly [string, string])[] = [
  ['a small font, whose glyphs are numbered from one', asGlyphs(CHINESE, 1, 60)],
  ['a font of some hundred glyphs', asGlyphs(CHINESE, 3, 700)],
  ['a large font, whose glyphs fall among the ideographs', asGlyphs(CHINESE, 0x4e00, 20_000)],
]

describe('a font that does not tell its letters', () => {
  for (const [what, text] of readable) {
    test(`is none that reads as ${what}`, () => {
      expect([...guessedFonts([drawn('a', text)])]).toEqual([])
    })
  }
  for (const [what, text] of guessed) {
    test(`is ${what}`, () => {
      const fonts = guessedFonts([drawn('a', CHINESE), drawn('b', text), drawn('a', CHINESE)])
      expect([...fonts]).toEqual(['b'])
    })
  }
})
