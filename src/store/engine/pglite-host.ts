import { Worker } from 'node:worker_threads'
import { Problem } from '../../base/index.ts'
import { threadEntry } from '../threads/index.ts'
import type { FromPglite, ToPglite } from './pglite-messages.ts'

/** One connection's ear: answers arrive at `take`, the loss of the engine at `lose`. */
export interface Session {
  take(bytes: Uint8Array): void
  lose(problem: Problem): void
}

/**
 * Keeps the engine's thread: starts it at the first connection, watches every question, and ends
 * the thread when a question hangs or the thread dies. What was committed is safe, since the engine
 * recovers like a server whose process was killed; the next connection starts a new thread.
 */
export class PgliteHost {
  readonly #directory: string
  readonly #watchdogMs: number
  #worker: Promise<Worker> | null = null
  #ending: Promise<unknown> = Promise.resolve()
  #sessions = new Map<number, Session>()
  #lastSession = 0
  #watchdog: NodeJS.Timeout | null = null
  #asked = 0

  constructor(directory: string, watchdogMs: number) {
    this.#directory = directory
    this.#watchdogMs = watchdogMs
  }

  /** Joins the engine, starting it where it is not running; returns the session's number. */
  async join(session: Session): Promise<number> {
    this.#worker ??= this.#start()
    await this.#worker
    const number = ++this.#lastSession
    this.#sessions.set(number, session)
    return number
  }

  async ask(session: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.#worker === null || !this.#sessions.has(session)) return
    const worker = await this.#worker
    this.#asked++
    this.#watch(worker)
    tell(worker, { type: 'ask', session, bytes }, [bytes.buffer])
  }

  async leave(session: number): Promise<void> {
    if (!this.#sessions.delete(session) || this.#worker === null) return
    tell(await this.#worker, { type: 'leave' })
  }

  async close(): Promise<void> {
    await this.#ending
    if (this.#worker === null) return
    const worker = await this.#worker
    const closed = new Promise((resolve) => worker.once('exit', resolve))
    tell(worker, { type: 'close' })
    const overdue = setTimeout(() => void worker.terminate(), this.#watchdogMs)
    await closed
    clearTimeout(overdue)
    this.#worker = null
  }

  async #start(): Promise<Worker> {
    await this.#ending
    const worker = new Worker(threadEntry('store/engine/pglite.thread'), {
      workerData: { directory: this.#directory },
    })
    const ready = new Promise<Worker>((resolve, reject) => {
      worker.on('message', (message: FromPglite) => {
        if (message.type === 'ready') resolve(worker)
        else if (message.type === 'answer') this.#take(worker, message.session, message.bytes)
      })
      worker.on('error', (error) => {
        this.#end(worker, error.message)
        reject(new Problem('store-unreachable', { reason: error.message }))
      })
      worker.on('exit', (code) => {
        this.#end(worker, `thread ended with code ${code}`)
        reject(new Problem('store-unreachable', { reason: `thread ended with code ${code}` }))
      })
    })
    return ready
  }

  #take(worker: Worker, session: number, bytes: Uint8Array): void {
    this.#asked--
    this.#watch(worker)
    this.#sessions.get(session)?.take(bytes)
  }

  /** One timer for the question at work; the questions behind it begin theirs when it is answered. */
  #watch(worker: Worker): void {
    if (this.#watchdog !== null) clearTimeout(this.#watchdog)
    this.#watchdog = null
    if (this.#asked === 0) return
    this.#watchdog = setTimeout(() => {
      this.#end(worker, `no answer within ${this.#watchdogMs} ms`)
    }, this.#watchdogMs)
  }

  #end(worker: Worker, reason: string): void {
    if (this.#worker === null) return
    this.#worker = null
    this.#asked = 0
    if (this.#watchdog !== null) clearTimeout(this.#watchdog)
    this.#ending = worker.terminate()
    const sessions = [...this.#sessions.values()]
    this.#sessions.clear()
    for (const session of sessions) session.lose(new Problem('store-unreachable', { reason }))
  }
}

function tell(worker: Worker, message: ToPglite, transfer: ArrayBuffer[] = []): void {
  worker.postMessage(message, transfer)
}
