import { Worker } from 'node:worker_threads'
import { Problem, type ProblemCode } from '../../base/index.ts'
import type { FromThread, ThreadData } from './messages.ts'

export interface ThreadOptions<Message> {
  /** The thread is ended and `reading-timeout` is thrown after this time. */
  timeLimitMs: number
  /**
   * Heap of the thread; beyond it the thread dies and `reading-memory` is thrown. Buffers outside
   * the heap are counted separately, against the same limit, whenever the thread sends a message.
   */
  memoryLimitMb: number
  /** Ends the thread and throws `job-cancelled` (or the signal's own Problem). */
  signal?: AbortSignal
  /** Called for one message at a time; the thread goes on when the promise has settled. */
  onMessage(message: Message): Promise<void>
}

/**
 * Runs a compiled thread entry to its end and returns its result. The time limit counts the
 * thread's own working time: while `onMessage` is busy on this side, the clock stands still, or a
 * slow database would be blamed on the file that is being read.
 */
export function runThread<In, Out, Message>(
  entry: URL,
  input: In,
  options: ThreadOptions<Message>,
): Promise<Out> {
  if (options.signal?.aborted) return Promise.reject(reasonOf(options.signal))
  const data: ThreadData = { input, memoryLimitMb: options.memoryLimitMb }
  const worker = new Worker(entry, {
    workerData: data,
    // Flags of the parent, such as a loader for TypeScript, are not for compiled threads.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: options.memoryLimitMb },
  })
  return new ThreadRun<Out, Message>(worker, options).outcome
}

/** One run: settles once, and ends the thread whatever the outcome is. */
class ThreadRun<Out, Message> {
  readonly outcome: Promise<Out>
  readonly #worker: Worker
  readonly #options: ThreadOptions<Message>
  #settle: { resolve: (value: Out) => void; reject: (reason: unknown) => void } | null = null
  #timer: NodeJS.Timeout | null = null
  #leftMs: number
  #startedAt = 0
  #handling: Promise<void> = Promise.resolve()
  readonly #onAbort: () => void

  constructor(worker: Worker, options: ThreadOptions<Message>) {
    this.#worker = worker
    this.#options = options
    this.#leftMs = options.timeLimitMs
    this.#onAbort = () => this.#fail(reasonOf(options.signal))
    this.outcome = new Promise<Out>((resolve, reject) => {
      this.#settle = { resolve, reject }
    })
    worker.on('message', (message: FromThread) => this.#take(message))
    worker.on('error', (error) => this.#fail(problemOf(error, options.memoryLimitMb)))
    worker.on('exit', (code) => this.#afterMessages(() => this.#fail(endedEarly(code))))
    options.signal?.addEventListener('abort', this.#onAbort, { once: true })
    this.#runClock()
  }

  #take(message: FromThread): void {
    if (message.type === 'message') {
      this.#afterMessages(() => this.#handle(message.value as Message))
    } else if (message.type === 'result') {
      this.#afterMessages(() => this.#succeed(message.value as Out))
    } else if (message.type === 'problem') {
      this.#fail(new Problem(message.code as ProblemCode, message.details))
    } else {
      this.#fail(Object.assign(new Error(message.message), { stack: message.stack }))
    }
  }

  /** One at a time, and the end only after the last message has been dealt with. */
  #afterMessages(work: () => void | Promise<void>): void {
    this.#handling = this.#handling.then(work)
  }

  async #handle(message: Message): Promise<void> {
    if (this.#settle === null) return
    this.#stopClock()
    try {
      await this.#options.onMessage(message)
      if (this.#settle === null) return
      this.#runClock()
      this.#worker.postMessage({ type: 'acknowledge' })
    } catch (error) {
      this.#fail(error)
    }
  }

  #runClock(): void {
    this.#stopClock()
    this.#startedAt = performance.now()
    const limitMs = this.#options.timeLimitMs
    this.#timer = setTimeout(
      () => this.#fail(new Problem('reading-timeout', { limit: limitMs / 1000 })),
      this.#leftMs,
    )
  }

  #stopClock(): void {
    if (this.#timer === null) return
    clearTimeout(this.#timer)
    this.#timer = null
    this.#leftMs = Math.max(1, this.#leftMs - (performance.now() - this.#startedAt))
  }

  #succeed(value: Out): void {
    this.#end()?.resolve(value)
  }

  #fail(reason: unknown): void {
    this.#end()?.reject(reason)
  }

  #end(): { resolve: (value: Out) => void; reject: (reason: unknown) => void } | null {
    const settle = this.#settle
    if (settle === null) return null
    this.#settle = null
    this.#stopClock()
    this.#options.signal?.removeEventListener('abort', this.#onAbort)
    void this.#worker.terminate()
    return settle
  }
}

function endedEarly(code: number): Error {
  return new Error(`thread ended early with code ${code}`)
}

function problemOf(error: Error & { code?: string }, limitMb: number): Error {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new Problem('reading-memory', { limit: limitMb })
    : error
}

function reasonOf(signal: AbortSignal | undefined): unknown {
  const reason: unknown = signal?.reason
  return reason instanceof Problem ? reason : new Problem('job-cancelled', {})
}
