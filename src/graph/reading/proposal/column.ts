import { fillWords, type Words } from '../../../base/index.ts'
import { schemeOf, type Vocabulary } from '../../kinds/index.ts'
import type { SheetColumn } from '../table/index.ts'
import type { Title } from './title.ts'
import { REASONS, ROLE_WORDS } from './words.ts'

/** What a column may be taken for. */
export type Role =
  | { role: 'key'; kind: string; scheme: string }
  | { role: 'name'; kind: string }
  | { role: 'property'; property: string }
  | { role: 'edge'; edge: string; kind: string }
  | { role: 'from' | 'to'; kind: string }
  | { role: 'year' }
  | { role: 'ignored' }

/** A column, what it is taken for and why. */
export interface ColumnGuess {
  column: SheetColumn
  means: Role
  /** 0 to 1. */
  confidence: number
  reason: Words
  remarks: Words[]
  unit: string | null
  times: string | null
  year: string | null
  split: string | null
}

/** What is known of a column before anything is guessed. */
export interface Evidence {
  column: SheetColumn
  title: Title
  values: string[]
}

/** Scheme of codes that mean something in this table alone. */
export const LOCAL = 'list'

export function guess(
  { column, title }: Pick<Evidence, 'column' | 'title'>,
  means: Role,
  confidence: number,
  why: keyof typeof REASONS,
  details: { what?: Words; share?: number } = {},
): ColumnGuess {
  const share = Math.round((details.share ?? 0) * 100)
  const fill = (language: 'zh' | 'en'): string =>
    fillWords(REASONS[why], { title: title.text, share, what: details.what?.[language] ?? '' })[
      language
    ]
  const reason = { zh: fill('zh'), en: fill('en') }
  const plain = { unit: null, times: null, year: null, split: null }
  return { column, means, confidence, reason, remarks: [], ...plain }
}

/** What a role is called. */
export function roleWords(means: Role, vocabulary: Vocabulary): Words {
  const kindWords = (kind: string): Words =>
    vocabulary.kinds.get(kind)?.words ?? { zh: kind, en: kind }
  switch (means.role) {
    case 'key':
      return schemeOf(vocabulary, means.scheme)?.words ?? { zh: means.scheme, en: means.scheme }
    case 'property':
      return (
        vocabulary.properties.get(means.property)?.words ?? {
          zh: means.property,
          en: means.property,
        }
      )
    case 'edge':
      return vocabulary.edges.get(means.edge)?.words ?? { zh: means.edge, en: means.edge }
    case 'year':
      return { zh: '年份', en: 'the year' }
    case 'ignored':
      return ROLE_WORDS.ignored
    default: {
      const { zh, en } = kindWords(means.kind)
      return {
        zh: fillWords(ROLE_WORDS.name, { kind: zh }).zh,
        en: fillWords(ROLE_WORDS.name, { kind: en }).en,
      }
    }
  }
}
