import { Buffer } from 'node:buffer'

const WORD = '<!DOCTYPE'

/** The word in the encodings that XML may have: one byte a character, or two in either order. */
const FORMS: readonly Buffer[] = [
  Buffer.from(WORD, 'latin1'),
  Buffer.from(WORD, 'utf16le'),
  Buffer.from(WORD, 'utf16le').swap16(),
]

const CARRY_BYTES = 2 * WORD.length - 1

/**
 * Looks for a document type declaration in bytes that arrive in chunks. It does not parse: the word
 * cannot stand in XML text unescaped, and a sheet that hides it in CDATA or a comment is refused
 * too, because no office program writes it.
 */
export class DoctypeWatch {
  #carry: Buffer = Buffer.alloc(0)

  sees(chunk: Uint8Array): boolean {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    const seam = Buffer.concat([this.#carry, bytes.subarray(0, CARRY_BYTES)])
    const found = FORMS.some((form) => seam.includes(form) || bytes.includes(form))
    this.#carry = Buffer.from(
      bytes.length >= CARRY_BYTES
        ? bytes.subarray(bytes.length - CARRY_BYTES)
        : Buffer.concat([this.#carry, bytes]).subarray(-CARRY_BYTES),
    )
    return found
  }
}
