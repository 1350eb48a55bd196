import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem, unifyLineEnds } from '../../../base/index.ts'
import { makeZip } from '../container/zip-bytes.case.ts'
import { escaped, makeDocx, makePdf, paragraph, pdfOfText } from './documents.case.ts'
import { type DocumentText, formOf, placeIn, readDocument } from './index.ts'

const read = (fileName: string, bytes: Uint8Array): Promise<DocumentText> =>
  readDocument({ fileName, bytes })

const cut = ({ text }: DocumentText, { start, end }: { start: number; end: number }): string =>
  [...text].slice(start, end).join('')

/** A line as an office prints it, with what makes offsets slip: pairs, full width, radicals. */
const printed = fc
  .array(fc.constantFrom('链', '⼯', '𠮷', 'Ａ', '１', '%', '。', 'x', '㎡', '　'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((letters) => `一${letters.join('')}。`)

describe('the text of a document', () => {
  test('of plain text is the file, each letter at its place, in every encoding', async () => {
    const text = fc
      .array(printed, { minLength: 1, maxLength: 8 })
      .map((lines) => lines.join('\r\n'))
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('utf8', 'utf16le'), async (whole, encoding) => {
        const mark = encoding === 'utf8' ? '' : '\ufeff'
        const { text: kept } = await read('a.txt', Buffer.from(mark + whole, encoding as 'utf8'))
        expect(kept).toBe(unifyLineEnds(whole))
      }),
      { numRuns: 60 },
    )
  })

  test('of plain text in GB18030', async () => {
    const bytes = Buffer.from([
      0xc1, 0xb4, 0xca, 0xe0, 0xa3, 0xac, 0xb9, 0xa4, 0xb3, 0xcc, 0x0d, 0x0a, 0xb6, 0xfe,
    ])
    expect(await read('旧文.txt', bytes)).toMatchObject({ kind: 'txt', text: '链枢，工程\n二' })
  })

  test('is the same out of Word, a web page and a PDF, letter for letter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(printed, { minLength: 1, maxLength: 5 }), async (lines) => {
        const expected = `${lines.join('\n')}\n`
        const docx = makeDocx(lines.map((line) => paragraph(line)).join(''))
        const html = `<!doctype html><title>t</title>${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}`
        expect((await read('a.docx', docx)).text).toBe(expected)
        expect((await read('a.html', Buffer.from(html))).text).toBe(expected)
        // A PDF says radicals where the page shows ideographs, and blanks only as gaps.
        const { text } = await read('a.pdf', pdfOfText(lines.join('\n')))
        const letters = (line: string): string => line.replace(/[ \t\u3000]/g, '')
        expect(letters(text)).toBe(letters(expected.replaceAll('⼯', '工')))
      }),
      { numRuns: 15 },
    )
  })

  test('is the same each time, so that a place holds', async () => {
    const bytes = pdfOfText('第一行\n第二行\n第三行')
    expect(await read('a.pdf', bytes)).toEqual(await read('a.pdf', bytes))
  })
})

describe('a place in a document', () => {
  test('is a page, a line of it, and a letter of the line', async () => {
    const pdf = await read(
      'a.pdf',
      makePdf([
        [{ x: 40, y: 700, text: '甲' }],
        [
          { x: 40, y: 700, text: '𠮷乙' },
          { x: 40, y: 680, text: '丙丁' },
        ],
      ]),
    )
    expect(placeIn(pdf, 0)).toEqual({ page: 1, line: 1, letter: 1 })
    const at = [...pdf.text].indexOf('丁')
    expect(placeIn(pdf, at)).toEqual({ page: 2, line: 2, letter: 2 })
    expect(placeIn(pdf, [...pdf.text].indexOf('乙'))).toEqual({ page: 2, line: 1, letter: 2 })
  })

  test('leads back to the very letter, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(printed, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        async (lines, seed) => {
          const document = await read('a.txt', Buffer.from(lines.join('\n')))
          const at = seed % [...document.text].length
          const { page, line, letter } = placeIn(document, at)
          const row = [...(document.text.split('\n')[line - 1] ?? ''), '\n']
          expect(page).toBeNull()
          expect(row[letter - 1]).toBe(cut(document, { start: at, end: at + 1 }))
        },
      ),
    )
  })
})

describe('what a file is opened as', () => {
  const of = (name: string, text: string) => formOf(Buffer.from(text), name)

  test('by its bytes, and by its lines where it is text', () => {
    expect(formOf(makeDocx(''), 'x.xlsx')).toBe('document')
    expect(of('a.csv', '名称,代码\n甲,1')).toBe('table')
    expect(of('a.txt', '名称\t代码\n甲\t1\n乙\t2')).toBe('table')
    expect(of('a.txt', '第一段，没有表。\n\n第二段。')).toBe('document')
    expect(of('a.xls', '<html><table></table></html>')).toBe('document')
    expect(of('a.bin', '\0\0\0\0')).toBeNull()
  })
})

describe('a file that is no document', () => {
  const bomb = (): Buffer =>
    makeZip([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: 'word/document.xml', data: Buffer.alloc(30_000_000, 0x20) },
    ])
  const cutZip = (): Buffer => {
    const whole = makeDocx(paragraph('一'))
    return whole.subarray(0, whole.length - 30)
  }
  const cases: readonly (readonly [string, string, () => Buffer, string])[] = [
    ['is empty', 'a.txt', () => Buffer.alloc(0), 'document-empty'],
    ['holds blanks alone', 'a.txt', () => Buffer.from(' \n \n'), 'document-empty'],
    [
      'is in no known encoding',
      'a.txt',
      () => Buffer.from([0x82, 0xa0, 0x82, 0xa2, 0x83, 0x41, 0xff]),
      'encoding-unknown',
    ],
    ['is a Word document cut off', 'a.docx', cutZip, 'document-damaged'],
    ['is the first bytes of one', 'a.docx', () => Buffer.from('PK'), 'document-damaged'],
    [
      'is a Word document without a body',
      'a.docx',
      () => makeZip([{ name: 'word/styles.xml', data: '<w:styles/>' }]),
      'document-damaged',
    ],
    [
      'is a Word document with broken XML',
      'a.docx',
      () => makeZip([{ name: 'word/document.xml', data: '<w:document><w:body><w:p>' }]),
      'document-damaged',
    ],
    [
      'is a Word document that declares a type',
      'a.docx',
      () => makeZip([{ name: 'word/document.xml', data: '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }]),
      'doctype-refused',
    ],
    ['is a bomb', 'a.docx', bomb, 'archive-bomb'],
    [
      'is an old Word document',
      'a.doc',
      () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      'document-unsupported',
    ],
    [
      'is a picture',
      'a.pdf',
      () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]),
      'document-unsupported',
    ],
    [
      'is a page without words',
      'a.html',
      () => Buffer.from('<!doctype html><script>1</script>'),
      'document-empty',
    ],
  ]

  for (const [what, name, bytes, code] of cases) {
    test(what, async () => {
      const refusal = await read(name, bytes()).catch((error: unknown) => error)
      expect(refusal).toBeInstanceOf(Problem)
      expect(refusal).toMatchObject({ code })
    })
  }
})
