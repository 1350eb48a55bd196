/** Readings of spoiled files in threads with limits: one that stands, and the product's own. */
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { Problem, problemText } from '../../../src/base/index.ts'
import { runThread, threadEntry } from '../../../src/store/index.ts'

export interface Asked {
  readonly number: number
  readonly fileName: string
  readonly path: string
  readonly as: 'grid' | 'document'
}

export interface Told {
  readonly number: number
  /** `failed` is a fault of ours; `late` was ended at its deadline, `burst` at the limit of memory. */
  readonly state: 'read' | 'refused' | 'failed' | 'late' | 'burst'
  /** What was read, or what was said. */
  readonly text: string
  readonly cautions: number
}

/** As the product limits them, but for the time, which a campaign has less of. */
export const LIMITS = { timeLimitMs: 60_000, memoryLimitMb: 512 }

/** A thread that reads one file after the other; one that is late or bursts is begun anew. */
export class StandingReader {
  #worker: Worker | null = null

  async read(asked: Asked): Promise<Told> {
    const worker = this.#worker ?? this.#begin()
    const told = Promise.race([
      once(worker, 'message').then(([message]) => message as Told),
      once(worker, 'error').then(([error]) => ended(asked, 'burst', String(error))),
      late(asked),
    ])
    worker.postMessage(asked)
    const result = await told
    if (result.state === 'late' || result.state === 'burst') await this.end()
    return result
  }

  #begin(): Worker {
    const entry = pathToFileURL(join(process.cwd(), 'dist/children/spoiled-reader.js'))
    this.#worker = new Worker(entry, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.memoryLimitMb },
    })
    // Whoever waits for an answer hears of its end as well.
    this.#worker.setMaxListeners(0)
    return this.#worker
  }

  async end(): Promise<void> {
    await this.#worker?.terminate()
    this.#worker = null
  }
}

const ended = ({ number }: Asked, state: Told['state'], text: string): Told => ({
  ...{ number, state, text, cautions: 0 },
})

async function late(asked: Asked): Promise<Told> {
  await new Promise((resolve) => setTimeout(resolve, LIMITS.timeLimitMs).unref())
  return ended(asked, 'late', '')
}

/** The reading thread of the product, begun for this file alone. */
export async function readAsProduct(asked: Asked): Promise<Told> {
  const { fileName, path, as } = asked
  const task = { kind: as, file: { fileName, path } }
  try {
    const read = await runThread<object, { document?: { text: string }; sheets?: object }, unknown>(
      threadEntry('reading.thread'),
      task,
      { ...LIMITS, onMessage: async () => {} },
    )
    return ended(asked, 'read', read.document?.text ?? JSON.stringify(read.sheets))
  } catch (error) {
    if (!(error instanceof Problem)) return ended(asked, 'failed', String(error))
    const said = Object.values(problemText(error, 'zh')).join(' ')
    return ended(asked, 'refused', `${error.code} ${said}`)
  }
}

/** Puts bytes where a thread can read them. */
export async function lay(
  folder: string,
  file: { readonly fileName: string; readonly as: Asked['as']; readonly bytes: Uint8Array },
  number: number,
): Promise<Asked> {
  const path = join(folder, 'spoiled')
  await writeFile(path, file.bytes)
  return { number, fileName: file.fileName, path, as: file.as }
}
