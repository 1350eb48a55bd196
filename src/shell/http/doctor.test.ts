// The doctor on installations that are really broken: a journal that cannot be written, a backup of
// last month, a lock of a process that is gone, a role that walks past the wall.
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, postgresUrl } from '../../../test/database.ts'
import { digestOf, type Manifest } from '../../store/index.ts'
import { backupName } from '../backups.ts'
import { verbDoctor } from '../cli/doctor.ts'
import type { Call } from '../cli/verb.ts'
import { readConfig } from '../config.ts'
import { judge } from '../doctor/judge.ts'
import { lookAlone } from '../doctor/look.ts'
import type { Check } from '../doctor/model.ts'
import { type OpenApp, openApp } from './open-app.case.ts'

let open: OpenApp
let folder: string

beforeAll(async () => {
  open = await openApp()
  folder = await mkdtemp(join(tmpdir(), 'lianshu-doctor-'))
})

afterAll(async () => {
  await open.close()
  await rm(folder, { recursive: true, force: true })
})

const statesOf = (checks: readonly Check[]): Record<string, string> =>
  Object.fromEntries(checks.map(({ id, state }) => [id, state]))

const asked = async (): Promise<Record<string, string>> => {
  const answer = await open.operator.get('/api/doctor')
  expect(answer.status).toBe(200)
  return statesOf((answer.body as { checks: Check[] }).checks)
}

const alone = async (settings: Record<string, string>): Promise<Record<string, string>> =>
  statesOf(judge(await lookAlone(readConfig(settings, folder), new Date()), 'zh'))

/** Lists what a backup of that moment would list, as far as its manifest goes. */
async function leaveBackup(takenAt: Date): Promise<void> {
  const place = join(open.config.directory, 'backups', backupName(takenAt))
  await mkdir(place, { recursive: true })
  const manifest: Manifest = {
    ...{ format: 1, program: '0.1.0', takenAt: takenAt.toISOString(), engine: 'pglite' },
    ...{ durability: 'D0', migrations: [], logs: [], tables: [], sequences: [], blobs: [] },
    journal: null,
  }
  await writeFile(
    join(place, 'manifest.json'),
    JSON.stringify({ ...manifest, digest: digestOf(manifest) }),
  )
}

const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000)

test('the server tells of itself, to whoever keeps it alone', async () => {
  const states = await asked()
  expect(Object.values(states)).not.toContain('broken')
  expect(states).toMatchObject({
    ...{ node: 'good', server: 'good', lock: 'good', database: 'good', migrations: 'good' },
    ...{ workers: 'good', log: 'good', clock: 'good', journal: 'good', exposure: 'good' },
    ...{ durability: 'look', backup: 'look', sample: 'look' },
  })
  expect((await (await open.signIn('office')).get('/api/doctor')).status).toBe(403)
})

test('a backup that is old, and a journal that can be written no more', async () => {
  await leaveBackup(daysAgo(30))
  expect(await asked()).toMatchObject({ backup: 'broken', journal: 'good' })
  await leaveBackup(daysAgo(2))
  expect(await asked()).toMatchObject({ backup: 'look' })
  open.installation.store.journal?.journal.fail(new Error('ENOSPC: no space left on device'))
  expect(await asked()).toMatchObject({ journal: 'broken' })
})

test('without a server: the lock of a dead process, one that lives and does not answer, a power cut', async () => {
  const directory = join(folder, 'embedded')
  const settings = { LIANSHU_DIRECTORY: directory }
  expect(await alone(settings)).toMatchObject({ directory: 'look', server: 'look', lock: 'good' })
  await mkdir(join(directory, 'journal'), { recursive: true, mode: 0o700 })
  const { pid } = spawnSync(process.execPath, ['--version'])
  await writeFile(join(directory, 'lock.json'), JSON.stringify({ pid }))
  expect(await alone(settings)).toMatchObject({ directory: 'good', lock: 'look', database: 'look' })
  await writeFile(join(directory, 'lock.json'), JSON.stringify({ pid: process.pid }))
  expect(await alone(settings)).toMatchObject({ lock: 'broken' })
  await rm(join(directory, 'lock.json'))
  const word = { isOpen: true, boot: 'another run of the machine', bootedAt: 0 }
  await writeFile(join(directory, 'journal', 'engine.json'), JSON.stringify(word))
  expect(await alone(settings)).toMatchObject({ lock: 'look' })
})

test('the verb prints each check with what to do, and ends with 1 when something is broken', async () => {
  const lines: string[] = []
  const run = (settings: Record<string, string>): Promise<number> =>
    verbDoctor.run({
      config: readConfig({ LIANSHU_DIRECTORY: join(folder, 'verb'), ...settings }, folder),
      language: 'en',
      options: {},
      print: (line) => lines.push(line),
      given: [],
      progress: () => {},
      openApi: () => Promise.reject(new Error('no server runs')),
    } satisfies Call)
  expect(await run({})).toBe(0)
  expect(lines.join('\n')).toContain('look here\tServer\t')
  expect(lines.join('\n')).toContain('\tnext\tStart it (npm start)')
  lines.length = 0
  expect(await run({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })).toBe(1)
  expect(lines.join('\n')).toContain('broken\tDatabase\tIt cannot be reached')
})

describe.skipIf(postgresUrl === null)('a database on a server', () => {
  test('that does not sync is broken, and a role that may bypass the wall too', async () => {
    const { url, ownerUrl, drop } = await freshDatabase()
    const database = { LIANSHU_DIRECTORY: join(folder, 'served') }
    const behind = await alone({ ...database, DATABASE_URL: url })
    expect(behind).toMatchObject({ database: 'good', wall: 'good', migrations: 'good' })
    // The server of the tests is told not to sync.
    expect(behind).toMatchObject({ settings: 'broken', durability: 'broken' })
    const past = await alone({ ...database, DATABASE_URL: ownerUrl })
    expect(past).toMatchObject({ wall: 'broken', queue: 'good', log: 'good' })
    await drop()
  })

  test('whose tables are not there yet waits for a start', async () => {
    const { ownerUrl, drop } = await freshDatabase('empty')
    expect(await alone({ DATABASE_URL: ownerUrl })).toMatchObject({ migrations: 'look' })
    await drop()
  })
})
