import { expect, test } from 'vitest'
import { judge, worstOf } from './judge.ts'
import type { Backlogs, CheckState, Seen } from './model.ts'

const NOW = new Date('2026-11-30T08:00:00.000Z')
const BACKLOGS: Backlogs = {
  waiting: 0,
  running: 0,
  silent: 0,
  waitingSince: null,
  suites: ['gm'],
  signed: 12,
  signedAt: '2026-11-30T07:59:00.000Z',
  unsigned: 0,
  unsignedSince: null,
}
const SERVED = {
  engine: 'postgres',
  version: '15.4',
  versionNumber: 150_004,
  durability: 'D1',
  wall: 'holds',
  fsync: true,
  fullPageWrites: true,
  synchronousCommit: true,
  unwalled: [],
  migrations: { applied: 13, known: 13, state: 'same' },
  aheadMs: 3,
  sizeBytes: 5e7,
} as const

/** An office in good order. */
const GOOD: Seen = {
  now: NOW,
  node: 'v20.20.2',
  version: '0.1.0',
  isServed: true,
  directory: {
    ...{ path: '/srv/lianshu', isThere: true, isWritable: true, isOpenToOthers: false },
    freeBytes: 2e11,
  },
  embedded: null,
  database: SERVED,
  backlogs: BACKLOGS,
  suite: { asked: null, lacks: [] },
  kinds: 5,
  witnesses: { count: 2, late: [], forks: 0 },
  backup: { takenAt: '2026-11-30T02:00:00.000Z', sizeBytes: 4e6 },
  journal: null,
  exposure: { host: 'office.example', kind: 'tls', certificateUntil: '2027-11-30T00:00:00.000Z' },
  sample: 'none',
}

const found = (seen: Partial<Seen>) =>
  Object.fromEntries(judge({ ...GOOD, ...seen }, 'en').map(({ id, state }) => [id, state]))

test('an office in good order has nothing to do, in either language', () => {
  for (const language of ['zh', 'en'] as const) {
    const checks = judge(GOOD, language)
    expect(worstOf(checks)).toBe('good')
    expect(checks.map(({ next }) => next).filter((next) => next !== null)).toEqual([])
    expect(JSON.stringify(checks)).not.toMatch(/…|undefined|NaN/)
  }
})

const minutesAgo = (minutes: number): string =>
  new Date(NOW.getTime() - minutes * 60_000).toISOString()
const db = (facts: object): Partial<Seen> => ({ database: { ...SERVED, ...facts } as never })
const logs = (more: Partial<Backlogs>): Partial<Seen> => ({ backlogs: { ...BACKLOGS, ...more } })
const space = (freeBytes: number): Partial<Seen> => ({
  directory: { ...GOOD.directory, freeBytes },
})
const certificate = (until: string): Partial<Seen> => ({
  exposure: { host: 'office.example', kind: 'tls', certificateUntil: until },
})

