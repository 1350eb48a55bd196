import { describe, expect, test } from 'vitest'
import { effectOf, isNamedIn, isOwnWork, passageOf, windowAround } from './index.ts'

const TEXT = '题目\n前面一句。甲占13%，乙占7%，丙占6%。后面一句。\n另一段'
const at = (words: string) => {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length
  return { start, end: start + [...words].length }
}

describe('a passage', () => {
  test.each([
    ['the sentence that was noted', at('甲占13%，乙占7%，丙占6%。')],
    ['the sentence that is found', null],
  ])('is cut at %s', (_, sentence) => {
    const span = at('乙占7%')
    const window = windowAround(span, sentence)
    const text = [...TEXT].slice(window.start, window.end).join('')
    expect(passageOf(text, window.start, span, sentence)).toEqual({
      before: '前面一句。',
      opening: '甲占13%，',
      span: '乙占7%',
      closing: '，丙占6%。',
      after: '后面一句。',
    })
  })

  test('of a part of the text begins where the part begins', () => {
    const span = at('另一段')
    const text = [...TEXT].slice(span.start - 2).join('')
    const passage = passageOf(text, span.start - 2, span, null)
    expect(passage).toMatchObject({ span: '另一段', closing: '', before: '' })
  })
})

const said = (number: string, unit = '%') => ({
  ...{ operator: '=', number, unit, printed: `${number}${unit}` },
})

test.each([
  ['new', [], true],
  ['renews', [said('7.0')], true],
  ['differs', [said('8')], true],
  ['differs', [said('7'), said('7', '‰')], true],
  ['new', [said('8')], false],
  ['renews', [said('8'), said('7')], false],
] as const)('accepting 7%% is %s', (effect, standing, isSingular) => {
  expect(effectOf(said('7'), standing, isSingular)).toBe(effect)
})

const ONE = '00000000-0000-8000-8000-000000000001'
const policy = {
  version: 1,
  classes: { paired: { batch: false, people: 2, words: { zh: '', en: '' } } },
}
const row = (more: object) => ({
  ...{ id: ONE, label: 1, isWaiting: true, cautions: 0, sourceClass: 'machine-read' },
  ...{ broughtBy: ONE, editedBy: [], ...more },
})

test.each([
  ['what a reader read', 'four-eyes', {}, false],
  ['what one edited', 'four-eyes', { editedBy: [ONE] }, true],
  ['what one edited, at a desk of one', 'one-person', { editedBy: [ONE] }, false],
  ['a source one brought, of a class for two', 'four-eyes', { sourceClass: 'paired' }, true],
] as const)('%s is own work: %s %j %s', (_, mode, more, expected) => {
  expect(isOwnWork(mode, policy, [row(more)], ONE)).toBe(expected)
})

test.each([
  ['2022年，甘肃产值', '甘肃省', true],
  ['内蒙古的产值', '内蒙古自治区', true],
  ['全省产值', '甘肃省', false],
  ['市场份额', '', false],
])('%s names %s: %s', (quote, name, expected) => {
  expect(isNamedIn(quote, name)).toBe(expected)
})
