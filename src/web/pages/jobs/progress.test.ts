import { describe, expect, test } from 'vitest'
import { durationWords, remainingMs, rowsPerSecond, tookMs } from './progress.ts'

describe('what remains', () => {
  test('is judged by the rows that moved while we looked', () => {
    expect(remainingMs({ done: 100, atMs: 0 }, { done: 300, atMs: 2_000 }, 1_300)).toBe(10_000)
  })

  test('is not guessed without a total, a movement or a second of time', () => {
    const first = { done: 100, atMs: 0 }
    expect(remainingMs(first, { done: 300, atMs: 2_000 }, null)).toBeNull()
    expect(remainingMs(first, { done: 100, atMs: 2_000 }, 400)).toBeNull()
    expect(remainingMs(first, { done: 300, atMs: 500 }, 400)).toBeNull()
  })
})

test('durations are as coarse as an estimate deserves', () => {
  expect(durationWords(400, 'zh')).toBe('1 秒')
  expect(durationWords(8_200, 'en')).toBe('8 s')
  expect(durationWords(179_000, 'zh')).toBe('3 分')
  expect(durationWords(3_900_000, 'zh')).toBe('1 小时 5 分')
  expect(durationWords(7_200_000, 'en')).toBe('2 h')
})

test('a job that has not ended took no time yet', () => {
  expect(tookMs('2026-11-20T09:00:00Z', '2026-11-20T09:00:04Z')).toBe(4_000)
  expect(tookMs('2026-11-20T09:00:00Z', null)).toBeNull()
})

test('the pace is told where the end is not known', () => {
  expect(rowsPerSecond({ done: 100, atMs: 0 }, { done: 1_300, atMs: 2_000 })).toBe(600)
  expect(rowsPerSecond({ done: 100, atMs: 0 }, { done: 100, atMs: 2_000 })).toBeNull()
})
