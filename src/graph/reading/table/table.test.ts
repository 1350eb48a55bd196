import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../../base/index.ts'
import { READ_LIMITS } from '../container/index.ts'
import { makeZip } from '../container/zip-bytes.case.ts'
import { makeWorkbook, workbookParts } from '../workbook/workbook-bytes.case.ts'
import { readTable, type TableEvent, type TableInput } from './table.ts'

async function events(input: TableInput): Promise<TableEvent[]> {
  const seen: TableEvent[] = []
  for await (const event of readTable(input)) seen.push(event)
  return seen
}

const csv = (text: string | Buffer, fileName = 'a.csv'): TableInput => ({
  fileName,
  bytes: Buffer.from(text as string),
})

const cell = (reference: string, value: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`
const row = (number: number, ...values: string[]): string =>
  `<row r="${number}">${values.map((value, at) => cell(`${'ABCDE'[at]}${number}`, value)).join('')}</row>`

describe('a text table', () => {
  test('gives its head, its rows with their numbers, and an end', async () => {
    expect(await events(csv('\ufeff名称;代码\n\n甲;1\n乙;2\n'))).toEqual([
      {
        kind: 'sheet',
        hidden: false,
        preface: [{ row: 1, cells: ['名称', '代码'] }],
        head: {
          sheet: null,
          columns: [
            { index: 0, letters: 'A', title: '名称' },
            { index: 1, letters: 'B', title: '代码' },
          ],
          headerRows: 1,
          firstDataRow: 2,
          title: '',
          unit: null,
          encoding: 'utf-8',
          delimiter: ';',
        },
      },
      {
        kind: 'rows',
        rows: [
          { row: 3, cells: ['甲', '1'] },
          { row: 4, cells: ['乙', '2'] },
        ],
      },
      { kind: 'end', sheet: null, rows: 2, hiddenRows: 0, lastRow: 4 },
    ])
  })

  test('marks rows whose cells do not fit the header', async () => {
    const [, rows] = await events(csv('a,b\n1,2\n1\n1,2,3\n1,2,,\n'))
    expect(rows).toMatchObject({
      rows: [{ cells: ['1', '2'] }, { ragged: 'short' }, { ragged: 'long' }, { row: 5 }],
    })
    expect(rows?.kind === 'rows' && rows.rows[3]?.ragged).toBe(undefined)
  })

  test('comes in batches of at most 2,000 rows, from a stream as from bytes', async () => {
    const text = `name\n${Array.from({ length: 4_500 }, (_, at) => `n${at}`).join('\n')}`
    const stream = async function* (): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < text.length; at += 1_000) yield Buffer.from(text.slice(at, at + 1_000))
    }
    const whole = await events(csv(text))
    expect(await events({ fileName: 'a.csv', stream: stream() })).toEqual(whole)
    const sizes = whole.flatMap((event) => (event.kind === 'rows' ? [event.rows.length] : []))
    expect(sizes).toEqual([2_000, 2_000, 500])
  })

  test('that a reader leaves early gives its stream back', async () => {
    let isClosed = false
    const stream = async function* (): AsyncGenerator<Uint8Array> {
      try {
        for (let at = 0; ; at += 1) yield Buffer.from(`${'a,b\n'.repeat(10_000)}${at},x\n`)
      } finally {
        isClosed = true
      }
    }
    for await (const event of readTable({ fileName: 'a.csv', stream: stream() })) {
      if (event.kind === 'rows') break
    }
    await new Promise((resolve) => setImmediate(resolve))
    expect(isClosed).toBe(true)
  })
})

describe('a workbook', () => {
  const sheets = [
    { name: '空', xml: '' },
    {
      name: '企业',
      xml: `<sheetData>${row(1, '重点企业表')}${row(3, '名称', '代码')}${row(4, '甲', '1')}</sheetData>`,
    },
    {
      name: '底稿',
      xml: `<sheetData>${row(1, 'a', 'b')}${row(2, '1', '2')}</sheetData>`,
      state: 'hidden',
    },
  ]

  test('gives sheet after sheet, and says which is hidden', async () => {
    const bytes = makeWorkbook({ sheets })
    const seen = await events({ fileName: 'a.xlsx', bytes })
    expect(
      seen.map((event) => (event.kind === 'sheet' ? [event.head.sheet, event.hidden] : event.kind)),
    ).toEqual([['企业', false], 'rows', 'end', ['底稿', true], 'rows', 'end'])
    expect(seen[0]).toMatchObject({ head: { title: '重点企业表', firstDataRow: 4, headerRows: 1 } })
    const wanted = await events({ fileName: 'a.xlsx', bytes, wants: (name) => name === '底稿' })
    expect(wanted.length).toBe(3)
  })

  test('without a row of data is empty', async () => {
    const bytes = makeWorkbook({ sheets: sheets.slice(0, 1) })
    await expect(events({ fileName: 'a.xlsx', bytes })).rejects.toMatchObject({
      code: 'workbook-empty',
    })
    await expect(events(csv('a,b\n'))).rejects.toMatchObject({ code: 'workbook-empty' })
  })

  test('over the limit is refused with the limit', async () => {
    const bytes = makeWorkbook({ sheets })
    const limits = { ...READ_LIMITS, archiveBytes: 1_000 }
    await expect(events({ fileName: 'a.xlsx', bytes, limits })).rejects.toMatchObject({
      code: 'too-large',
    })
  })
})

test('bytes of anything are a Problem or are read, never a crash', async () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc
      .constantFrom('企业,代码\n', 'a;b\n', '"', '\r\n', '1,2\n', '\ufeff', 'PK\x03\x04')
      .map((text) => Buffer.from(text)),
  )
  const file = fc.tuple(fc.array(piece, { maxLength: 12 }), fc.constantFrom('a.csv', 'a.xlsx', 'a'))
  await fc.assert(
    fc.asyncProperty(file, async ([pieces, fileName]) => {
      await events({ fileName, bytes: Buffer.concat(pieces) }).catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error
      })
    }),
    { numRuns: 600 },
  )
})

test('an altered workbook is a Problem or is read, never a crash', async () => {
  const whole = makeWorkbook({
    sheets: [{ name: 's', xml: `<sheetData>${row(1, 'a', 'b')}${row(2, '1', '2')}</sheetData>` }],
    formats: ['0%'],
  })
  const change = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {
    minLength: 1,
    maxLength: 4,
  })
  await fc.assert(
    fc.asyncProperty(change, async (changes) => {
      const bytes = Buffer.from(whole)
      for (const [at, to] of changes) bytes[at] = to
      await events({ fileName: 'a.xlsx', bytes }).catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error
      })
    }),
    { numRuns: 300 },
  )
})

test('altered XML in a sound container is a Problem or is read, never a crash', async () => {
  const xml = `<sheetData>${row(1, 'a', 'b')}<row r="2"><c s="1"><v>44495</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>`
  const parts = workbookParts({
    sheets: [{ name: 's', xml }],
    formats: ['yyyy'],
    strings: ['<si/>'],
  })
  const change = fc.tuple(
    fc.nat(parts.length - 1),
    fc.nat(),
    fc.constantFrom('<', '>', '"', '&', '9', 'é', ''),
  )
  await fc.assert(
    fc.asyncProperty(change, async ([which, where, sign]) => {
      const altered = parts.map((part, at) => {
        if (at !== which) return part
        const text = part.data as string
        const cut = where % text.length
        return { ...part, data: text.slice(0, cut) + sign + text.slice(cut + 1) }
      })
      await events({ fileName: 'a.xlsx', bytes: makeZip(altered) }).catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error
      })
    }),
    { numRuns: 400 },
  )
})
