/** Twelve files that were made to bring a reader down. */
import { makeZip } from '../../../src/graph/reading/container/zip-bytes.case.ts'
import { makeDocx, paragraph, pdfOf } from '../../../src/graph/reading/document/documents.case.ts'
import {
  makeWorkbook,
  workbookParts,
} from '../../../src/graph/reading/workbook/workbook-bytes.case.ts'

export interface Bomb {
  readonly name: string
  readonly fileName: string
  readonly as: 'grid' | 'document'
  readonly bytes: Buffer
  /** Whether it may be read after all, in time: what it threatens is time or memory alone. */
  readonly mayRead: boolean
}

const book = {
  sheets: [{ name: 'a', xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' }],
}
const zeros = (mebibytes: number): Buffer => Buffer.alloc(mebibytes * 1024 * 1024)
const grid = (name: string, bytes: Buffer, mayRead = false): Bomb => ({
  ...{ name, fileName: 'bomb.xlsx', as: 'grid', bytes, mayRead },
})
const paper = (name: string, fileName: string, bytes: Buffer, mayRead = false): Bomb => ({
  ...{ name, fileName, as: 'document', bytes, mayRead },
})

const withPart = (name: string, data: string | Buffer) =>
  makeZip(workbookParts(book).map((part) => (part.name === name ? { ...part, data } : part)))

export const bombs = (): readonly Bomb[] => [
  grid('zip bomb', makeZip([...workbookParts(book), { name: 'xl/media/a.bin', data: zeros(64) }])),
  grid(
    'nested zip',
    makeZip([{ name: 'inner.zip', data: makeZip([{ name: 'a', data: zeros(48) }]) }]),
  ),
  grid(
    'quadratic xml',
    withPart('xl/worksheets/sheet1.xml', `<worksheet ${'a="'.padEnd(400_000, '<')}"/>`),
  ),
  grid(
    'huge dimension',
    makeWorkbook({
      sheets: [
        {
          name: 'a',
          xml: '<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
        },
      ],
    }),
    true,
  ),
  paper('deep nesting', 'bomb.html', Buffer.from('<div>'.repeat(200_000)), true),
  paper(
    'cyclic PDF',
    'bomb.pdf',
    pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Pages /Count 1 /Kids [2 0 R] /Parent 2 0 R >>',
    ]),
  ),
  paper('two thousand pages', 'bomb.pdf', pagesOf(2_000), true),
  paper(
    'regex bait',
    'bomb.txt',
    Buffer.from(`${'1,'.repeat(120_000)}${'（'.repeat(20_000)}${'年至'.repeat(20_000)}`),
    true,
  ),
  paper(
    'entity expansion',
    'bomb.docx',
    makeZip([
      { name: '[Content_Types].xml', data: '<Types/>' },
      {
        name: 'word/document.xml',
        data: `<!DOCTYPE d [<!ENTITY a "${'a'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}">]><d>${'&b;'.repeat(100)}</d>`,
      },
    ]),
  ),
  grid('lying sizes', makeZip(workbookParts(book).map((part) => ({ ...part, says: { size: 3 } })))),
  grid(
    'path traversal',
    makeZip([...workbookParts(book), { name: '../../../../tmp/evil.xml', data: 'x' }]),
  ),
  grid(
    'gigantic shared strings',
    withPart(
      'xl/sharedStrings.xml',
      `<sst>${`<si><t>${'长'.repeat(40)}</t></si>`.repeat(400_000)}</sst>`,
    ),
  ),
  paper('a paragraph of megabytes', 'bomb.docx', makeDocx(paragraph('长'.repeat(3_000_000))), true),
]

function pagesOf(count: number): Buffer {
  const kids = Array.from({ length: count }, (_, at) => `${at + 3} 0 R`).join(' ')
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'
  const pages = Array.from({ length: count }, () => page)
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${count} /Kids [${kids}] >>`,
    ...pages,
  ])
}
