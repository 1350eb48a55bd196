import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { StoreOptions } from '../../src/store/index.ts'

export interface Child {
  process: ChildProcess
  /** What it has said so far. */
  lines: string[]
  /** Waits until it has said so many lines. */
  said(count: number): Promise<void>
  /** kill -9, and waits for its death. */
  kill(): Promise<void>
}

/** Starts `killed.ts` with a task on a store. */
export function startChild(task: string, options: StoreOptions): Child {
  const child = spawn(
    process.execPath,
    ['dist/children/killed.js', task, JSON.stringify(options)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => lines.push(line))
  const ended = once(child, 'exit')
  const said = async (count: number): Promise<void> => {
    while (lines.length < count) {
      await Promise.race([
        once(reader, 'line'),
        ended.then(() => Promise.reject(new Error('the child ended early'))),
      ])
    }
  }
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  return { process: child, lines, said, kill }
}
