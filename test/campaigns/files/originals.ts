/** Files as offices have them, made by the writers of the tests, to be spoiled. */
import { makeDocx, makePdf, paragraph } from '../../../src/graph/reading/document/documents.case.ts'
import { makeWorkbook } from '../../../src/graph/reading/workbook/workbook-bytes.case.ts'

export interface Original {
  readonly fileName: string
  /** As a table, or as a document. */
  readonly as: 'grid' | 'document'
  /** A container whose parts carry checksums: a change in it cannot pass for the file itself. */
  readonly isSealed: boolean
  readonly bytes: Buffer
}

const LINES = Array.from(
  { length: 30 },
  (_, at) => `到2027年，第${at}类集成电路产业规模达到${at + 1}00亿元，培育甲${at}电子有限公司。`,
)
const cell = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
const rows = LINES.map(
  (line, at) =>
    `<row r="${at + 1}">${cell(`A${at + 1}`, `A${at}`)}${cell(`B${at + 1}`, line)}<c r="C${at + 1}" t="s"><v>0</v></c></row>`,
)
const CSV = `编号,企业名称,营业收入（万元）\n${LINES.map((line, at) => `A${at},"${line}",${at}`).join('\n')}\n`

/** GB18030 of letters that GBK has: two bytes each, by the decoder of the platform. */
function inGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
    }
  }
  return Buffer.from([...text].flatMap((sign) => codes.get(sign) ?? [sign.charCodeAt(0)]))
}

export const originals = (): readonly Original[] => [
  {
    ...{ fileName: 'a.docx', as: 'document', isSealed: true },
    bytes: makeDocx(LINES.map((line) => paragraph(line)).join('')),
  },
  {
    ...{ fileName: 'a.xlsx', as: 'grid', isSealed: true },
    bytes: makeWorkbook({
      sheets: [{ name: '企业', xml: `<sheetData>${rows.join('')}</sheetData>` }],
      strings: ['<si><t>示例</t></si>'],
    }),
  },
  { fileName: 'a.csv', as: 'grid', isSealed: false, bytes: Buffer.from(CSV) },
  { fileName: 'b.csv', as: 'grid', isSealed: false, bytes: inGb18030(CSV) },
  {
    ...{ fileName: 'a.pdf', as: 'document', isSealed: false },
    bytes: makePdf(
      [LINES, LINES].map((page) => page.map((text, at) => ({ x: 40, y: 800 - at * 20, text }))),
    ),
  },
  {
    ...{ fileName: 'a.html', as: 'document', isSealed: false },
    bytes: Buffer.from(
      `<!doctype html><html><head><meta charset="utf-8"></head><body><table>${LINES.map((line) => `<tr><td>${line}</td></tr>`).join('')}</table></body></html>`,
    ),
  },
]
