import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Problem } from '../../base/index.ts'
import { runThread } from './run-thread.ts'
import { threadEntry } from './thread-entry.ts'

const EXAMPLE = new URL('../../../test/contracts/example.thread.mjs', import.meta.url)
const LIMITS = { timeLimitMs: 20_000, memoryLimitMb: 256 }

const run = <Message>(
  input: { task: string; count?: number },
  onMessage: (message: Message) => Promise<void> = async () => {},
  limits: Partial<typeof LIMITS> & { signal?: AbortSignal } = {},
) => runThread<typeof input, unknown, Message>(EXAMPLE, input, { ...LIMITS, ...limits, onMessage })

test('messages arrive in order, one at a time, and the thread waits for each', async () => {
  const seen: number[] = []
  let busy = 0
  const result = await run<number>({ task: 'count', count: 20 }, async (n) => {
    expect(++busy).toBe(1)
    await sleep(1)
    seen.push(n)
    busy--
  })
  expect(result).toEqual({ sent: 20 })
  expect(seen).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
})

test('one that does not wait for its messages is served one at a time all the same', async () => {
  let busy = 0
  let handled = 0
  await run<number>({ task: 'flood', count: 5 }, async () => {
    expect(++busy).toBe(1)
    await sleep(1)
    busy--
    handled++
  })
  expect(handled).toBe(10)
})

test('buffers are moved, not copied', async () => {
  let size = 0
  const left = await run<Uint8Array>({ task: 'bytes', count: 0 }, async (bytes) => {
    size = bytes.length
  })
  expect([size, left]).toEqual([1000, 0])
})

test('a hung thread ends after its time limit', async () => {
  const hung = run({ task: 'spin' }, undefined, { timeLimitMs: 300 })
  await expect(hung).rejects.toMatchObject({ code: 'reading-timeout', details: { limit: 0.3 } })
})

test('time in which the thread waits for us does not count', async () => {
  const slow = run({ task: 'count', count: 4 }, () => sleep(300), { timeLimitMs: 1_000 })
  expect(await slow).toEqual({ sent: 4 })
})

test('a greedy thread ends at its memory limit, in the heap and outside of it', async () => {
  for (const task of ['hoard', 'buffers']) {
    const greedy = run({ task, count: 1 }, undefined, { memoryLimitMb: 64 })
    await expect(greedy).rejects.toMatchObject({ code: 'reading-memory', details: { limit: 64 } })
  }
})

test('a cancelled thread ends at once, with the reason where it is a problem', async () => {
  const control = new AbortController()
  const hung = run({ task: 'spin' }, undefined, { signal: control.signal })
  setTimeout(() => control.abort(), 100)
  await expect(hung).rejects.toMatchObject({ code: 'job-cancelled' })
  const reason = new Problem('store-unreachable', { reason: 'x' })
  const aborted = run({ task: 'spin' }, undefined, { signal: AbortSignal.abort(reason) })
  await expect(aborted).rejects.toBe(reason)
})

test('problems, mistakes and early ends arrive as what they are', async () => {
  await expect(run({ task: 'problem' })).rejects.toEqual(
    new Problem('column-missing', { column: 'code' }),
  )
  await expect(run({ task: 'mistake' })).rejects.toThrow('our mistake')
  await expect(run({ task: 'exit' })).rejects.toThrow(/code 3/)
})

test('what onMessage throws ends the thread and is thrown', async () => {
  const failing = run({ task: 'count', count: 3 }, async () => {
    throw new Error('no room')
  })
  await expect(failing).rejects.toThrow('no room')
})

test('an entry is the compiled file, wherever the caller runs', () => {
  const { pathname } = threadEntry('pglite.thread')
  expect(pathname).toMatch(/\/dist\/threads\/pglite\.thread\.js$/)
})
