/** How long others wait while spoiled files are read, measured side by side with how long they else do. */
import { openApp } from '../../../src/shell/http/open-app.case.ts'
import { makeTemplates } from '../../templates.ts'
import { spoilFiles } from './campaign.ts'

export interface Beside {
  /** Milliseconds that 99 of 100 requests took at most: alone, and beside spoiled files, in turn. */
  readonly alone: number[]
  readonly beside: number[]
  /** Median of the second by median of the first. */
  readonly ratio: number
}

const ROUNDS = 5
const ROUND_MS = 4_000
const PATHS = ['/api/session', '/api/sources', '/api/firms', '/api/jobs', '/api/search?q=a']

export async function askBeside(): Promise<Beside> {
  const removeTemplates = await makeTemplates()
  const open = await openApp()
  try {
    const office = await open.signIn('office')
    const p99 = async (): Promise<number> => {
      const times: number[] = []
      const begun = performance.now()
      while (performance.now() - begun < ROUND_MS) {
        for (const path of PATHS) {
          const from = performance.now()
          await office.get(path)
          times.push(performance.now() - from)
        }
      }
      times.sort((one, other) => one - other)
      return Math.round((times[Math.floor(times.length * 0.99)] ?? 0) * 10) / 10
    }
    const alone: number[] = []
    const beside: number[] = []
    await p99()
    for (let round = 0; round < ROUNDS; round += 1) {
      alone.push(await p99())
      const reading = spoilFiles({ seed: round, cases: 1e9, limitMs: ROUND_MS })
      beside.push(await p99())
      await reading
    }
    const ratio = Math.round((median(beside) / median(alone)) * 100) / 100
    return { alone, beside, ratio }
  } finally {
    await open.close()
    await removeTemplates()
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
