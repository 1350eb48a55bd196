import type { Archive } from '../container/index.ts'
import { damaged, readXml } from './xml.ts'

/**
 * The texts that cells share, in their order. Runs of rich text are joined; phonetic guides are
 * left out, or a name would be followed by its reading.
 */
export async function readStrings(archive: Archive, path: string | null): Promise<string[]> {
  if (path === null) return []
  if (!archive.has(path)) throw damaged('missing', path)
  const strings: string[] = []
  const text = new RichText()
  await readXml(path, archive.part(path), {
    open(name) {
      if (name === 'si') text.begin()
      else text.open(name)
    },
    close(name) {
      if (name === 'si') strings.push(text.take())
      else text.close(name)
    },
    text: (piece) => text.add(piece),
  })
  return strings
}

/** Collects the text of `t` elements between `begin` and `take`, but not inside a phonetic run. */
export class RichText {
  #pieces = ''
  #inText = false
  #inPhonetic = false

  begin(): void {
    this.#pieces = ''
    this.#inText = false
    this.#inPhonetic = false
  }

  open(name: string): void {
    if (name === 't') this.#inText = true
    else if (name === 'rPh') this.#inPhonetic = true
  }

  close(name: string): void {
    if (name === 't') this.#inText = false
    else if (name === 'rPh') this.#inPhonetic = false
  }

  add(piece: string): void {
    if (this.#inText && !this.#inPhonetic) this.#pieces += piece
  }

  take(): string {
    return unescapeText(this.#pieces)
  }
}

/**
 * Office writes what XML cannot hold as _x000D_, and a real _x as _x005F_x (ECMA-376, ST_Xstring).
 * Half a character that stands alone is no text and becomes U+FFFD, as in any other reader.
 */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  const plain = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return plain.replace(/\p{Surrogate}/gu, '\ufffd')
}
