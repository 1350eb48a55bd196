import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256Hex } from '../base/index.ts'
import { type Blobs, openBlobs } from './blobs.ts'

let folder: string
let blobs: Blobs

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianshu-blobs-'))
  blobs = await openBlobs(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function* pieces(...texts: string[]): AsyncIterable<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}

const drafts = (): Promise<string[]> => readdir(join(folder, 'drafts'))

test('bytes are named by their hash and read back whole or in pieces', async () => {
  const stored = await blobs.put(pieces('链', '枢'), 100)
  expect(stored).toEqual({ sha256: sha256Hex('链枢'), sizeBytes: 6 })
  expect(new TextDecoder().decode(await blobs.read(stored.sha256))).toBe('链枢')
  let text = ''
  for await (const piece of blobs.open(stored.sha256)) text += new TextDecoder().decode(piece)
  expect(text).toBe('链枢')
  expect(await blobs.has(stored.sha256)).toBe(true)
  expect(await drafts()).toEqual([])
})

test('the same bytes twice are one file', async () => {
  const first = await blobs.putBytes(Buffer.from('once'))
  const before = await stat(blobs.path(first.sha256))
  expect(await blobs.put(pieces('on', 'ce'), 4)).toEqual(first)
  expect((await stat(blobs.path(first.sha256))).ino).toBe(before.ino)
})

test('what is over the limit is refused with the limit named, and nothing is kept', async () => {
  await expect(blobs.put(pieces('12345', '67890'), 9)).rejects.toMatchObject({
    code: 'too-large',
    details: { limit: '9 B' },
  })
  expect(await drafts()).toEqual([])
  expect(await readdir(folder)).toEqual(['drafts'])
})

test('a stream that breaks leaves nothing', async () => {
  async function* broken(): AsyncIterable<Uint8Array> {
    yield Buffer.from('half')
    throw new Error('connection reset')
  }
  await expect(blobs.put(broken(), 100)).rejects.toThrow('connection reset')
  expect(await drafts()).toEqual([])
})

test('a name that is no hash, or has no blob, is not found', async () => {
  await expect(blobs.read('0'.repeat(64))).rejects.toMatchObject({ code: 'not-found' })
  expect(() => blobs.path('../../etc/passwd')).toThrow(
    expect.objectContaining({ code: 'not-found' }),
  )
  const open = async (): Promise<void> => {
    for await (const piece of blobs.open('0'.repeat(64))) expect(piece).toBeDefined()
  }
  await expect(open()).rejects.toMatchObject({ code: 'not-found' })
})

test('the drafts of dead processes are swept, those that may be in use are not', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  const here = hostname()
  const lost = [`${dead}@a@${here}`, `${dead}@old@elsewhere`]
  const kept = [`${process.ppid}@b@${here}`, `${dead}@young@elsewhere`]
  for (const name of [...lost, ...kept]) await writeFile(join(folder, 'drafts', name), 'half')
  const lastWeek = Date.now() / 1000 - 7 * 24 * 3600
  await utimes(join(folder, 'drafts', `${dead}@old@elsewhere`), lastWeek, lastWeek)
  await openBlobs(folder)
  expect((await drafts()).sort()).toEqual(kept.sort())
})

test('twenty writers of one blob agree', async () => {
  const bytes = Buffer.alloc(100_000, 'x')
  const stored = await Promise.all(Array.from({ length: 20 }, () => blobs.putBytes(bytes)))
  expect(new Set(stored.map(({ sha256 }) => sha256)).size).toBe(1)
  expect(await readFile(blobs.path(sha256Hex(bytes)))).toEqual(bytes)
})
