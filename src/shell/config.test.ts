import { expect, test } from 'vitest'
import { Problem } from '../base/index.ts'
import { addressOf, isLoopback, isOpenUnencrypted, readConfig, shownConfig } from './config.ts'
import { SETTINGS } from './settings.ts'

const reasonOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment, '/srv/office')
  } catch (error) {
    if (error instanceof Problem && error.code === 'config-invalid') {
      return String(error.details.name)
    }
    throw error
  }
  return ''
}

test('an empty environment is a good laptop', () => {
  expect(readConfig({ PATH: '/bin' }, '/srv/office')).toEqual({
    port: 7310,
    host: 'localhost',
    directory: '/srv/office/.lianshu',
    databaseUrl: null,
    ownerUrl: null,
    sample: true,
    language: 'zh',
    tls: null,
    behindProxy: false,
    certificates: null,
    uploadLimitBytes: 512 * 1024 * 1024,
    limits: {
      bodyBytes: 1024 * 1024,
      pageRows: 500,
      jobsAtOnce: 1,
      readingMemoryMb: 1024,
      readingMs: 1_800_000,
      statementMs: 60_000,
      connections: 10,
      sessionIdleMs: 900_000,
      sessionMs: 36_000_000,
      proofMs: 300_000,
      stopMs: 10_000,
    },
    metricsToken: null,
    logSuite: null,
    backupsKept: 7,
    automaticBackup: { everyMs: null, journalBytes: 1_024 * 1_024 * 1_024 },
    notes: 'info',
  })
})

test('an unknown name refuses to start, and an empty value means absent', () => {
  expect(reasonOf({ LIANSHU_PROT: '80' })).toContain('LIANSHU_PROT')
  expect(reasonOf({ LIANSHU_PORT: '', DATABASE_URL: '' })).toBe('')
  expect(reasonOf({ LIANSHU_SHARED: '../shared' })).toBe('')
})

test.each([
  ['LIANSHU_PORT', '70000'],
  ['LIANSHU_PORT', 'http'],
  ['LIANSHU_SAMPLE', 'yes'],
  ['LIANSHU_LANGUAGE', 'fr'],
  ['LIANSHU_LOG_SUITE', 'sm2'],
  ['DATABASE_URL', 'mysql://here'],
  ['LIANSHU_UPLOAD_LIMIT', '0'],
  ['LIANSHU_PAGE_ROWS', '501'],
  ['LIANSHU_STOP_SECONDS', '1.5'],
  ['LIANSHU_METRICS_TOKEN', 'too-short'],
  ['LIANSHU_TLS_CERTIFICATE', 'only-half.pem'],
])('%s=%s is refused by name', (name, value) => {
  expect(reasonOf({ [name]: value })).toContain(name.replace('CERTIFICATE', 'KEY'))
})

test('what is shown covers every setting and holds no secret', () => {
  const config = readConfig(
    {
      DATABASE_URL: 'postgres://office:hush@db.example/chain',
      LIANSHU_METRICS_TOKEN: 'hush-hush-hush-hush',
      LIANSHU_PAGE_ROWS: '100',
    },
    '/srv/office',
  )
  const shown = shownConfig(config)
  expect(JSON.stringify(shown)).not.toContain('hush')
  expect(shown.DATABASE_URL).toContain('db.example')
  expect(shown.LIANSHU_PAGE_ROWS).toBe('100')
  expect(Object.keys(shown).toSorted()).toEqual(Object.keys(SETTINGS).toSorted())
})

test('loopback is known by its names', () => {
  for (const host of ['localhost', '127.0.0.1', '127.8.8.8', '::1', '[::1]', '::ffff:127.0.0.1']) {
    expect(isLoopback(host), host).toBe(true)
  }
  for (const host of ['0.0.0.0', '::', 'localhost.example', '10.0.0.1', '128.0.0.1']) {
    expect(isLoopback(host), host).toBe(false)
  }
})

test('a server that others reach without encryption is known as such', () => {
  const at = (settings: Record<string, string>) =>
    isOpenUnencrypted(readConfig({ LIANSHU_HOST: '0.0.0.0', ...settings }, '/srv/office'))
  expect(at({})).toBe(true)
  expect(at({ LIANSHU_BEHIND_PROXY: 'on' })).toBe(false)
  expect(at({ LIANSHU_TLS_CERTIFICATE: 'a.pem', LIANSHU_TLS_KEY: 'b.pem' })).toBe(false)
  expect(at({ LIANSHU_HOST: '127.0.0.1' })).toBe(false)
})

test('the printed address can be opened', () => {
  const config = readConfig({ LIANSHU_HOST: '0.0.0.0', LIANSHU_PORT: '0' }, '/srv/office')
  expect(addressOf(config, 8123)).toBe('http://localhost:8123')
  expect(addressOf({ ...config, host: '::1' }, 1)).toBe('http://[::1]:1')
})
