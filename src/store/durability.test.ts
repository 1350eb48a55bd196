import { describe, expect, test } from 'vitest'
import { judgeDurability, type ServerSettings } from './durability.ts'

const SERVER: ServerSettings = {
  fsync: 'on',
  fullPageWrites: 'on',
  synchronousCommit: 'on',
  archiveMode: 'off',
  archiveCommand: '',
  archiveLibrary: '',
  archived: 0,
  failing: false,
  standbys: 0,
}

const ARCHIVING = { archiveMode: 'on', archiveCommand: 'cp %p /archive/%f' }

describe('the level of a server is what its settings bear out', () => {
  test.each<[string, Partial<ServerSettings>, string]>([
    ['syncs', {}, 'D1'],
    ['does not sync', { fsync: 'off', standbys: 1 }, 'D0'],
    ['may tear pages', { fullPageWrites: 'off' }, 'D0'],
    ['acknowledges before it writes', { synchronousCommit: 'off' }, 'D0'],
    ['archives and something arrived', { ...ARCHIVING, archived: 3 }, 'D2'],
    ['archives and nothing arrived yet', ARCHIVING, 'D1'],
    ['archives and the last attempt failed', { ...ARCHIVING, archived: 3, failing: true }, 'D1'],
    ['archives nowhere', { archiveMode: 'on', archived: 3 }, 'D1'],
    ['has a standby', { standbys: 1 }, 'D2'],
  ])('%s', (_, settings, level) => {
    expect(judgeDurability({ ...SERVER, ...settings })).toBe(level)
  })
})
