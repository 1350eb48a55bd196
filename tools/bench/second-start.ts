/** How long a second start takes: nothing to build, the sample already loaded. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { startProduct } from '../server.ts'
import { type Bench, runsOf, timed } from './bench.ts'

const ROUNDS = 5
const COMMAND = ['npm', 'start', '--silent']

export const secondStart: Bench = {
  name: 'second-start',
  run: async () => {
    const directory = mkdtempSync(join(tmpdir(), 'lianshu-bench-start-'))
    try {
      const first = await startProduct({ directory, sample: true, command: COMMAND })
      await first.stop()
      const ours: number[] = []
      const peer: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const product = await startProduct({ directory, sample: true, command: COMMAND })
        ours.push(product.readyMs)
        await product.stop()
        peer.push(await timed(() => openAlone(join(directory, 'pglite'))))
      }
      return {
        what: 'npm start in a folder that is built and filled, to the first healthy answer',
        ours: runsOf('npm start', 'ms', ours),
        peer: runsOf('PGlite alone opening the same directory', 'ms', peer),
        figures: { firstStartMs: Math.round(first.readyMs) },
        targets: { median: '≤ 5000 ms' },
      }
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  },
}

async function openAlone(directory: string): Promise<void> {
  const engine = await PGlite.create(directory)
  await engine.query('select 1')
  await engine.close()
}
