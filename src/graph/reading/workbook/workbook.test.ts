import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { Problem } from '../../../base/index.ts'
import { READ_LIMITS } from '../container/index.ts'
import { makeZip } from '../container/zip-bytes.case.ts'
import { makeWorkbook, readAll, type WorkbookXml, workbookParts } from './workbook-bytes.case.ts'

const one = (xml: string, more: Partial<WorkbookXml> = {}): Buffer =>
  makeWorkbook({ sheets: [{ name: 'Sheet1', xml }], ...more })
const cellsOf = async (bytes: Uint8Array): Promise<string[][]> =>
  (await readAll(bytes))[0]?.rows.map(({ cells }) => cells) ?? []
const text = (reference: string, value: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`

test('a workbook made by hand is read', async () => {
  const xml =
    '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>链</t></is></c></row></sheetData>'
  expect(await readAll(makeWorkbook({ sheets: [{ name: '一', xml }] }))).toEqual([
    { name: '一', hidden: false, rows: [{ row: 1, cells: ['链'] }] },
  ])
})

describe('cells', () => {
  const cases: [what: string, cell: string, printed: string][] = [
    ['a shared text', '<c t="s"><v>0</v></c>', '企业'],
    ['rich text without its reading', '<c t="s"><v>1</v></c>', '东京电子'],
    ['an escaped line break', '<c t="s"><v>2</v></c>', 'a\r\nb_x'],
    [
      'inline text in runs',
      '<c t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>',
      '甲乙',
    ],
    ['a number', '<c><v>0.30000000000000004</v></c>', '0.3'],
    ['a per cent', '<c s="1"><v>0.57</v></c>', '57%'],
    ['a date', '<c s="2"><v>44495</v></c>', '2021-10-26'],
    ['a formula with its saved result', '<c><f>SUM(A1:A9)</f><v>12</v></c>', '12'],
    ['a formula with a saved text', '<c t="str"><f>A1</f><v>链</v></c>', '链'],
    ['true', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['an error', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['a date as ISO', '<c t="d"><v>2021-10-26T00:00:00</v></c>', '2021-10-26'],
    ['a name beyond the basic plane', '<c t="inlineStr"><is><t>𬭎铝业</t></is></c>', '𬭎铝业'],
  ]
  const strings = [
    '<si><t>企业</t></si>',
    '<si><r><t>东京</t></r><r><t>电子</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>',
    '<si><t>a_x000D_\nb_x005F_x</t></si>',
  ]
  test.each(cases)('%s', async (_, cell, printed) => {
    const bytes = one(`<sheetData><row>${cell}</row></sheetData>`, {
      strings,
      formats: ['0.0%', 'yyyy-mm-dd'],
    })
    expect(await cellsOf(bytes)).toEqual([[printed]])
  })

  test('a formula that was never computed and a styled cell are empty', async () => {
    const row = `<row r="1"><c r="A1" t="s"/><c r="B1"><f>1+1</f></c>${text('C1', 'x')}</row>`
    expect(await cellsOf(one(`<sheetData>${row}</sheetData>`))).toEqual([['', '', 'x']])
  })
})

describe('rows', () => {
  test('keep their numbers, whatever was left out; hidden ones say so', async () => {
    const rows = [
      `<row r="2">${text('C2', 'a')}</row>`,
      `<row r="3"><c r="A3" s="1"/></row>`,
      `<row r="7" hidden="1">${text('A7', 'b')}</row>`,
    ]
    const [sheet] = await readAll(one(`<sheetData>${rows.join('')}</sheetData>`))
    expect(sheet?.rows).toEqual([
      { row: 2, cells: ['', '', 'a'] },
      { row: 7, cells: ['b'], hidden: true },
    ])
  })

  test('merged cells are spread over every row and column they cover', async () => {
    const rows = [
      `<row r="1">${text('A1', '省')}${text('B1', '企业')}</row>`,
      `<row r="2">${text('B2', '名称')}${text('C2', '代码')}</row>`,
      `<row r="3">${text('A3', '安徽')}${text('B3', '甲')}</row>`,
      `<row r="4">${text('B4', '乙')}</row>`,
    ]
    const merges = ['A1:A2', 'B1:C1', 'A3:A4'].map((ref) => `<mergeCell ref="${ref}"/>`).join('')
    const xml = `<sheetData>${rows.join('')}</sheetData><mergeCells count="3">${merges}</mergeCells>`
    expect(await cellsOf(one(xml))).toEqual([
      ['省', '企业', '企业'],
      ['省', '名称', '代码'],
      ['安徽', '甲'],
      ['安徽', '乙'],
    ])
  })

  test('a title merged over the whole sheet does not widen the row without end', async () => {
    const xml = `<sheetData><row r="1">${text('A1', '标题')}</row></sheetData><mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>`
    const [title] = await cellsOf(one(xml))
    expect(title?.length).toBe(257)
  })
})

describe('what a workbook may not do', () => {
  const cell = (value: string): string =>
    `<sheetData><row r="1">${text('A1', value)}</row></sheetData>`
  const cases: [what: string, bytes: Buffer, code: string][] = [
    ['a part that is no XML', one('<sheetData><row></sheetData>'), 'workbook-damaged'],
    ['an entity of its own', one('<sheetData>&xxe;</sheetData>'), 'workbook-damaged'],
    [
      'a text that is not there',
      one('<sheetData><row><c t="s"><v>7</v></c></row></sheetData>'),
      'workbook-damaged',
    ],
    [
      'a row in no order',
      one('<sheetData><row r="2"/><row r="1"/></sheetData>'),
      'workbook-damaged',
    ],
    ['tags without end', one('<a>'.repeat(200)), 'workbook-damaged'],
    [
      'a column beyond the last',
      one(`<sheetData><row>${text('ZZZ1', 'x')}</row></sheetData>`),
      'row-too-long',
    ],
    ['no workbook part', makeZip([{ name: 'xl/styles.xml', data: '<a/>' }]), 'workbook-damaged'],
    [
      'a missing sheet',
      makeZip(workbookParts({ sheets: [{ name: 'a', xml: cell('x') }] }).slice(0, -1)),
      'workbook-damaged',
    ],
  ]
  test.each(cases)('%s', async (_, bytes, code) => {
    const problem = await readAll(bytes).catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(Problem)
    expect((problem as Problem).code).toBe(code)
  })

  test('a row over the limit is refused with its number and the limit', async () => {
    const long = readAll(one(cell('x'.repeat(50))), { ...READ_LIMITS, rowCharacters: 40 })
    await expect(long).rejects.toMatchObject({
      code: 'row-too-long',
      details: { row: 1, limit: 40 },
    })
  })
})

test('sheets come in their order, hidden ones marked, parts in UTF-16 and with prefixes', async () => {
  const parts = workbookParts({
    sheets: [
      { name: '甲', xml: `<sheetData><row r="1">${text('A1', 'a')}</row></sheetData>` },
      { name: '乙', xml: '', state: 'veryHidden' },
    ],
  })
  const wide =
    '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>'
  parts[parts.length - 1] = {
    name: 'xl/worksheets/sheet2.xml',
    data: Buffer.from(`\ufeff${wide}`, 'utf16le'),
  }
  expect(await readAll(makeZip(parts))).toEqual([
    { name: '甲', hidden: false, rows: [{ row: 1, cells: ['a'] }] },
    { name: '乙', hidden: true, rows: [{ row: 1, cells: ['5'] }] },
  ])
})

type Value = string | number | boolean | Date
const DAY_MS = 86_400_000
/** The other reader takes a cell that says valueOf for a broken one, so such names stay out. */
const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => !(text in {}))
const value = fc.oneof(
  word,
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.integer({ min: -99_999, max: 99_999 }).map((cents) => cents / 100),
  fc.boolean(),
  fc.integer({ min: 100, max: 40_000 }).map((days) => new Date(days * DAY_MS)),
)

/** What our reader must print for a value that the other reader returns. */
function printed(read: Value | null): string {
  if (read === null) return ''
  if (read instanceof Date) return read.toISOString().slice(0, 10)
  if (typeof read === 'boolean') return read ? 'TRUE' : 'FALSE'
  return String(read)
}

test('side by side: what read-excel-file reads of a written sheet, ours prints', async () => {
  const table = fc.array(fc.array(fc.option(value), { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 8,
  })
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const bytes = await writeExcelFile(
        rows.map((row) =>
          row.map((cell) =>
            cell === null
              ? null
              : cell instanceof Date
                ? { value: cell, type: Date, format: 'yyyy-mm-dd' }
                : { value: cell, type: cell.constructor as StringConstructor },
          ),
        ),
      ).toBuffer()
      const theirs = ((await readExcelFile(bytes))[0]?.data ?? []) as (Value | null)[][]
      const ours = (await readAll(bytes))[0]?.rows ?? []
      const grid = theirs.map((row) => row.map(printed))
      for (const { row, cells } of ours) {
        expect(cells.map((cell) => cell.trim())).toEqual(
          (grid[row - 1] ?? []).slice(0, cells.length).map((cell) => cell.trim()),
        )
      }
      const filled = (row: string[]): boolean => row.some((cell) => cell.trim() !== '')
      expect(ours.filter(({ cells }) => filled(cells)).length).toBe(grid.filter(filled).length)
    }),
    { numRuns: 150 },
  )
})
