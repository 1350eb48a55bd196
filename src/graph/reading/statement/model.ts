import type { Quantity } from '../../../base/index.ts'
import type { Rules } from './rules.ts'

/** Where a piece of text stands, in UTF-16 units of the reading text; `to` is behind the last one. */
export interface Place {
  readonly from: number
  readonly to: number
}

/** A day, month or year that the text names; the year comes from the article where it is left out. */
export interface Moment extends Place {
  /** ISO, as precise as the text: 2021, 2021-05 or 2021-05-14; '' where no year can be known. */
  readonly iso: string
  /** Last year of a span (2021—2025年, 未来五年); '' for a single moment. */
  readonly until: string
  /** As the text says it, with the year filled in: 2020年末, “十三五”, 近年. */
  readonly printed: string
  /** The text leaves the year out (去年, 3月1日), so it is reckoned from what stands before. */
  readonly isReckoned: boolean
}

/** A printed figure. */
export interface Figure extends Place {
  /** Number as digits, a range as `5-10`, 1/3 as 33.33. */
  readonly value: string
  /** Printed unit with its scale: 亿元, 家, %. */
  readonly unit: string
  readonly operator: '>=' | '>' | '<' | '<=' | '~' | ''
  /** The same through the quantity parser; null where it knows no such unit. */
  readonly quantity: Quantity | null
}

export type BodyKind =
  | 'government'
  | 'enterprise'
  | 'university'
  | 'institute'
  | 'association'
  | 'platform'

/** An organisation as the text names it. */
export interface Body extends Place {
  readonly name: string
  readonly kind: BodyKind
  readonly region: string
}

export interface Sentence extends Place {
  readonly text: string
  /** Place in the list of sentences, paragraphs and articles. */
  readonly number: number
  readonly paragraph: number
  readonly article: number
}

/** One article of a digest: from its title to its source line. */
export interface Article extends Place {
  readonly title: string
  /** ISO day, month or year of its date line; '' when there is none. */
  readonly date: string
  /** Region that it speaks of most; '' when it names none. */
  readonly region: string
}

/** What every kind reads: one pass over the text, shared by all of them. */
export interface Analysis {
  readonly rules: Rules
  /** The text as stored. */
  readonly stored: string
  /** Hard line ends joined, running heads left out, look-alikes folded; paragraphs part by LF. */
  readonly text: string
  /** offsets[unit of `text`] = code point of `stored`. */
  readonly offsets: Uint32Array
  readonly articles: readonly Article[]
  readonly sentences: readonly Sentence[]
  readonly figures: readonly Figure[]
  readonly moments: readonly Moment[]
  readonly bodies: readonly Body[]
}

export type FieldValue = string | number | null

/** What makes a reader unsure of something that it read. */
export const DOUBT_CODES = [
  /** The time is reckoned from the date of the article, since the words name no year. */
  'date-reckoned',
  /** The time is that of the sentence before. */
  'date-carried',
  /** Another mention of the paper tells its day. */
  'date-elsewhere',
  /** No words name whose figure it is; the place that the article speaks of is taken. */
  'subject-implied',
  /** Several are named, and the figure may be that of another, or of all together. */
  'subject-several',
  /** The sentence does not name who issued the paper. */
  'issuer-elsewhere',
  /** The rule that found it is often wrong. */
  'weak-rule',
] as const

export type DoubtCode = (typeof DOUBT_CODES)[number]

export interface Doubt {
  readonly code: DoubtCode
  /** The words in doubt, as the text has them. */
  readonly detail: string
}

/** One thing that the document says, with the exact words that say it. */
export interface Statement {
  readonly kind: string
  /** Fields of its kind; '' and null where the text does not say. */
  readonly fields: Readonly<Record<string, FieldValue>>
  /** Code points of the stored text; `end` is behind the last one. */
  readonly start: number
  readonly end: number
  /** The stored text from start to end, letter for letter. */
  readonly quote: string
  /** The sentence around the quote, in code points of the stored text. */
  readonly sentence: { readonly start: number; readonly end: number }
  /** 0 to 100: how sure the rule is that found it. */
  readonly confidence: number
  readonly doubts: readonly Doubt[]
  readonly quantity: Quantity | null
}

/** A kind of statement: one folder under `kinds`, listed in its registry. */
export interface KindReader {
  readonly kind: string
  read(analysis: Analysis): Statement[]
}
