/** The two languages of every sentence a person may read; Chinese is the first. */
export type Language = 'zh' | 'en'

/** One sentence or label in both languages. */
export type Words = Record<Language, string>

export const LANGUAGES: readonly Language[] = ['zh', 'en']

export function isLanguage(text: string): text is Language {
  return text === 'zh' || text === 'en'
}

/** Fills `{name}` places; a place nobody filled shows as `…`, never as the raw brace. */
export function fillText(
  template: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '…'))
}

/** Fills the places of both languages with the same values. */
export function fillWords(words: Words, values: Readonly<Record<string, string | number>>): Words {
  return { zh: fillText(words.zh, values), en: fillText(words.en, values) }
}
