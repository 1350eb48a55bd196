import { describe, expect, test } from 'vitest'
import type { Vocabulary } from '../../../api/index.ts'
import { assignmentsOf, mainSubject } from './assign.ts'
import { blankMapping } from './blank.ts'
import { guessMapping } from './guess.ts'

const words = (zh: string, en: string) => ({ zh, en })
const property = (id: string, zh: string, value = 'text') => ({
  ...{ id, words: words(zh, id), value, unit: null, scheme: null, choices: [] },
})
const properties = ['name', 'shortName', 'listedOn', 'revenue']
const vocabulary: Vocabulary = {
  kinds: [
    { id: 'institute', words: words('机构', 'institute'), properties: ['name'] },
    { id: 'firm', words: words('企业', 'firm'), properties },
  ],
  edges: [],
  properties: [
    property('name', '名称'),
    property('shortName', '简称'),
    property('listedOn', '上市日期', 'date'),
    property('revenue', '营业收入', 'quantity'),
  ],
  schemes: [],
}

function guessed(titles: string[], ...rows: string[][]) {
  const columns = titles.map((title, index) => ({
    ...{ index, title, letters: String.fromCharCode(65 + index) },
  }))
  const file = { fileName: 'a.csv', title: 'a', sha256: 'ffffffff' } as never
  const mapping = guessMapping(blankMapping(file, columns, '办'), { columns, rows }, vocabulary)
  return { mapping, said: columns.map((column) => assignmentsOf(mapping, column)) }
}

describe('a first guess', () => {
  test('knows codes by their look and columns by their titles', () => {
    const { mapping, said } = guessed(
      ['序号', '企业名称', '代码', '营业收入（万元）', '上市日期'],
      ['1', '甲公司', '91310000132221035X', '12', '2001-01-02'],
    )
    expect(mainSubject(mapping)?.kind).toBe('firm')
    expect(said).toEqual([
      [],
      ['property:name'],
      ['key:credit-code'],
      ['property:revenue'],
      ['property:listedOn'],
    ])
  })

  test('takes the names as the key where there is no code', () => {
    const { mapping, said } = guessed(['机构名称', '简称'], ['某研究院', '某院'])
    expect(mainSubject(mapping)?.kind).toBe('institute')
    expect(said).toEqual([['key:list:a', 'property:name'], []])
  })

  test('six digits are a stock code only under a title that says so', () => {
    expect(guessed(['证券代码', '名称'], ['600584', '甲']).said[0]).toEqual(['key:stock-code'])
    expect(guessed(['邮编', '名称'], ['200000', '甲']).said[0]).toEqual([])
  })
})
