import { Worker } from 'node:worker_threads'
import { Problem } from '../../base/index.ts'
import { threadEntry } from '../threads/index.ts'
import type { FromPglite, ToPglite } from './messages.ts'
import { enginePrograms } from './programs.ts'

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
  #current: Worker | null = null
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
    this.#watch()
    tell(worker, { type: 'ask', session, bytes }, [bytes.buffer])
  }

  async leave(session: number): Promise<void> {
    if (!this.#sessions.delete(session) || this.#worker === null) return
    tell(await this.#worker, { type: 'leave' })
  }

  async close(): Promise<void> {
    await this.#ending
    const worker = await this.#worker
    if (worker === null) return
    this.#current = null
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    const overdue = setTimeout(() => void worker.terminate(), this.#watchdogMs)
    tell(worker, { type: 'close' })
    await ended
    clearTimeout(overdue)
    this.#worker = null
  }

  async #start(): Promise<Worker> {
    await this.#ending
    const programs = await enginePrograms()
    const worker = new Worker(threadEntry('pglite.thread'), {
      workerData: { directory: this.#directory, programs },
      execArgv: [],
    })
    this.#current = worker
    return new Promise<Worker>((resolve, reject) => {
      const fail = (what: string): void => {
        const problem = interrupted(`引擎线程结束：${what}`, `the engine's thread ended: ${what}`)
        this.#end(worker, problem)
        reject(problem)
      }
      worker.on('message', (message: FromPglite) => {
        if (message.type === 'ready') resolve(worker)
        else if (message.type === 'answer') this.#take(message.session, message.bytes)
      })
      worker.on('error', (error) => fail(error.message))
      worker.on('exit', (code) => fail(`exit ${code}`))
    })
  }

  #take(session: number, bytes: Uint8Array): void {
    this.#asked--
    this.#watch()
    this.#sessions.get(session)?.take(bytes)
  }

  /** One timer for the question at work; one that waits behind it begins its own time after it. */
  #watch(): void {
    if (this.#watchdog !== null) clearTimeout(this.#watchdog)
    this.#watchdog = null
    if (this.#asked === 0) return
    const limitMs = this.#watchdogMs
    this.#watchdog = setTimeout(() => {
      if (this.#current === null) return
      const problem = interrupted(
        `引擎在 ${limitMs} 毫秒内没有应答，已重新打开`,
        `the engine did not answer within ${limitMs} ms and was opened again`,
      )
      this.#end(this.#current, problem)
    }, limitMs)
  }

  #end(worker: Worker, problem: Problem): void {
    if (this.#current !== worker) return
    this.#current = null
    this.#worker = null
    this.#asked = 0
    if (this.#watchdog !== null) clearTimeout(this.#watchdog)
    this.#ending = worker.terminate()
    const sessions = [...this.#sessions.values()]
    this.#sessions.clear()
    for (const session of sessions) session.lose(problem)
  }
}

function interrupted(reason: string, reasonEn: string): Problem {
  return new Problem('store-unreachable', { reason, reasonEn })
}

function tell(worker: Worker, message: ToPglite, transfer: ArrayBuffer[] = []): void {
  worker.postMessage(message, transfer)
}
