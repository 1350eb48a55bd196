/**
 * A PostgreSQL server that lives only as long as the tests: its own folder, its own port, no
 * fsync. It never touches a server that the machine runs already.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { findPostgresTools } from './machine.ts'

export interface TemporaryPostgres {
  /** Address of its maintenance database; the user `lianshu` may create others. */
  url: string
  stop(): Promise<void>
}

const START_LIMIT_MS = 60_000
const CLUSTER_SETTINGS = ['-U', 'lianshu', '-A', 'trust', '-E', 'UTF8', '--no-sync']
const SERVER_SETTINGS = ['fsync=off', 'full_page_writes=off', 'max_connections=60']

/** Starts a server, or returns the reason in words why there is none. */
export async function startPostgres(): Promise<TemporaryPostgres | { skipped: string }> {
  const tools = findPostgresTools()
  if (tools === null) return { skipped: '没有 PostgreSQL no PostgreSQL server on this machine' }
  const owner = ownerForServer()
  if (owner === null) return { skipped: 'PostgreSQL 不能以 root 运行 it will not run as root' }
  const folder = mkdtempSync(join(tmpdir(), 'lianshu-postgres-'))
  chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  const options = { stdio: 'ignore', cwd: folder, ...owner } as const
  execFileSync(join(tools, 'initdb'), ['-D', data, ...CLUSTER_SETTINGS], options)
  const port = await freePort()
  const settings = [...SERVER_SETTINGS, `port=${port}`, `unix_socket_directories=${folder}`]
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]
  const server = spawn(join(tools, 'postgres'), args, options)
  await untilReady(tools, server, port)
  const url = `postgres://lianshu@127.0.0.1:${port}/postgres`
  return { url, stop: () => stopServer(server, folder) }
}

/** PostgreSQL refuses to run as root, so root lends it another user; null when there is none. */
function ownerForServer(): { uid: number; gid: number } | null {
  const own = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  if (own.uid !== 0) return own
  const idOf = (flag: string, user: string): number => {
    const asked = spawnSync('id', [flag, user], { encoding: 'utf8' })
    return asked.status === 0 ? Number(asked.stdout) : 0
  }
  const owners = ['postgres', 'nobody'].map((user) => ({
    uid: idOf('-u', user),
    gid: idOf('-g', user),
  }))
  return owners.find(({ uid }) => uid !== 0) ?? null
}

async function untilReady(tools: string, server: ChildProcess, port: number): Promise<void> {
  const begun = performance.now()
  const ask = ['-h', '127.0.0.1', '-p', String(port), '-U', 'lianshu', '-q']
  while (spawnSync(join(tools, 'pg_isready'), ask).status !== 0) {
    if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode}`)
    if (performance.now() - begun > START_LIMIT_MS) throw new Error('postgres did not start')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** SIGINT asks PostgreSQL for a fast shutdown that does not wait for clients. */
async function stopServer(server: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  if (server.exitCode === null) {
    server.kill('SIGINT')
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
}
