/**
 * What an officer brings on the first day: last year's workbook of one chain, a sheet for each
 * subject, and three papers as PDF. All firms, bodies and papers are invented; the credit codes are
 * valid by both check digits.
 */
import type { Browser } from 'playwright-core'
import writeExcelFile, { type SheetData } from 'write-excel-file/node'

export interface Upload {
  name: string
  mimeType: string
  buffer: Buffer
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const CHAIN = '低空装备'
const day = (text: string) => ({
  ...{ value: new Date(`${text}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' },
})

/** A sheet under a title of its own, merged over all columns, as offices lay them out. */
function under(title: string, rows: SheetData): SheetData {
  const columns = rows[0]?.length ?? 1
  const head = { value: title, columnSpan: columns, align: 'center' } as const
  return [[head, ...new Array(columns - 1).fill(null)], ...rows]
}

const SHEETS: Readonly<Record<string, SheetData>> = {
  环节: under('低空装备产业链环节情况（2025年）', [
    ['产业链', '环节名称', '位置', '研判', '标记', '占全国比重（%）'],
    [CHAIN, '复合材料', '上游', '强', null, '35%'],
    [CHAIN, '动力系统', '中游', '弱', '卡点', '8%'],
    [CHAIN, '航电系统', '中游', '缺', null, null],
    [CHAIN, '整机制造', '下游', '稳', null, '约22%'],
  ]),
  企业: under('低空装备重点企业情况表', [
    ['企业名称', '统一社会信用代码', '产业链', '所属环节', '所在地', '梯度', '2025年产值（万元）'],
    [
      '济南试飞一号动力有限公司',
      '91370100MA3C1A2B91',
      CHAIN,
      '动力系统',
      '山东济南',
      '单项冠军',
      12345,
    ],
    [
      '济南试飞二号材料有限公司',
      '91370100MA3D4E5F9W',
      CHAIN,
      '复合材料',
      '山东济南',
      '专精特新',
      88000,
    ],
    [
      '青岛试飞三号整机有限公司',
      '91370200MA3F6G7H69',
      CHAIN,
      '整机制造',
      '山东青岛',
      null,
      1200500.5,
    ],
    ['上海试飞四号动力有限公司', '91310000MA1H8J9K0P', CHAIN, '动力系统', '上海市', null, 56000],
  ]),
  重点项目: under('低空装备重点项目', [
    ['项目名称', '产业链', '所属环节', '总投资（亿元）', '开工日期', '建设地点'],
    ['试飞航电产业园', CHAIN, '航电系统', 12.5, day('2025-03-01'), '山东青岛'],
  ]),
  科研机构: under('可对接科研机构', [
    ['机构名称', '产业链', '所属环节', '所在地'],
    ['试飞航空动力研究所', CHAIN, '动力系统', '上海市'],
  ]),
  基金: under('可对接基金', [
    ['基金名称', '产业链', '规模（亿元）'],
    ['试飞低空产业基金', CHAIN, 30],
  ]),
}

/** How many sheets the workbook has. */
export const SHEETS_COUNT = Object.keys(SHEETS).length

const PAPERS: Readonly<Record<string, string>> = {
  '低空装备行动方案.pdf':
    '<h1>山东省低空装备产业行动方案</h1><p>2025年3月1日，山东省人民政府办公厅印发《山东省低空装备产业行动方案》（鲁政办发〔2025〕8号）。</p><p>2024年，山东产值达到80亿元。</p>',
  '动力系统调研.pdf': '<p>2024年，济南产值达到21亿元。济南市财政局发文。</p>',
  '企业简介.pdf': '<p>2025年，青岛产值达到36亿元。</p>',
}

/** The workbook and the papers; these are printed by the browser, as a person prints a page. */
export async function officeFiles(browser: Browser): Promise<Upload[]> {
  const sheets = Object.entries(SHEETS).map(([sheet, data]) => ({ sheet, data }))
  const workbook = await writeExcelFile(sheets).toBuffer()
  const page = await browser.newPage()
  const papers: Upload[] = []
  for (const [name, html] of Object.entries(PAPERS)) {
    await page.setContent(html)
    papers.push({ name, mimeType: 'application/pdf', buffer: await page.pdf({ format: 'A4' }) })
  }
  await page.close()
  return [{ name: '低空装备链2025年台账.xlsx', mimeType: XLSX, buffer: workbook }, ...papers]
}
