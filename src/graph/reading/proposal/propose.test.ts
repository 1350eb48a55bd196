import { describe, expect, test } from 'vitest'
import { compileMapping, type RowReading } from '../applying/index.ts'
import { coreVocabulary, placeLookups } from '../applying/vocabulary.case.ts'
import { detectHead, type SheetHead } from '../table/index.ts'
import type { SheetRow } from '../workbook/index.ts'
import type { Proposal } from './build.ts'
import { type Correction, proposeMapping } from './propose.ts'

const vocabulary = coreVocabulary()
const lookups = placeLookups()

function sheetOf(drawing: string): { head: SheetHead; rows: SheetRow[] } {
  const all = drawing
    .trim()
    .split('\n')
    .map((line, at) => ({ row: at + 1, cells: line.split('|').map((cell) => cell.trim()) }))
  const head = detectHead(all, { sheet: null, widest: true })
  return { head, rows: all.filter(({ row }) => row >= head.firstDataRow) }
}

const propose = (
  drawing: string,
  more: { corrections?: Correction[]; chain?: { scheme: string; code: string } } = {},
): Proposal | null => {
  const { head, rows } = sheetOf(drawing)
  return proposeMapping(head, rows, vocabulary, { fileName: '重点企业.xlsx', ...more })
}

/** What the proposed mapping makes of the first row, in short. */
function said(drawing: string, more: Parameters<typeof propose>[1] = {}): string[] {
  const { head, rows } = sheetOf(drawing)
  const proposal = propose(drawing, more)
  if (proposal === null) return ['nothing']
  const read = compileMapping(proposal.mapping, head, { lookups, vocabulary })
  const [first] = rows.map(read)
  const { claims, reasons } = first as RowReading
  const short = (thing: { kind: string; code: string }): string => `${thing.kind} ${thing.code}`
  return [
    ...claims.map(({ subject, property, object, text, quantity, validFrom }) =>
      [
        short(subject),
        property,
        object === null ? (text ?? `${quantity?.number}${quantity?.unit}`) : short(object),
        ...(validFrom === null ? [] : [validFrom]),
      ].join(' · '),
    ),
    ...reasons.map(({ words }) => words.zh),
  ]
}

const FIRMS = `
2023年重点企业情况表
单位：万元
序号|企业名称|统一社会信用代码|所属环节|主营产品|所在地|2023年产值|研发投入（亿元）|全国占比|从业人数
1|合肥某某科技有限公司|91340100MA2MRB8L06|封装测试|引线框架、键合丝|安徽合肥|1234.5|0.5|0.12|300
2|苏州某某材料股份有限公司|91320500608196080B|硅片|抛光片、外延片|江苏苏州|约800|0.1|0.05|120
`

describe('a table of firms', () => {
  test('is known by its codes, with units, year, shares and several products in a cell', () => {
    expect(said(FIRMS)).toEqual([
      'firm 91340100MA2MRB8L06 · name · 合肥某某科技有限公司',
      'stage 封装测试 · name · 封装测试',
      'firm 91340100MA2MRB8L06 · belongsToStage · stage 封装测试',
      'product 引线框架 · name · 引线框架',
      'product 键合丝 · name · 键合丝',
      'firm 91340100MA2MRB8L06 · makes · product 引线框架',
      'firm 91340100MA2MRB8L06 · makes · product 键合丝',
      'firm 91340100MA2MRB8L06 · locatedIn · division 340100',
      'firm 91340100MA2MRB8L06 · output · 12345000元 · 2023-01-01',
      'firm 91340100MA2MRB8L06 · researchSpending · 50000000元',
      'firm 91340100MA2MRB8L06 · nationalShare · 12%',
      'firm 91340100MA2MRB8L06 · employees · 300人',
    ])
  })

  test('says of every column why, in both languages', () => {
    const proposal = propose(FIRMS)
    expect(proposal?.reason.zh).toBe('每行一个企业，以统一社会信用代码识别，取 9 列')
    const reasons = proposal?.columns.map(({ reason, remarks }) =>
      [reason.zh, ...remarks.map(({ zh }) => zh)].join('；'),
    )
    expect(reasons?.[0]).toBe('“序号”只是序号')
    expect(reasons?.[2]).toBe('“统一社会信用代码”中 100% 的值是有效的统一社会信用代码')
    expect(reasons?.[6]).toContain('单位按表头取“万元”；数据属于 2023 年')
    for (const { reason, remarks } of proposal?.columns ?? []) {
      for (const words of [reason, ...remarks]) expect(words.zh + words.en).not.toMatch(/[{}]/)
    }
  })

  test('hangs the stages on the chain that the person chose', () => {
    const chain = { scheme: 'list:chains', code: '集成电路' }
    expect(said(FIRMS, { chain })).toContain('stage 封装测试 · belongsToChain · chain 集成电路')
  })
})

