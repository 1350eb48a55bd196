// In which language a request wants to be answered.
import { isLanguage, type Language } from '../../../base/index.ts'

/** The first of our languages that an Accept-Language header prefers; else the fallback. */
export function languageOf(header: string | undefined, fallback: Language): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().split(';')
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
      const quality = weight === undefined ? 1 : Number(weight.trim().slice(2))
      return { language: tag.split('-')[0]?.toLowerCase() ?? '', quality }
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((left, right) => right.quality - left.quality)
    .map(({ language }) => language)
  return wanted.find(isLanguage) ?? fallback
}
