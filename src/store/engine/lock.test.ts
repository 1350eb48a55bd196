import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from './lock.ts'

let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianshu-lock-'))
  path = join(folder, 'lock.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a second taker is refused and told who holds it', async () => {
  const lock = await takeLock(path)
  await expect(takeLock(path)).rejects.toMatchObject({
    code: 'store-locked',
    details: { pid: process.pid, directory: folder },
  })
  await lock.release()
  expect(await readdir(folder)).toEqual([])
  await (await takeLock(path)).release()
})

test('a dead owner is followed, whatever the age of its lock', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  await writeFile(path, JSON.stringify({ pid: dead, startTicks: '1', boot: null }))
  const lock = await takeLock(path)
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid })
  await lock.release()
})

test.skipIf(process.platform !== 'linux')(
  'a process that was given the dead owner’s number is not taken for the owner',
  async () => {
    await writeFile(path, JSON.stringify({ pid: process.ppid, startTicks: '1', boot: null }))
    await (await takeLock(path)).release()
    await writeFile(path, JSON.stringify({ pid: process.ppid, startTicks: null, boot: null }))
    await expect(takeLock(path)).rejects.toMatchObject({ code: 'store-locked' })
  },
)

test('a lock from before the last start of the machine is dead', async () => {
  const owner = { pid: process.pid, startTicks: null, boot: 'another' }
  await writeFile(path, JSON.stringify(owner))
  if (process.platform === 'linux') await (await takeLock(path)).release()
})

test('of many who find a dead lock, one gets it', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  for (let round = 0; round < 20; round++) {
    await writeFile(path, JSON.stringify({ pid: dead, startTicks: '1', boot: null }))
    const takers = Array.from({ length: 8 }, () => takeLock(path))
    const results = await Promise.allSettled(takers)
    const owners = results.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    expect(owners).toHaveLength(1)
    await owners[0]?.release()
  }
})

test('a taker that died while taking over is followed as well', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  await writeFile(path, JSON.stringify({ pid: dead, startTicks: '1', boot: null }))
  const succession = `${path}.after-${dead}-1`
  await writeFile(succession, JSON.stringify({ pid: dead, startTicks: '2', boot: null }))
  await (await takeLock(path)).release()
  expect(await readdir(folder)).toEqual([])
})

test('a file that is not ours to understand is nobody’s lock', async () => {
  await writeFile(path, 'nonsense')
  await (await takeLock(path)).release()
})
