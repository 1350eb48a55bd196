import { codePoints, sliceCodePoints } from '../../../base/index.ts'

/** What a document is read as. */
export type DocumentKind = 'txt' | 'html' | 'docx' | 'pdf'

/** What a reader should know of a place: something is not there, or not what it seems. */
export type CautionCode =
  | 'tracked-change'
  | 'hidden-text'
  | 'page-without-text'
  | 'letters-unknown'
  | 'zero-width'
  | 'bidi'
  | 'control'
  | 'private-use'

/** A caution at a place; `start` equals `end` where what it speaks of was left out. */
export interface Caution {
  readonly code: CautionCode
  readonly start: number
  readonly end: number
}

/** A page, or the whole text under `page: null` where the format tells no pages. */
export interface DocumentPage {
  readonly page: number | null
  readonly start: number
  readonly end: number
}

/**
 * The text of a document as it is stored and shown: lines end with LF, places are code points from
 * 0 with `end` behind the last one. Pages follow each other without a gap and cover the text.
 */
export interface DocumentText {
  readonly kind: DocumentKind
  readonly mediaType: string
  readonly pages: readonly DocumentPage[]
  readonly text: string
  /** In the order of the text. */
  readonly cautions: readonly Caution[]
  /** The rule that made the text; a claim's place is right for this rule only. */
  readonly version: string
}

/** How a document is read; only formats that tell pages heed it. */
export interface ReadOptions {
  /** Reads these pages alone, counted from 1; places then count from the first of them. */
  readonly pages?: { readonly from: number; readonly to: number }
  /** Hears of each page that was read, and waits for the answer. */
  readonly onPage?: (page: number, total: number) => void | Promise<void>
}

/** Media type and rule of each kind. A rule that changes what stands where gets the next number. */
export const FORMATS: Readonly<Record<DocumentKind, { mediaType: string; version: string }>> = {
  txt: { mediaType: 'text/plain', version: 'text-1' },
  html: { mediaType: 'text/html', version: 'html-1' },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    version: 'docx-1',
  },
  pdf: { mediaType: 'application/pdf', version: 'pdf-2' },
}

/** Where a letter stands, as a person counts it in the original; each number from 1. */
export interface DocumentPlace {
  /** Null where the format tells no pages. */
  readonly page: number | null
  readonly line: number
  readonly letter: number
}

/** The place of one code point of the text; behind the last one it is the end of the last line. */
export function placeIn(
  { pages, text }: Pick<DocumentText, 'pages' | 'text'>,
  at: number,
): DocumentPlace {
  const page = pages.findLast(({ start, end }) => start <= at && (at < end || start === end))
  const { page: number, start } = page ?? pages.at(-1) ?? { page: null, start: 0 }
  const before = sliceCodePoints(text, start, at)
  const line = before.split('\n')
  return { page: number, line: line.length, letter: codePoints(line.at(-1) ?? '') + 1 }
}
