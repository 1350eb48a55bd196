import { Duplex } from 'node:stream'
import type { PgliteHost } from './host.ts'

type Done = (error?: Error | null) => void

/** Messages after which the engine has all it needs to answer: S sync, Q query, c end of copy. */
const COMPLETE = new Set([0x53, 0x51, 0x63])
const TERMINATE = 0x58

/** The socket that a `pg` client writes to and reads from, with the embedded engine behind it. */
export function openPgliteStream(host: PgliteHost): Duplex {
  return new PgliteStream(host)
}

class PgliteStream extends Duplex {
  readonly #host: PgliteHost
  #session: number | null = null
  #pending: Uint8Array[] = []
  #started = false

  constructor(host: PgliteHost) {
    super({ allowHalfOpen: false })
    this.#host = host
  }

  /** `pg` calls this instead of opening a socket; the engine is started here when it is not yet. */
  connect(): void {
    const session = {
      take: (bytes: Uint8Array) => void this.push(bytes),
      lose: (problem: Error) => void this.destroy(problem),
    }
    this.#host.join(session).then(
      (number) => {
        this.#session = number
        this.emit('connect')
      },
      (error: Error) => this.destroy(error),
    )
  }

  setNoDelay(): void {}
  setKeepAlive(): void {}
  ref(): void {}
  unref(): void {}

  override _read(): void {}

  override _write(chunk: Uint8Array, _encoding: string, done: Done): void {
    this.#take([chunk])
    done()
  }

  override _writev(chunks: { chunk: Uint8Array }[], done: Done): void {
    this.#take(chunks.map(({ chunk }) => chunk))
    done()
  }

  override _final(done: Done): void {
    this.#leave()
    done()
    this.push(null)
  }

  override _destroy(error: Error | null, done: Done): void {
    this.#leave()
    done(error)
  }

  #take(chunks: readonly Uint8Array[]): void {
    this.#pending.push(...chunks)
    const bytes = Buffer.concat(this.#pending)
    const last = this.#started ? lastMessage(bytes) : COMPLETE.values().next().value
    if (last === TERMINATE) this.#pending = []
    if (last === undefined || !COMPLETE.has(last)) return
    this.#pending = []
    this.#started = true
    if (this.#session !== null) void this.#host.ask(this.#session, new Uint8Array(bytes))
  }

  #leave(): void {
    if (this.#session !== null) void this.#host.leave(this.#session)
    this.#session = null
  }
}

/** Type of the last whole message, or undefined while the last one is still incomplete. */
function lastMessage(bytes: Buffer): number | undefined {
  let at = 0
  let type: number | undefined
  while (at + 5 <= bytes.length) {
    type = bytes[at]
    at += 1 + bytes.readInt32BE(at + 1)
  }
  return at === bytes.length ? type : undefined
}
