// Reads one spoiled file after the other, by the readers of the product: to start a thread for each
// takes longer than most readings. Those that are read in the product's own thread are compared with it.
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { Problem, problemText } from '../../../src/base/index.ts'
import { readDocument, readGrid } from '../../../src/graph/reading/index.ts'
import type { Asked, Told } from './reading.ts'

const ROWS_MAX = 20_000

async function read({ fileName, path, as }: Asked): Promise<Omit<Told, 'number'>> {
  try {
    if (as === 'document') {
      const { text, cautions } = await readDocument({ fileName, bytes: await readFile(path) })
      return { state: 'read', text, cautions: cautions.length }
    }
    const sheets = await readGrid({ fileName, stream: createReadStream(path) }, ROWS_MAX)
    return { state: 'read', text: JSON.stringify(sheets), cautions: 0 }
  } catch (error) {
    if (!(error instanceof Problem)) return { state: 'failed', text: String(error), cautions: 0 }
    const said = Object.values(problemText(error, 'zh')).join(' ')
    return { state: 'refused', text: `${error.code} ${said}`, cautions: 0 }
  }
}

parentPort?.on('message', async (asked: Asked) => {
  parentPort?.postMessage({ number: asked.number, ...(await read(asked)) })
})
