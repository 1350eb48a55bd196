import { expect, test } from 'vitest'
import { foldQuery } from '../../base/index.ts'
import { fitTitles, sentenceAround } from './documents.ts'

const TITLES = [
  '集成电路产业概况',
  '长三角集成电路产业协同情况',
  '关键材料与装备',
  'ＥＤＡ 工具说明',
  '𬭊 元素说明',
].map((title, at) => ({ id: String(at), title }))

test.each([
  ['集成电路', ['集成电路产业概况', '长三角集成电路产业协同情况']],
  ['積體電路', []],
  ['集成電路產業概況', ['集成电路产业概况']],
  ['jicheng', ['集成电路产业概况']],
  ['jcdl', ['集成电路产业概况']],
  ['csj', ['长三角集成电路产业协同情况']],
  ['eda', ['ＥＤＡ 工具说明']],
  ['𬭊', ['𬭊 元素说明']],
  ['没有', []],
])('the query %s finds %j', (query, titles) => {
  expect(fitTitles(TITLES, foldQuery(query)).map(({ title }) => title)).toEqual(titles)
})

test.each([
  ['前一句。设计业为57%，制造业为51%。后一句。', '制造业为', '设计业为57%，制造业为51%'],
  ['制造业为51%。后一句。', '制造业为', '制造业为51%'],
  ['截断的设计业为57%，制造业为51', '设计业为', '…截断的设计业为57%，制造业为51…'],
  ['第一行\n第二行有短语在内\n第三行', '短语', '第二行有短语在内'],
  ['没有它', '短语', '没有它'],
])('%s', (excerpt, phrase, sentence) => {
  expect(sentenceAround(excerpt, phrase)).toBe(sentence)
})