/** The lists in which the names of each kind hold, over all rows; and what a person must still say. */
function listsIn(drawing: string, more: Parameters<typeof propose>[1] = {}): string[] {
  const { head, rows } = sheetOf(drawing)
  const proposal = propose(drawing, more)
  if (proposal === null) return ['nothing']
  const read = compileMapping(proposal.mapping, head, { lookups, vocabulary })
  const own = `list:${proposal.mapping.id}`
  const found = new Set<string>()
  for (const { claims, reasons } of rows.map(read)) {
    for (const { subject, object } of claims)
      for (const thing of object === null ? [subject] : [subject, object])
        found.add(`${thing.kind} ${thing.scheme === own ? 'own' : thing.scheme}`)
    for (const { code } of reasons) found.add(code)
  }
  return [...found].filter((each) => !/firm|division/.test(each)).sort()
}

describe('names that several sheets share', () => {
  const stages = `产业链|环节名称|位置\n低空装备|动力系统|中游\n氢能|电堆|中游`
  const firms = `企业名称|统一社会信用代码|产业链|所属环节|主营产品
    合肥某某科技有限公司|91340100MA2MRB8L06|低空装备|动力系统|电机、电调`
  const projects = `项目名称|产业链|总投资（亿元）\n某某产业园|低空装备|12`

  test('are one chain in the office, and one stage within it', () => {
    expect(listsIn(stages)).toEqual(['chain list:office', 'stage list:低空装备', 'stage list:氢能'])
    expect(listsIn(firms)).toEqual([
      'chain list:office',
      'product list:低空装备',
      'stage list:低空装备',
    ])
    expect(listsIn(projects)).toEqual(['chain list:office', 'project own'])
  })

  test('wait for a person in a row that names no chain, which nothing else would tell', () => {
    expect(listsIn(firms.replace('|低空装备|', '||'))).toEqual(['list-unnamed'])
  })

  test('hold in the table alone where it names no chain, or one by number, or several at once', () => {
    const bare = firms.replace('产业链|', '').replace('低空装备|', '')
    expect(listsIn(bare)).toEqual(['product own', 'stage own'])
    const chain = { scheme: 'list:office', code: '低空装备' }
    expect(listsIn(bare, { chain })).toContain('stage list:低空装备')
    const several = firms.replace('|低空装备|', '|低空装备、氢能|')
    expect(listsIn(several)).toContain('stage own')
  })
})

