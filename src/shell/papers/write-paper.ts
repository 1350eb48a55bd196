// Papers are written in a thread of their own, with limits of time and memory.
import { Problem } from '../../base/index.ts'
import type { ListPaper } from '../../graph/outgoing/index.ts'
import { runThread, threadEntry } from '../../store/index.ts'

/** A list to be written, and in which form. */
export interface PaperTask {
  readonly paper: ListPaper
  readonly format: 'xlsx' | 'docx'
}

/** Twenty times what the longest list of a version takes. */
const WAIT_MS = 120_000
const MEMORY_MB = 1_024

/**
 * The bytes of a workbook or a document.
 * Problem: `too-large` for a list whose paper takes more than the limits allow.
 */
export async function writePaper(task: PaperTask): Promise<Uint8Array<ArrayBuffer>> {
  const limits = { timeLimitMs: WAIT_MS, memoryLimitMb: MEMORY_MB, onMessage: async () => {} }
  try {
    return await runThread<PaperTask, Uint8Array<ArrayBuffer>, never>(
      threadEntry('paper.thread'),
      task,
      limits,
    )
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.code === 'reading-timeout') throw tooLarge(`${WAIT_MS / 1000} s`)
    if (error.code === 'reading-memory') throw tooLarge(`${MEMORY_MB} MB`)
    throw error
  }
}

const tooLarge = (limit: string): Problem => new Problem('too-large', { limit })
