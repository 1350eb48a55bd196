import { describe, expect, test } from 'vitest'
import type { Figure } from '../api/index.ts'
import { claimValue } from './claim-value.ts'

const figure = (text: string, number: string | null = null) => ({ text, number }) as Figure
const vocabulary = {
  properties: [
    {
      ...{ id: 'mark', words: { zh: '标记', en: 'Mark' }, value: 'choice' },
      ...{ unit: null, scheme: null },
      choices: [{ id: 'chokePoint', words: { zh: '卡点', en: 'choke point' } }],
    },
  ],
}
const inChinese = { say: ({ zh }: { zh: string }) => zh, language: 'zh' } as const

describe('what a claim says', () => {
  test('is the word of a choice, never its code', () => {
    const claim = { property: 'mark', object: null, figure: figure('chokePoint') }
    expect(claimValue(claim, vocabulary, inChinese)).toBe('卡点')
    expect(claimValue(claim, undefined, inChinese)).toBe('chokePoint')
  })

  test('is the other end of a link, with the quantity it carries', () => {
    const object = { id: 'x', kind: 'country', name: '日本' }
    const claim = { property: 'dependsOn', object, figure: figure('50%以上', '50') }
    expect(claimValue(claim, vocabulary, inChinese)).toBe('日本 50%以上')
    expect(claimValue({ ...claim, figure: figure('日本') }, vocabulary, inChinese)).toBe('日本')
  })

  test('is otherwise what the source prints', () => {
    const claim = { property: 'note', object: null, figure: figure('原文') }
    expect(claimValue(claim, vocabulary, inChinese)).toBe('原文')
  })
})
