import { afterAll, beforeAll, expect, test } from 'vitest'
import { listBackups } from '../backups.ts'
import { readConfig } from '../config.ts'
import { type OpenApp, openApp } from '../http/open-app.case.ts'
import { inOwnTenant } from '../operator.ts'
import { type BackupState, backUpWhenDue, backupRuleOf, isBackupDue } from './automatic-backup.ts'

const HOUR_MS = 3_600_000
const NOW = new Date('2026-11-30T12:00:00Z')
const before = (hours: number): Date => new Date(NOW.getTime() - hours * HOUR_MS)

const ruleFor = (engine: 'pglite' | 'postgres', settings: Record<string, string> = {}) =>
  backupRuleOf(readConfig(settings, '/srv/office'), engine)

const state = (some: Partial<BackupState>): BackupState => ({
  ...{ now: NOW, newest: before(1), asked: null, journalBytes: 0, ...some },
})

test('the embedded store is backed up every day, a server only when it is said how often', () => {
  expect(ruleFor('pglite').everyMs).toBe(24 * HOUR_MS)
  expect(ruleFor('pglite', { LIANSHU_BACKUP_HOURS: '6' }).everyMs).toBe(6 * HOUR_MS)
  expect(ruleFor('pglite', { LIANSHU_BACKUP_HOURS: '0' }).everyMs).toBeNull()
  expect(ruleFor('postgres').everyMs).toBeNull()
  expect(ruleFor('postgres', { LIANSHU_BACKUP_HOURS: '24' }).everyMs).toBe(24 * HOUR_MS)
})

test.each([
  ['a fresh one is enough', {}, false],
  ['one of yesterday is not', { newest: before(24) }, true],
  ['a journal that has grown too long makes one due sooner', { journalBytes: 2 ** 31 }, true],
  [
    'what was asked for this hour is not asked again',
    { newest: before(48), asked: before(0.5) },
    false,
  ],
  ['what failed is asked again an hour later', { newest: before(48), asked: before(1) }, true],
])('%s', (_, some, due) => {
  expect(isBackupDue(ruleFor('pglite'), state(some))).toBe(due)
})

test('nothing is due where it is switched off', () => {
  const rule = ruleFor('pglite', { LIANSHU_BACKUP_HOURS: '0' })
  expect(isBackupDue(rule, state({ newest: before(999), journalBytes: 2 ** 40 }))).toBe(false)
})

let open: OpenApp
beforeAll(async () => {
  open = await openApp()
})
afterAll(() => open.close())

test('an installation takes its backup by itself when a day has passed', async () => {
  const { installation, config } = open
  const look = (now: Date) => inOwnTenant(() => backUpWhenDue({ ...installation, now: () => now }))
  expect(await look(new Date())).toBe(false)
  const newest = (await listBackups(config.directory)).length
  expect(await look(new Date(Date.now() + 25 * HOUR_MS))).toBe(true)
  await expect
    .poll(async () => (await listBackups(config.directory)).length, { timeout: 60_000 })
    .toBe(newest + 1)
  expect(await look(new Date())).toBe(false)
})
