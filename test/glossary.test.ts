/** One word, one meaning: the glossary is the only place where a term is defined. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Term {
  chinese: string
  english: string
  code: string
}

const page = readFileSync('docs/concepts/glossary.md', 'utf8')
const terms: Term[] = [
  ...page.matchAll(/^\| ([^|]+) \| ([^|]+) \| `([^|`]+)` \| [^|]+ \| [^|]+ \|$/gm),
].map(([, chinese = '', english = '', code = '']) => ({ chinese, english, code }))

/** Terms that were settled before the first line of code. */
const SETTLED: Record<string, string> = {
  链长: 'chief',
  链主: 'leadFirm',
  链员: 'memberFirm',
  环节: 'stage',
  清单: 'list',
  卡点: 'chokePoint',
  断点: 'breakPoint',
  堵点: 'blockage',
  产业备份: 'backup',
  断供演练: 'drill',
  揭榜挂帅: 'challenge',
  赛马: 'race',
  创新券: 'voucher',
  批示: 'directive',
  陈述: 'claim',
  事实: 'fact',
  账本: 'ledger',
  记录: 'log',
  产业链: 'chain',
  指标: 'indicator',
  证据包: 'bundle',
}

test.each(['chinese', 'english', 'code'] as const)('no %s word has two meanings', (column) => {
  const words = terms.map((term) => term[column])
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
})

test('every row of the page is a term', () => {
  const rows = page.split('\n').filter((line) => /^\| (?!中文|---)/.test(line))
  expect(terms.length).toBe(rows.length)
})

test('the settled terms stand as they were settled', () => {
  const told = Object.fromEntries(terms.map(({ chinese, code }) => [chinese, code]))
  expect(told).toMatchObject(SETTLED)
})
