import { describe, expect, test } from 'vitest'
import { inOrder } from './catalog.ts'
import { differences } from './compare.ts'
import { digestOf, type Manifest, manifestText, parseManifest } from './manifest.ts'

const HASH = 'ab'.repeat(32)

const MANIFEST: Manifest = {
  format: 1,
  program: '0.1.0',
  takenAt: '2026-11-30T00:00:00.000Z',
  engine: 'pglite',
  durability: 'D0',
  migrations: [{ version: 1, name: '0001_store', checksum: HASH }],
  logs: [{ tenant: 1, origin: 'lianshu/x', size: 3, root: HASH, note: 'n' }],
  tables: [{ name: 'tenant', columns: ['id'], rows: 1, sizeBytes: 2, sha256: HASH }],
  sequences: [{ table: 'log_pending', column: 'sequence', next: '4' }],
  blobs: [{ sha256: HASH, sizeBytes: 1 }],
  journal: 7,
}

interface Said {
  tables: Record<string, unknown>[] | undefined
  logs: Record<string, unknown>[]
  [name: string]: unknown
}

const changed = (change: (said: Said) => void): string => {
  const said = JSON.parse(manifestText(MANIFEST)) as Said
  change(said)
  return JSON.stringify(said)
}

const put = (said: Said, where: 'tables' | 'logs', change: object): void => {
  Object.assign(said[where]?.[0] ?? {}, change)
}

describe('a manifest', () => {
  test('is read as it was written, and has one digest', () => {
    const read = parseManifest(manifestText(MANIFEST))
    expect(read).toEqual(MANIFEST)
    expect(digestOf(read)).toBe(digestOf(MANIFEST))
  })

  test.each<[string, (said: Said) => void]>([
    ['a count', (said) => put(said, 'tables', { rows: 2 })],
    ['a root', (said) => put(said, 'logs', { root: 'cd'.repeat(32) })],
    ['its own digest', (said) => Object.assign(said, { digest: HASH })],
    ['a digest taken away', (said) => Object.assign(said, { digest: undefined })],
  ])('with %s changed is damaged', (_, change) => {
    expect(() => parseManifest(changed(change))).toThrow('backup-damaged')
  })

  test('of a newer format is refused as newer, whatever else it says', () => {
    const text = changed((said) => Object.assign(said, { format: 2, more: true }))
    expect(() => parseManifest(text)).toThrow('backup-newer')
  })

  test.each([
    ['no JSON', '{"format":1'],
    ['no object', '7'],
    ['a name that leads elsewhere', changed((said) => put(said, 'tables', { name: '../x' }))],
    ['no tables', changed((said) => Object.assign(said, { tables: undefined }))],
  ])('of %s is invalid', (_, text) => {
    expect(() => parseManifest(text)).toThrow('backup-invalid')
  })
})

describe('what was made of a backup', () => {
  test('agrees, or is named where it differs', () => {
    const { tables, logs } = MANIFEST
    expect(differences(MANIFEST, tables, logs)).toEqual([])
    const [table] = tables
    const [log] = logs
    expect(differences(MANIFEST, [{ ...table, rows: 2 }] as never, logs)).toEqual(['tenant'])
    expect(differences(MANIFEST, [], logs)).toEqual(['tenant'])
    expect(differences(MANIFEST, tables, [{ ...log, root: 'ff' }] as never)).toEqual(['log 1'])
    expect(differences(MANIFEST, tables, [])).toEqual(['log 1'])
  })

  test('tables come after those to which they point', () => {
    const points = new Map([
      ['a', ['c']],
      ['b', ['a', 'c']],
    ])
    expect(inOrder(['a', 'b', 'c'], points)).toEqual(['c', 'a', 'b'])
  })
})
