/** The words in the language of the page. Every sentence of the screens is asked for here. */
import { createContext, useContext } from 'react'
import type { Language, Words } from '../../base/index.ts'
import { en } from './en.ts'
import { type WordKey, zh } from './zh.ts'

const WORDS: Record<Language, Record<WordKey, string>> = { zh, en }

export const LanguageContext = createContext<Language>('zh')

export interface Speech {
  language: Language
  /** The sentence of a key, its {placeholders} filled; numbers are counts, grouped by thousands. */
  t: (key: WordKey, values?: Record<string, string | number>) => string
  /** One side of a pair of words that came from the server. */
  say: (words: Words) => string
  /** A name, or its English name where the page is English and one is known. */
  nameOf: (thing: { name: string; englishName?: string | null }) => string
}

/** Pure: the words of one language. */
export function speechIn(language: Language): Speech {
  return {
    language,
    t: (key, values) => fill(WORDS[language][key], values),
    say: (words) => words[language],
    nameOf: ({ name, englishName }) => (language === 'en' && englishName ? englishName : name),
  }
}

const SPEECH: Record<Language, Speech> = { zh: speechIn('zh'), en: speechIn('en') }

export function useWords(): Speech {
  return SPEECH[useContext(LanguageContext)]
}

function fill(sentence: string, values?: Record<string, string | number>): string {
  if (!values) return sentence
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    values[name] === undefined ? whole : shown(values[name]),
  )
}

/** Counts are grouped by thousands in both languages, as 1,234; what is no count comes as text. */
const shown = (value: string | number): string =>
  typeof value === 'number' ? value.toLocaleString('en') : value
