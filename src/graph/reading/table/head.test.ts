import { describe, expect, test } from 'vitest'
import type { Merge, SheetRow } from '../workbook/index.ts'
import { detectHead, lettersOf } from './head.ts'
import { isNoteRow, isTotalRow } from './kinds-of-cell.ts'

/** A sheet drawn in lines; cells are parted by |, and an empty line is a row without text. */
function rowsOf(drawing: string): SheetRow[] {
  return drawing
    .trim()
    .split('\n')
    .map((line, at) => ({ row: at + 1, cells: line.split('|').map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some(Boolean))
}

interface Seen {
  titles: string
  first: number
  rows: number
  unit?: string
}

function see(drawing: string, merges: Merge[] = []): Seen {
  const head = detectHead(rowsOf(drawing), { sheet: 's', merges, widest: true })
  const titles = head.columns.map(({ title }) => title).join(' | ')
  const seen: Seen = { titles, first: head.firstDataRow, rows: head.headerRows }
  return head.unit === null ? seen : { ...seen, unit: head.unit }
}

const cases: [what: string, drawing: string, seen: Seen, merges?: Merge[]][] = [
  [
    'one row',
    `企业|代码|产值
     甲|300818|12`,
    { titles: '企业 | 代码 | 产值', first: 2, rows: 1 },
  ],
  [
    'only texts',
    `from|to|relation
     甲|乙|上游`,
    { titles: 'from | to | relation', first: 2, rows: 1 },
  ],
  ['one column', 'name\n照明\n蜂蜜', { titles: 'name', first: 2, rows: 1 }],
  ['only a header', 'a|b|c', { titles: 'a | b | c', first: 2, rows: 1 }],
  [
    'a title and its unit above',
    `2023年重点企业产值表||
     单位：万元||
     企业名称|行业|产值
     甲|汽车|12`,
    { titles: '企业名称 | 行业 | 产值', first: 4, rows: 1, unit: '万元' },
  ],
  [
    'who filled it in is no unit',
    `附件1||
     填报单位：某市发展改革委||
     企业名称|行业|产值
     甲|汽车|12`,
    { titles: '企业名称 | 行业 | 产值', first: 4, rows: 1 },
  ],
  [
    'group titles merged over columns',
    `企业|企业|指标|指标
     名称|代码|产值|利润
     甲|300818|12|3`,
    { titles: '企业/名称 | 企业/代码 | 指标/产值 | 指标/利润', first: 3, rows: 2 },
    [
      { top: 1, bottom: 1, left: 0, right: 1 },
      { top: 1, bottom: 1, left: 2, right: 3 },
    ],
  ],
  [
    'a title merged downwards stands once',
    `序号|企业|指标|指标
     序号|企业|产值|利润
     1|甲|12|3
     2|乙|13|4`,
    { titles: '序号 | 企业 | 指标/产值 | 指标/利润', first: 3, rows: 2 },
    [{ top: 1, bottom: 2, left: 0, right: 0 }],
  ],
  [
    'group titles in CSV, with open cells',
    `企业||指标|
     名称|代码|产值|利润
     甲|300818|12|3`,
    { titles: '企业/名称 | 代码 | 指标/产值 | 利润', first: 3, rows: 2 },
  ],
  [
    'a row of units',
    `企业|产值|占比
     |（万元）|（%）
     甲|12|3`,
    { titles: '企业 | 产值(万元) | 占比(%)', first: 3, rows: 2 },
  ],
  [
    'columns numbered below the header',
    `企业|产值|占比
     甲|1|2
     某某公司|12|3`,
    { titles: '企业 | 产值 | 占比', first: 3, rows: 2 },
  ],
  [
    'years as titles',
    `地区|2021年|2022年|2023年
     安徽|12|13|14`,
    { titles: '地区 | 2021年 | 2022年 | 2023年', first: 2, rows: 1 },
  ],
  [
    'no header at all',
    `300818|耐普矿机|2020-02-12
     688078|龙软科技|2019-12-30`,
    { titles: ' |  | ', first: 1, rows: 0 },
  ],
  [
    'blanks and breaks in titles',
    `企 业 名 称|Net  profit|产值
     甲|12|3`,
    { titles: '企业名称 | Net profit | 产值', first: 2, rows: 1 },
  ],
]

describe('the header is found under its titles', () => {
  test.each(cases)('%s', (_, drawing, seen, merges) => {
    expect(see(drawing, merges)).toEqual(seen)
  })
})

test('a mapping may state the header itself', () => {
  const rows = rowsOf('x|y\nu|v\na|b\n1|2')
  const head = detectHead(rows, { sheet: null, stated: { skip: 1, rows: 2 }, widest: false })
  expect(head.columns.map(({ title }) => title)).toEqual(['u/a', 'v/b'])
  expect([head.firstDataRow, head.headerRows]).toEqual([4, 2])
})

test('lines that sum up, and remarks', () => {
  expect(isTotalRow(['', '合 计', '12'])).toBe(true)
  expect(isTotalRow(['总计：', '12'])).toBe(true)
  expect(isTotalRow(['合计科技有限公司', '12'])).toBe(false)
  expect(isNoteRow(['注：本表不含个体户', '', ''])).toBe(true)
  expect(isNoteRow(['数据来源：统计局'])).toBe(true)
  expect(isNoteRow(['注：', '12'])).toBe(false)
  expect(isNoteRow(['产品注塑件', ''])).toBe(false)
})

test('letters of columns', () => {
  expect([0, 25, 26, 701, 702].map(lettersOf)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
})