test.each<[id: string, state: CheckState, seen: Partial<Seen>]>([
  ['node', 'broken', { node: 'v20.18.9' }],
  ['node', 'good', { node: 'v24.0.0' }],
  ['server', 'look', { isServed: false }],
  ['directory', 'broken', { directory: { ...GOOD.directory, isWritable: false } }],
  ['directory', 'look', { directory: { ...GOOD.directory, isOpenToOthers: true } }],
  ['lock', 'good', { embedded: { lock: { pid: 7, isAlive: true }, isTrusted: true } }],
  ['lock', 'look', { embedded: { lock: { pid: 7, isAlive: false }, isTrusted: true } }],
  ['lock', 'look', { embedded: { lock: null, isTrusted: false } }],
  [
    'lock',
    'broken',
    { isServed: false, embedded: { lock: { pid: 7, isAlive: true }, isTrusted: true } },
  ],
  ['space', 'look', space(1e9)],
  ['space', 'broken', space(1e8)],
  ['space', 'look', { ...space(5e9), backup: { takenAt: minutesAgo(1), sizeBytes: 3e9 } }],
  ['durability', 'broken', db({ durability: 'D0' })],
  ['durability', 'look', db({ durability: 'D0', engine: 'pglite' })],
  ['database', 'broken', db({ versionNumber: 140_010 })],
  ['database', 'broken', { database: { unreachable: 'refused' } }],
  ['database', 'look', { database: null }],
  ['settings', 'broken', db({ synchronousCommit: false })],
  ['wall', 'broken', db({ wall: 'bypass' })],
  ['wall', 'broken', db({ wall: 'superuser' })],
  ['wall', 'look', db({ wall: 'owner' })],
  ['wall', 'broken', db({ unwalled: ['claim'] })],
  ['migrations', 'look', db({ migrations: { applied: 12, known: 13, state: 'behind' } })],
  ['migrations', 'broken', db({ migrations: { applied: 14, known: 13, state: 'newer' } })],
  ['queue', 'good', logs({ waiting: 9, waitingSince: minutesAgo(9) })],
  ['queue', 'look', logs({ waiting: 9, waitingSince: minutesAgo(11) })],
  ['workers', 'look', logs({ silent: 1 })],
  ['workers', 'broken', { kinds: 0 }],
  ['log', 'good', { suite: { asked: 'gm', lacks: [] } }],
  ['log', 'broken', { suite: { asked: 'intl', lacks: [] } }],
  ['log', 'broken', { suite: { asked: null, lacks: ['gm'] } }],
  ['log', 'broken', { backlogs: null, suite: { asked: 'gm', lacks: ['gm'] } }],
  ['log', 'look', logs({ unsigned: 3, unsignedSince: minutesAgo(2) })],
  ['log', 'broken', logs({ unsigned: 3, unsignedSince: minutesAgo(61) })],
  ['witnesses', 'good', { witnesses: { count: 0, late: [], forks: 0 } }],
  ['witnesses', 'look', { witnesses: { count: 2, late: ['审计局'], forks: 0 } }],
  ['witnesses', 'broken', { witnesses: { count: 2, late: [], forks: 1 } }],
  ['backup', 'look', { backup: null }],
  ['backup', 'look', { backup: { takenAt: minutesAgo(25 * 60), sizeBytes: 1 } }],
  ['backup', 'broken', { backup: { takenAt: minutesAgo(8 * 24 * 60), sizeBytes: 1 } }],
  ['journal', 'good', { journal: { sizeBytes: 1e6, isStopped: false, needsBackup: false } }],
  ['journal', 'look', { journal: { sizeBytes: 2e9, isStopped: false, needsBackup: false } }],
  ['journal', 'look', { journal: { sizeBytes: 1e6, isStopped: false, needsBackup: true } }],
  ['journal', 'broken', { journal: { sizeBytes: 1e6, isStopped: true, needsBackup: false } }],
  ['clock', 'look', db({ aheadMs: -9_000 })],
  ['clock', 'broken', db({ aheadMs: 400_000 })],
  ['clock', 'broken', logs({ signedAt: '2026-11-30T08:01:00.000Z' })],
  ['clock', 'broken', { now: new Date('2001-01-01T00:00:00Z') }],
  ['exposure', 'look', certificate('2026-12-10T00:00:00.000Z')],
  ['exposure', 'broken', certificate('2026-11-29T00:00:00.000Z')],
  ['exposure', 'look', { exposure: { ...GOOD.exposure, kind: 'open' } }],
  ['exposure', 'broken', { exposure: { ...GOOD.exposure, kind: 'certificate' } }],
  ['sample', 'look', { sample: 'absent' }],
])('%s is %s', (id, state, seen) => {
  expect(found(seen)[id]).toBe(state)
})

test('what is not good says what to do next', () => {
  const checks = judge({ ...GOOD, backup: null, isServed: false, ...db({ wall: 'bypass' }) }, 'zh')
  const open = checks.filter(({ state }) => state !== 'good')
  expect(open.map(({ id }) => id)).toEqual(['server', 'wall', 'backup'])
  for (const { next } of open) expect(next).toMatch(/\p{Script=Han}/u)
})
