import { expect, test } from 'vitest'
import {
  fillText,
  isProblemCode,
  LANGUAGES,
  PROBLEMS,
  Problem,
  type ProblemCode,
  problemText,
} from './index.ts'

const codes = Object.keys(PROBLEMS) as ProblemCode[]
const placesOf = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort()

test.each(codes)('%s says what, why and what next, alike in both languages', (code) => {
  const { status, exit, ...sentences } = PROBLEMS[code]
  expect(status).toBeGreaterThanOrEqual(400)
  expect(exit !== 1 || status >= 500).toBe(true)
  for (const words of Object.values(sentences)) {
    expect(words.zh).toMatch(/\p{Script=Han}|^\{/u)
    expect(words.en).not.toMatch(/\p{Script=Han}/u)
    expect(placesOf(words.zh)).toEqual(placesOf(words.en))
    // Screens and the command line put their own stop after each sentence.
    expect(`${words.zh}${words.en}`).not.toMatch(/[。.]$/)
  }
})

test('details fill the places, and the English detail goes first in English', () => {
  const problem = new Problem('invalid-input', {
    field: 'name',
    reason: '不能为空',
    reasonEn: 'is empty',
  })
  expect(problemText(problem, 'zh').why).toBe('name：不能为空')
  expect(problemText(problem, 'en').why).toBe('name: is empty')
  expect(problem).toBeInstanceOf(Error)
  expect(problem.message).toContain('invalid-input')
})

test('a place nobody filled is an ellipsis', () => {
  for (const language of LANGUAGES) {
    expect(problemText(new Problem('too-large'), language).why).toMatch(/…$/)
  }
  expect(fillText('{a}-{b}', { a: 1 })).toBe('1-…')
})

test('the list is closed', () => {
  expect(isProblemCode('not-found')).toBe(true)
  expect(isProblemCode('toString')).toBe(false)
})
