/**
 * Before the tests: the compiled server is brought up to date, because worker threads run from
 * dist/, and so are the processes that tests kill; embedded databases are made for the tests to copy; and a temporary PostgreSQL is started.
 * Its address is handed to the tests in LIANSHU_TEST_POSTGRES; without a server the cases on it
 * skip, and the reason is said here.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { startPostgres } from '../tools/postgres.ts'
import { makeTemplateDatabase } from './database.ts'
import { makeTemplates } from './templates.ts'

let removeTemplates: (() => Promise<void>) | null = null
let stopPostgres: (() => Promise<void>) | null = null

export async function setup(): Promise<void> {
  buildParts('server', 'children')
  removeTemplates = await makeTemplates()
  const shared = process.env.LIANSHU_SHARED ?? '../shared'
  if (!existsSync(shared)) {
    console.log(`跳过 skipped: 对照研究资料的测试 tests on the research folder: 没有 no ${shared}`)
  }
  const postgres = await startPostgres()
  if ('skipped' in postgres) {
    console.log(`跳过 skipped: the contract cases on PostgreSQL: ${postgres.skipped}`)
    return
  }
  process.env.LIANSHU_TEST_POSTGRES = postgres.url
  stopPostgres = postgres.stop
  await makeTemplateDatabase(postgres.url)
}

export async function teardown(): Promise<void> {
  await stopPostgres?.()
  await removeTemplates?.()
}

/** A source that does not compile is named here and fails in the test that needs it. */
export function buildParts(...parts: string[]): void {
  spawnSync(process.execPath, ['tools/build.mjs', ...parts], { stdio: 'inherit' })
}
