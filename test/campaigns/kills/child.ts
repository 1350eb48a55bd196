/** One process that works until it is killed, and all that it said. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { KillTask, Said } from './killed-work.ts'

/** A process that neither ends nor is killed has lost its way. */
const PATIENCE_MS = 180_000

export interface Life {
  readonly said: readonly Said[]
  /** Where it was killed; null where it came to its end. */
  readonly killedAt: string | null
}

/** Starts a process with a task, and waits for its end. */
export async function live(task: KillTask): Promise<Life> {
  const child = spawn(process.execPath, ['dist/children/killed-work.js', JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: Said[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => said.push(JSON.parse(line) as Said))
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  const [[code]] = await Promise.all([once(child, 'exit'), once(lines, 'close')])
  clearTimeout(patience)
  const killed = of(said, 'killed').at(-1)
  if (killed === undefined && code !== 0) {
    throw new Error(`a process ended with ${code} after ${JSON.stringify(said)}`)
  }
  return { said, killedAt: killed?.at ?? null }
}

export const of = <What extends Said['what']>(
  said: readonly Said[],
  what: What,
): Extract<Said, { what: What }>[] =>
  said.filter((each): each is Extract<Said, { what: What }> => each.what === what)
