import { expect, test } from 'vitest'
import { linesIn, roomOf, shareOut, textWidth } from './room.ts'

test('a Chinese character takes two, a Latin one takes one', () => {
  expect([textWidth('EDA 工具'), textWidth('𬭎'), textWidth('≥80%')]).toEqual([8, 2, 5])
})

test('a column keeps words, numbers and dates whole, and wants no more than is reasonable', () => {
  const long = { text: '判定为弱或缺；'.repeat(20), isWhole: false }
  expect(roomOf('判定', [{ text: '弱', isWhole: false }])).toEqual({ least: 4.6, natural: 4.6 })
  expect(roomOf('数', [{ text: '2021年12月31日', isWhole: true }]).least).toBeCloseTo(16.1)
  expect(roomOf('Notes', [{ text: 'stale grounds', isWhole: false }]).least).toBe(7)
  expect(roomOf('为何在此', [long])).toEqual({ least: 9.2, natural: 46 })
})

test('a width is shared out whole, and nobody gets less than it must have', () => {
  const rooms = [
    { least: 4, natural: 4 },
    { least: 10, natural: 40 },
    { least: 10, natural: 20 },
  ]
  for (const total of [30, 50, 64, 200]) {
    const shares = shareOut(rooms, total)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(total)
    expect(shares.every((share, at) => share >= (rooms[at]?.least ?? 0) - 1e-9)).toBe(true)
  }
  expect(shareOut(rooms, 12)).toEqual([2, 5, 5])
})

test('lines are counted as they break', () => {
  expect([linesIn('', 10), linesIn('十个汉字要占二十', 8), linesIn('一\n二', 8)]).toEqual([1, 2, 2])
})
