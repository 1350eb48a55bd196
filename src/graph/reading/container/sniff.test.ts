import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { Problem, problemText } from '../../../base/index.ts'
import { type FileKind, sniff, tableKind } from './sniff.ts'
import { makeZip } from './zip-bytes.case.ts'

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ole = (stream: string): Buffer =>
  Buffer.concat([OLE, Buffer.alloc(600), Buffer.from(stream, 'utf16le')])
const office = (...names: string[]): Buffer =>
  makeZip(['[Content_Types].xml', ...names].map((name) => ({ name, data: '<a/>' })))

const samples: [what: string, bytes: Uint8Array, kind: FileKind][] = [
  ['a workbook', office('xl/workbook.xml'), 'xlsx'],
  ['a binary workbook', office('xl/workbook.bin', 'xl/styles.xml'), 'xlsb'],
  ['a Word document', office('word/document.xml'), 'docx'],
  ['a presentation', office('ppt/presentation.xml'), 'pptx'],
  ['some zip', office('readme.txt'), 'zip'],
  ['an old workbook', ole('Workbook'), 'xls-old'],
  ['an encrypted workbook', ole('EncryptedPackage'), 'encrypted'],
  ['an old Word document', ole('WordDocument'), 'ole'],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'pdf'],
  ['a web page', Buffer.from('\ufeff  <HTML><table>'), 'html'],
  ['a web page by its type', Buffer.from('<!DOCTYPE html><p>'), 'html'],
  ['an XML table of 2003', Buffer.from('<?xml version="1.0"?><Workbook/>'), 'xml'],
  ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'image'],
  ['CSV', Buffer.from('a,b\n1,2\n'), 'csv'],
  ['CSV in GB18030', Buffer.from('c6f3d2b52cb4fac2eb0a', 'hex'), 'csv'],
  ['CSV in UTF-16', Buffer.from('\ufeff企业,代码', 'utf16le'), 'csv'],
  ['bytes of anything', Buffer.from([1, 2, 3, 0, 255]), 'binary'],
  ['nothing', Buffer.alloc(0), 'empty'],
  ['blanks only', Buffer.from(' \r\n\t '), 'empty'],
]

describe('what a file is, by its bytes', () => {
  test.each(samples)('%s', (_, bytes, kind) => {
    expect(sniff(bytes)).toBe(kind)
  })
})

describe('a file that cannot be read as a table is refused with what it is', () => {
  const csv = Buffer.from('a,b\n1,2\n')
  const cases: [name: string, bytes: Uint8Array, code: string, says: RegExp][] = [
    ['data.xlsx', csv, 'file-misnamed', /data\.xlsx.*CSV/],
    ['data.csv', office('xl/workbook.xml'), 'file-misnamed', /data\.csv.*Excel 工作簿/],
    ['报表.xls', Buffer.from('<html><table>'), 'file-misnamed', /报表\.xls.*HTML/],
    ['old.xls', ole('Workbook'), 'workbook-old', /\.xls/],
    ['locked.xlsx', ole('EncryptionInfo'), 'workbook-encrypted', /密码/],
    ['paper.pdf', Buffer.from('%PDF-1.4'), 'file-unsupported', /PDF/],
    ['empty.csv', Buffer.alloc(0), 'workbook-empty', /数据行/],
    ['unnamed', Buffer.from([0, 1, 2]), 'file-unsupported', /二进制/],
  ]
  test.each(cases)('%s', (name, bytes, code, says) => {
    try {
      tableKind(bytes, name)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(Problem)
      expect((error as Problem).code).toBe(code)
      expect(problemText(error as Problem, 'zh').why).toMatch(says)
    }
  })

  test('a right name, or a name that promises nothing, is read', () => {
    expect(tableKind(csv, 'a.csv')).toBe('csv')
    expect(tableKind(csv, 'a.TXT')).toBe('csv')
    expect(tableKind(csv, 'upload')).toBe('csv')
    expect(tableKind(office('xl/workbook.xml'), 'a.xlsm')).toBe('xlsx')
  })
})
