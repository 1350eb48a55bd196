import type { Connection, Submittable } from 'pg'

/** `pg` calls these on a query that is running; their types are not part of its declarations. */
interface Wire {
  stream: { write(bytes: Uint8Array): void }
}

interface Settle {
  /** Gets the server's word on what was done, for example `COPY 5000`. */
  resolve(tag: string): void
  reject(error: unknown): void
}

/**
 * One `COPY … FROM STDIN` whose rows are at hand, written in a single piece: the question, the
 * rows and their end. A server that refuses the question skips the rows, as the protocol says
 * (PostgreSQL manual, 55.2.6 COPY Operations), and PGlite reads all its input from one piece anyway.
 */
export class CopyIn implements Submittable {
  readonly #sql: string
  readonly #rows: Uint8Array
  readonly #settle: Settle
  #tag = ''

  constructor(sql: string, rows: Uint8Array, settle: Settle) {
    this.#sql = sql
    this.#rows = rows
    this.#settle = settle
  }

  submit(connection: Connection): void {
    const sql = Buffer.from(`${this.#sql}\0`)
    const piece = Buffer.allocUnsafe(5 + sql.length + 5 + this.#rows.length + 5)
    let at = piece.writeUInt8(0x51 /* Q */, 0)
    at = piece.writeInt32BE(4 + sql.length, at)
    at += sql.copy(piece, at)
    at = piece.writeUInt8(0x64 /* d: rows */, at)
    at = piece.writeInt32BE(4 + this.#rows.length, at)
    piece.set(this.#rows, at)
    at = piece.writeUInt8(0x63 /* c: end of rows */, at + this.#rows.length)
    piece.writeInt32BE(4, at)
    ;(connection as unknown as Wire).stream.write(piece)
  }

  handleCopyInResponse(): void {}

  handleCommandComplete(message: { text: string }): void {
    this.#tag = message.text
  }

  handleError(error: unknown): void {
    this.#settle.reject(error)
  }

  handleReadyForQuery(): void {
    this.#settle.resolve(this.#tag)
  }
}
