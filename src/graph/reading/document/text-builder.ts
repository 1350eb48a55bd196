import { codePoints, isSuspicious } from '../../../base/index.ts'
import type { Caution, CautionCode, DocumentKind, DocumentPage, DocumentText } from './model.ts'
import { FORMATS } from './model.ts'

/** Cautions beyond this number say nothing new. */
const CAUTIONS_MAX = 1_000

/** Puts a text together piece by piece, and counts pages and cautions in code points. */
export class TextBuilder {
  readonly #pieces: string[] = []
  readonly #pages: DocumentPage[] = []
  readonly #cautions: Caution[] = []
  #length = 0
  #page: { page: number | null; start: number } | null = null

  get length(): number {
    return this.#length
  }

  /** Ends the page before and begins this one. */
  beginPage(page: number | null): void {
    this.#endPage()
    this.#page = { page, start: this.#length }
  }

  add(text: string): void {
    if (text === '') return
    const kept = storable(text)
    this.#noteCharacters(text)
    this.#pieces.push(kept)
    this.#length += codePoints(kept)
  }

  /** Notes something between two places of the text. */
  caution(code: CautionCode, start: number = this.#length, end: number = start): void {
    if (this.#cautions.length >= CAUTIONS_MAX) return
    this.#cautions.push({ code, start, end })
  }

  finish(kind: DocumentKind): DocumentText {
    if (this.#page === null && this.#pages.length === 0) this.#page = { page: null, start: 0 }
    this.#endPage()
    const cautions = this.#cautions.toSorted((a, b) => a.start - b.start || a.end - b.end)
    return { kind, ...FORMATS[kind], pages: this.#pages, text: this.#pieces.join(''), cautions }
  }

  #endPage(): void {
    if (this.#page === null) return
    this.#pages.push({ ...this.#page, end: this.#length })
    this.#page = null
  }

  /** One caution for each stretch of characters of one sort. */
  #noteCharacters(text: string): void {
    if (isSuspicious(text) === null && !PRIVATE.test(text)) return
    let at = this.#length
    let open: { code: CautionCode; start: number } | null = null
    for (const character of text) {
      const code = sortOf(character)
      if (open !== null && open.code !== code) {
        this.caution(open.code, open.start, at)
        open = null
      }
      if (code !== null && open === null) open = { code, start: at }
      at += 1
    }
    if (open !== null) this.caution(open.code, open.start, at)
  }
}

const PRIVATE = /\p{Co}/u

const sortOf = (character: string): CautionCode | null =>
  isSuspicious(character) ?? (PRIVATE.test(character) ? 'private-use' : null)

/** No database keeps NUL or half a surrogate pair; each becomes one replacement character. */
function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd').replace(/\p{Cs}/gu, '\ufffd')
}
