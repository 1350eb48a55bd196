// A round trip over the whole program: a small office, its backup, and what is made of it.
import {
  appendFile,
  cp,
  mkdtemp,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, postgresUrl } from '../../test/database.ts'
import { openStore } from '../store/index.ts'
import { backupsFolder, listBackups, pruneBackups, takeBackup } from './backups.ts'
import { readConfig } from './config.ts'
import { type OpenApp, openApp } from './http/open-app.case.ts'
import { checkedBackup, restoreInstallation } from './restoring.ts'

let open: OpenApp
let folder: string
let backup: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianshu-restoring-'))
  // In the suite that is not the usual one, so that nothing falls back to that.
  open = await openApp({ LIANSHU_LOG_SUITE: 'gm' })
  await open.operator.upload('说明.txt', '甘肃省\t发展\\规划\n')
  await untilSigned()
  const { body } = await open.operator.send('POST', '/api/backups', {
    folder: join(folder, 'first'),
  })
  const { id } = (body as { job: { id: string } }).job
  const done = await untilDone(id)
  expect(done).toMatchObject({ state: 'done' })
  backup = join(folder, 'first')
})

afterAll(async () => {
  await open.close()
  await rm(folder, { recursive: true, force: true })
})

async function untilSigned(): Promise<void> {
  for (;;) {
    const { body, status } = await open.operator.get('/api/log/checkpoint')
    if (status === 200 && (body as { waiting: number }).waiting === 0) return
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

async function untilDone(id: string): Promise<{ state: string }> {
  for (;;) {
    const { body } = await open.operator.get(`/api/jobs/${id}`)
    const job = body as { state: string }
    if (job.state !== 'waiting' && job.state !== 'running') return job
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const configOf = (name: string, database?: { url: string; ownerUrl: string }) =>
  readConfig(
    {
      LIANSHU_DIRECTORY: join(folder, name),
      ...(database !== undefined && {
        ...{ DATABASE_URL: database.url, LIANSHU_DATABASE_OWNER_URL: database.ownerUrl },
      }),
    },
    folder,
  )

const quiet = (): void => {}

/** A copy of the backup in which something was changed. */
async function spoilt(name: string, spoil: (copy: string) => Promise<void>): Promise<string> {
  const copy = join(folder, name)
  await cp(backup, copy, { recursive: true })
  await spoil(copy)
  return copy
}

describe('a backup', () => {
  test('names its rows, files and the root of the log, and no draft is left', async () => {
    const told = await checkedBackup(backup)
    expect(told.rows).toBeGreaterThan(10)
    expect(told.blobs).toBe(1)
    expect(told.logs).toMatchObject([{ tenant: 1, root: expect.stringMatching(/^[0-9a-f]{64}$/) }])
    expect((await readdir(folder)).filter((name) => name.includes('draft'))).toEqual([])
  })

  test.each<[string, (copy: string) => Promise<void>, string]>([
    ['truncated', (copy) => truncate(join(copy, 'tables/person.copy'), 9), 'backup-damaged'],
    ['lengthened', (copy) => appendFile(join(copy, 'tables/person.copy'), 'x'), 'backup-damaged'],
    [
      'with a table put for another',
      (copy) => cp(join(copy, 'tables/person.copy'), join(copy, 'tables/organisation.copy')),
      'backup-damaged',
    ],
    ['with a table missing', (copy) => rm(join(copy, 'tables/source.copy')), 'backup-damaged'],
    [
      'with a file added',
      (copy) => writeFile(join(copy, 'tables/more.copy'), ''),
      'backup-damaged',
    ],
    ['without its manifest', (copy) => rm(join(copy, 'manifest.json')), 'backup-invalid'],
  ])('%s is refused before anything is written', async (what, spoil, problem) => {
    const copy = await spoilt(`copy ${what}`, spoil)
    const target = `target ${what}`
    await expect(restoreInstallation(configOf(target), copy, quiet)).rejects.toThrow(problem)
    await expect(readdir(join(folder, target))).rejects.toThrow('ENOENT')
  })

  test('is never written over what stands there', async () => {
    await expect(takeBackup(open.installation, backup, quiet)).rejects.toThrow('backup-exists')
  })

  test('keeps the newest, as many as are asked for', async () => {
    const directory = join(folder, 'pruned')
    for (const name of ['20260101T000000Z', '20260102T000000Z', '20260103T000000Z']) {
      await cp(backup, join(backupsFolder(directory), name), { recursive: true })
    }
    expect(await pruneBackups(directory, 2)).toEqual(['20260101T000000Z'])
    const names = (await listBackups(directory)).map(({ name }) => name)
    expect(names).toEqual(['20260103T000000Z', '20260102T000000Z'])
  })
})

describe('a restore', () => {
  test('that is broken off is not served; begun again it gives the same', async () => {
    const config = configOf('again')
    const breakOff = (stage: string, name: string): void => {
      if (stage === 'rows' && name === 'organisation') throw new Error('power cut')
    }
    await expect(restoreInstallation(config, backup, breakOff)).rejects.toThrow('power cut')
    const { directory } = config
    await expect(openStore({ directory })).rejects.toThrow('restore-unfinished')
    const told = await restoreInstallation(config, backup, quiet)
    expect(told).toEqual({ ...(await checkedBackup(backup)), restored: true })
    await expect(restoreInstallation(config, backup, quiet)).rejects.toThrow('restore-not-empty')
    const store = await openStore({ directory })
    const [blob] = await store.blobs.list()
    expect(Buffer.from(await store.blobs.read(blob?.sha256 ?? '')).toString()).toContain('甘肃省')
    await store.close()
  })

  test.skipIf(postgresUrl === null)('from D0 into PostgreSQL, and back', async () => {
    const database = await freshDatabase('empty')
    const config = configOf('served', database)
    const told = await restoreInstallation(config, backup, quiet)
    expect(told.digest).toBe((await checkedBackup(backup)).digest)
    await expect(restoreInstallation(config, backup, quiet)).rejects.toThrow('restore-not-empty')
    const { directory } = config
    const { url: databaseUrl, ownerUrl } = database
    const store = await openStore({ directory, databaseUrl, ownerUrl })
    const back = join(folder, 'back')
    const taken = await takeBackup({ store, now: () => new Date() }, back, quiet)
    const tablesOf = async (from: string) =>
      (JSON.parse(await readFile(join(from, 'manifest.json'), 'utf8')) as { tables: unknown })
        .tables
    expect(taken.manifest.tables).toEqual(await tablesOf(backup))
    await store.close()
    await database.drop()
  })
})
