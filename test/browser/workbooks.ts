/**
 * Workbooks as offices send them, made here, so that the product has never seen them: a title, two
 * header rows with merged cells, full-width digits, dates of Excel, and a line of totals. All firms
 * are invented; their credit codes are valid by both check digits, of GB 32100
 * and of the organisation code within (GB 11714).
 */
import writeExcelFile, { type SheetData } from 'write-excel-file/node'

export const CHAIN = '低空装备'
export const FIRMS_FILE = '低空装备重点企业.xlsx'
export const STAGES_FILE = '低空装备环节.xlsx'

interface FirmRow {
  name: string
  code: string
  stage: string
  place: string
  output: string | number
  founded: Date
  staff: number
}

const day = (text: string): Date => new Date(`${text}T00:00:00Z`)

export const FIRMS: readonly FirmRow[] = [
  {
    name: '上海试飞一号动力有限公司',
    code: '91310000MA1K3JQ510',
    stage: '动力系统',
    place: '上海市',
    output: '１２３４.５',
    founded: day('2016-03-08'),
    staff: 320,
  },
  {
    name: '苏州试飞二号材料有限公司',
    code: '91320500MA1XL2C488',
    stage: '复合材料',
    place: '江苏苏州',
    output: '8,800',
    founded: day('2018-11-20'),
    staff: 150,
  },
  {
    name: '杭州试飞三号航电有限公司',
    code: '91330100MA2B6D8E4R',
    stage: '航电系统',
    place: '浙江杭州',
    output: 560,
    founded: day('2019-07-01'),
    staff: 86,
  },
  {
    name: '合肥试飞四号整机有限公司',
    code: '91340100MA2C7F9G9X',
    stage: '整机制造',
    place: '安徽合肥',
    output: '约２万',
    founded: day('2021-01-15'),
    staff: 1200,
  },
]

/** Firms: their names under one merged title, their figures under another. */
export function firmsWorkbook(): Promise<Buffer> {
  const rows: SheetData = [
    [{ value: '2025年低空装备重点企业情况表', columnSpan: 8, align: 'center' }],
    [
      { value: '序号', rowSpan: 2 },
      { value: '企业', columnSpan: 2 },
      null,
      { value: '所属环节', rowSpan: 2 },
      { value: '所在地', rowSpan: 2 },
      { value: '经营', columnSpan: 3 },
      null,
      null,
    ],
    [null, '企业名称', '统一社会信用代码', null, null, '2025年产值（万元）', '成立日期', '在岗'],
    ...FIRMS.map(({ name, code, stage, place, output, founded, staff }, at) => [
      at + 1,
      name,
      code,
      stage,
      place,
      output,
      { value: founded, type: Date, format: 'yyyy-mm-dd' },
      staff,
    ]),
    ['合计', null, null, null, null, 30594.5, null, 1756],
  ]
  return writeExcelFile(rows, { sheet: '企业' }).toBuffer()
}

export const STAGES = [
  { name: '复合材料', position: '上游', share: '３５％' },
  { name: '动力系统', position: '中游', share: '28%' },
  { name: '整机制造', position: '下游', share: '约40%' },
] as const

/** Stages of a chain that the product does not know yet. */
export function stagesWorkbook(): Promise<Buffer> {
  const rows: SheetData = [
    [{ value: '低空装备产业链环节表', columnSpan: 4, align: 'center' }],
    [
      { value: '环节', columnSpan: 3, align: 'center' },
      null,
      null,
      { value: '占全国比重（%）', rowSpan: 2 },
    ],
    ['产业链', '环节名称', '位置', null],
    ...STAGES.map(({ name, position, share }) => [CHAIN, name, position, share]),
  ]
  return writeExcelFile(rows, { sheet: '环节' }).toBuffer()
}
