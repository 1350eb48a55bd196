/** What a figure says by itself, with its unit. Pure. */
import { type Language, quantityWords } from '../../base/index.ts'
import type { Figure } from '../api/index.ts'

export function figureWords(figure: Figure, language: Language): string {
  const { kind, text, number, operator, low, high, unit } = figure
  if (kind !== 'read' || number === null) return text
  return quantityWords({ printed: text, operator, number, low, high, unit }, language)
}
