import { describe, expect, test } from 'vitest'
import { columnsOf, letterOf, lettersOfText, paragraphsOf } from './spans.ts'

describe('letters', () => {
  test('go on after Z', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual([
      ...['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'],
    ])
  })

  test('belong to places: two claims of one span share theirs', () => {
    const letters = lettersOfText([
      { claim: 'late', start: 5, end: 7 },
      { claim: 'first', start: 0, end: 3 },
      { claim: 'twin', start: 5, end: 7 },
    ])
    expect(Object.fromEntries(letters)).toEqual({ first: 'A', late: 'B', twin: 'B' })
  })
})

describe('a text cut at the ends of its spans', () => {
  test('keeps every character, in code points, and says what covers it', () => {
    const [only] = paragraphsOf('𠮷林甲占57%以上', [
      { claim: 'a', start: 0, end: 4 },
      { claim: 'b', start: 3, end: 7 },
    ])
    expect(only?.pieces).toEqual([
      { text: '𠮷林甲', letters: ['A'], ends: [] },
      { text: '占', letters: ['A', 'B'], ends: ['A'] },
      { text: '57%', letters: ['B'], ends: ['B'] },
      { text: '以上', letters: [], ends: [] },
    ])
  })

  test('names in the margin only the spans that begin in the paragraph', () => {
    const paragraphs = paragraphsOf('甲乙\n丙丁', [{ claim: 'a', start: 1, end: 4 }])
    expect(paragraphs.map(({ letters }) => letters)).toEqual([['A'], []])
    expect(paragraphs[1]?.pieces[0]).toEqual({ text: '丙', letters: ['A'], ends: ['A'] })
  })
})

test('cells name their columns', () => {
  expect([...columnsOf('B12:D12')]).toEqual(['B', 'C', 'D'])
  expect([...columnsOf('Z3:AB3')]).toEqual(['Z', 'AA', 'AB'])
  expect([...columnsOf('C12,E12')]).toEqual(['C', 'E'])
  expect([...columnsOf(null)]).toEqual([])
})
