/**
 * `.lianshu/server.json`: how the command line finds the running server of a directory.
 * The token in it acts as the local operator, so only the owner of the file may read it.
 */
import { randomBytes } from 'node:crypto'
import { readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from '@hono/zod-openapi'

const ServerFile = z.object({ port: z.int(), pid: z.int(), token: z.string().min(32) })

export type RunningServer = z.infer<typeof ServerFile>

const ANSWER_LIMIT_MS = 2_000

/** A secret for one run of the server: 256 bits. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Makes the server known; the file appears whole and readable by its owner only. */
export async function writeServerFile(directory: string, server: RunningServer): Promise<void> {
  const path = pathIn(directory)
  const draft = `${path}.${server.pid}`
  await writeFile(draft, `${JSON.stringify(server)}\n`, { mode: 0o600 })
  await rename(draft, path)
}

/** Takes the file away, unless another server has written its own since. */
export async function removeServerFile(directory: string, pid: number): Promise<void> {
  const found = await readServerFile(directory)
  if (found?.pid === pid) await unlink(pathIn(directory))
}

/** The server that runs on this directory, or null. A file that a killed server left counts not. */
export async function findRunningServer(directory: string): Promise<RunningServer | null> {
  const server = await readServerFile(directory)
  return server !== null && isAlive(server.pid) && (await answers(server)) ? server : null
}

async function readServerFile(directory: string): Promise<RunningServer | null> {
  try {
    const parsed = ServerFile.safeParse(JSON.parse(await readFile(pathIn(directory), 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A process id is used again after a restart of the machine, so the port must answer as ours. */
async function answers({ port }: RunningServer): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(ANSWER_LIMIT_MS)
    const response = await fetch(`http://127.0.0.1:${port}/health`, { signal })
    return Object.hasOwn((await response.json()) as object, 'durability')
  } catch {
    return false
  }
}

const pathIn = (directory: string): string => join(directory, 'server.json')
