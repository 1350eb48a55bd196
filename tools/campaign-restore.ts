/**
 * npm run campaign:restore: the drill. The product with its sample is backed up while it serves; the
 * backup is restored into a fresh PGlite and, where the machine has one, into PostgreSQL; then its
 * power is cut, as far as the engine's files go, and it comes back from backup and journal. What
 * differs in any table of evidence ends the drill with an error; figures are printed as JSON.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { machine } from './bench/bench.ts'
import { startPostgres } from './postgres.ts'
import { type RunningProduct, startProduct } from './server.ts'

interface ManifestTable {
  readonly name: string
  readonly rows: number
  readonly sha256: string
}

/** Tables in which starting, signing in and backing up leave rows of their own. */
const OF_RUNNING = /^(?:job|session|read_audit|idempotency_key|sign_in_attempt|log_|source_reading)/

const folder = mkdtempSync(join(tmpdir(), 'lianshu-drill-'))
const say = (line: string): void => console.error(line)

function lianshu(directory: string, words: string[], databaseUrl?: string) {
  const begun = performance.now()
  const { DATABASE_URL: _, ...inherited } = process.env
  const env = {
    ...inherited,
    LIANSHU_DIRECTORY: directory,
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  }
  const command = ['dist/program/lianshu.js', ...words]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`lianshu ${words.join(' ')} ended with ${status}: ${stderr}`)
  const told = JSON.parse(stdout) as { rows: number; digest: string; sizeBytes?: number }
  return { ...told, seconds: secondsSince(begun) }
}

const secondsSince = (begun: number): number => Math.round((performance.now() - begun) / 100) / 10

function tablesOf(backup: string): Map<string, ManifestTable> {
  const text = readFileSync(join(backup, 'manifest.json'), 'utf8')
  const { tables } = JSON.parse(text) as { tables: ManifestTable[] }
  return new Map(tables.map((table) => [table.name, table]))
}

function compare(one: string, other: string): number {
  const [before, after] = [tablesOf(one), tablesOf(other)]
  const differing = [...before.values()].filter(
    ({ name, sha256 }) => !OF_RUNNING.test(name) && after.get(name)?.sha256 !== sha256,
  )
  if (differing.length > 0) {
    throw new Error(`differing: ${differing.map(({ name }) => name).join(', ')}`)
  }
  return before.size
}

async function journalMb(directory: string): Promise<number> {
  const names = await readdir(join(directory, 'journal'))
  const bytes = names.reduce(
    (sum, name) => sum + statSync(join(directory, 'journal', name)).size,
    0,
  )
  return Math.round(bytes / 100_000) / 10
}

/** Ends the process, and leaves word that the machine was off: nothing of the engine is believed. */
async function cutPower(product: RunningProduct): Promise<void> {
  await product.kill()
  const word = { isOpen: true, boot: 'another run of the machine', bootedAt: 0 }
  writeFileSync(join(product.directory, 'journal', 'engine.json'), JSON.stringify(word))
}

async function drill() {
  const directory = join(folder, 'first')
  say('装入样例 loading the sample …')
  let product = await startProduct({ directory, sample: true })
  const journalAfterSampleMb = await journalMb(directory)
  say('由空库与日志补回 coming back from nothing but the journal …')
  await cutPower(product)
  product = await startProduct({ directory, sample: true })
  const fromJournalMs = Math.round(product.readyMs)
  say('备份 backing up beside the running server …')
  const backup = join(folder, 'backup')
  const taken = lianshu(directory, ['backup', backup, '--json'])
  lianshu(directory, ['backup', '--json'])
  say('恢复到 PGlite restoring into PGlite …')
  const embedded = lianshu(join(folder, 'second'), ['restore', backup, '--json'])
  say('恢复到 PostgreSQL restoring into PostgreSQL …')
  const postgres = await startPostgres()
  const served =
    'skipped' in postgres
      ? postgres.skipped
      : lianshu(join(folder, 'third'), ['restore', backup, '--json'], postgres.url).seconds
  if (!('skipped' in postgres)) await postgres.stop()
  say('断电后由备份与日志补回 coming back from backup and journal …')
  await cutPower(product)
  product = await startProduct({ directory, sample: true })
  const fromBackupMs = Math.round(product.readyMs)
  const again = join(folder, 'again')
  lianshu(directory, ['backup', again, '--json'])
  const tables = compare(backup, again)
  await product.stop()
  return {
    tables,
    rows: taken.rows,
    sizeMb: Math.round((taken.sizeBytes ?? 0) / 100_000) / 10,
    digest: taken.digest,
    backupSeconds: taken.seconds,
    restoreIntoPgliteSeconds: embedded.seconds,
    restoreIntoPostgresSeconds: served,
    journalAfterSampleMb,
    startFromJournalAloneMs: fromJournalMs,
    startFromBackupAndJournalMs: fromBackupMs,
    differing: 0,
    machine: machine(),
  }
}

try {
  console.log(JSON.stringify(await drill(), null, 2))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
