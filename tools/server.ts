/**
 * The product as people start it: the built server in a process, a folder and a port of its own.
 * For tests and benches that must see what a user sees, a killed process included.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'

export interface ServerOptions {
  /** Folder of the installation; a fresh temporary one when left out, removed by `stop`. */
  directory?: string
  databaseUrl?: string
  /** Whether an empty installation is filled with the sample; it is not, unless asked. */
  sample?: boolean
  /** Further settings, as environment variables. */
  settings?: Readonly<Record<string, string>>
  /** How to start it; the built server by Node when left out. */
  command?: readonly string[]
}

export interface RunningProduct {
  url: string
  directory: string
  process: ChildProcess
  /** From the start of the process to its first healthy answer. */
  readyMs: number
  /** Proves to the server that a request comes from its own machine. */
  token: string
  /** All that it printed so far. */
  output(): string
  /** Asks as the local operator of this machine. */
  ask(path: string, init?: RequestInit): Promise<Response>
  /** Highest memory so far, in MB, of the server's process; null where the system does not tell. */
  peakMemoryMb(): number | null
  /** Ends it as an operator does. */
  stop(): Promise<void>
  /** Ends it as a power cut does to a process. */
  kill(): Promise<void>
}

const READY_LIMIT_MS = 300_000
const POLL_MS = 25

export async function startProduct(options: ServerOptions = {}): Promise<RunningProduct> {
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'lianshu-product-'))
  const port = await freePort()
  const [program = process.execPath, ...args] = options.command ?? [
    process.execPath,
    'dist/program/main.js',
  ]
  const begun = performance.now()
  const child = spawn(program, args, {
    detached: true,
    env: environmentOf(options, directory, port),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const chunks: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data) => chunks.push(String(data)))
  const output = (): string => chunks.join('')
  const url = `http://localhost:${port}`
  await untilHealthy(url, child, output)
  const readyMs = performance.now() - begun
  const { pid, token } = readServerFile(directory)
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    await endGroup(child, signal)
    if (options.directory === undefined) rmSync(directory, { recursive: true, force: true })
  }
  return {
    url,
    directory,
    process: child,
    readyMs,
    token,
    output,
    ask: (path, init) => fetch(url + path, withToken(init, token)),
    peakMemoryMb: () => peakMemoryMb(pid),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

function environmentOf(options: ServerOptions, directory: string, port: number): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, LIANSHU_DATABASE_OWNER_URL: __, ...inherited } = process.env
  return {
    ...inherited,
    // Whoever waits for another program meanwhile reads no notes, and a full pipe stops the server.
    LIANSHU_NOTES: 'warn',
    LIANSHU_PORT: String(port),
    LIANSHU_DIRECTORY: directory,
    LIANSHU_SAMPLE: options.sample === true ? 'on' : 'off',
    ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
    ...options.settings,
  }
}

async function untilHealthy(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const begun = performance.now()
  for (;;) {
    const answer = await fetch(`${url}/health`).catch(() => null)
    if (answer?.ok === true) return
    const isOver = child.exitCode !== null || child.signalCode !== null
    if (isOver || performance.now() - begun > READY_LIMIT_MS) {
      throw new Error(`the server did not become healthy:\n${output()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

function readServerFile(directory: string): { pid: number; token: string } {
  return JSON.parse(readFileSync(join(directory, 'server.json'), 'utf8'))
}

function withToken(init: RequestInit | undefined, token: string): RequestInit {
  const headers = new Headers(init?.headers)
  headers.set('Authorization', `Bearer ${token}`)
  return { ...init, headers }
}

/** The whole group: npm puts a shell between itself and the server. */
async function endGroup(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  process.kill(-child.pid, signal)
  await ended
}

function peakMemoryMb(pid: number): number | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024)
  } catch {
    return null
  }
}