const cases: [what: string, drawing: string, says: string[]][] = [
  [
    'listed firms by stock code, with two keys',
    `证券代码|公司全称|证券简称|统一社会信用代码|上市日期|所有制
     300818.SZ|江西某某股份有限公司|某某|91340100MA2MRB8L06|2020/2/12|民营企业`,
    [
      'firm 91340100MA2MRB8L06 · name · 江西某某股份有限公司',
      'firm 91340100MA2MRB8L06 · stockCode · 300818.SZ',
      'firm 91340100MA2MRB8L06 · shortName · 某某',
      'firm 91340100MA2MRB8L06 · listedOn · 2020-02-12',
      'firm 91340100MA2MRB8L06 · ownership · 民营企业',
    ],
  ],
  [
    'stages with their chain, position, verdict and shares',
    `产业链|环节名称|英文名称|位置|研判|占全国比重（%）
     集成电路|封装测试|Assembly|中游|强|35`,
    [
      'stage 封装测试 · name · 封装测试',
      'chain 集成电路 · name · 集成电路',
      'stage 封装测试 · belongsToChain · chain 集成电路',
      'stage 封装测试 · englishName · Assembly',
      'stage 封装测试 · position · 中游',
      'stage 封装测试 · verdict · 强',
      'stage 封装测试 · nationalShare · 35%',
    ],
  ],
  [
    'links between firms',
    `供应商|客户
     甲材料有限公司|乙汽车有限公司`,
    [
      'firm 甲材料有限公司 · name · 甲材料有限公司',
      'firm 乙汽车有限公司 · name · 乙汽车有限公司',
      'firm 甲材料有限公司 · supplies · firm 乙汽车有限公司',
    ],
  ],
  [
    'links between products',
    `from_product|to_product
     铜箔|锂电池`,
    [
      'product 铜箔 · name · 铜箔',
      'product 锂电池 · name · 锂电池',
      'product 锂电池 · consumes · product 铜箔',
    ],
  ],
  [
    'firms known by name alone, with the year of the row',
    `年份|单位名称|营业收入（亿元）
     2022|甲集团有限公司|3.5`,
    [
      'firm 甲集团有限公司 · name · 甲集团有限公司',
      'firm 甲集团有限公司 · revenue · 350000000元 · 2022-01-01',
    ],
  ],
  [
    'a plain list whose title says what it is',
    `重点产品清单|
     名称|国内市场份额
     光刻胶|15%`,
    ['product 光刻胶 · name · 光刻胶', 'product 光刻胶 · nationalShare · 15%'],
  ],
  [
    'codes that do not prove themselves, under a title that does',
    `单位名称|统一社会信用代码
     甲集团有限公司|91340100MA2MRB8L01
     乙集团有限公司|91320500608196080B`,
    ['校验码不符，第 18 位应为“6”'],
  ],
  ['numbers that nobody named', `a|b\n1|2\n3|4`, ['nothing']],
]

describe('tables of other kinds', () => {
  test.each(cases)('%s', (_, drawing, says) => {
    expect(said(drawing)).toEqual(says)
  })
})

describe('what a person says of a cell goes before the guess', () => {
  const drawing = `甲列|乙列|丙列
    某某集团|安徽|12
    另一集团|江苏|13`

  test('nothing is known until a name is shown', () => {
    expect(said(drawing, { corrections: [] })).toEqual(['firm 某某集团 · name · 某某集团'])
  })

  test('a place and an output in 万元', () => {
    const corrections: Correction[] = [
      { column: 1, means: { role: 'edge', edge: 'locatedIn', kind: 'division' } },
      { column: 2, means: { role: 'property', property: 'output' }, unit: '万元' },
    ]
    expect(said(drawing, { corrections })).toEqual([
      'firm 某某集团 · name · 某某集团',
      'firm 某某集团 · locatedIn · division 340000',
      'firm 某某集团 · output · 120000元',
    ])
    expect(propose(drawing, { corrections })?.columns[1]?.reason.zh).toBe('由您指明：位于')
  })

  test('another column is the name', () => {
    const corrections: Correction[] = [{ column: 1, means: { role: 'name', kind: 'firm' } }]
    expect(said(drawing, { corrections })).toEqual(['firm 安徽 · name · 安徽'])
  })

  test('a column is not wanted', () => {
    const corrections: Correction[] = [{ column: 0, means: { role: 'ignored' } }]
    expect(said(drawing, { corrections })).toEqual(['nothing'])
  })
})
