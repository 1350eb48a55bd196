import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { READ_LIMITS } from '../container/index.ts'
import { type Delimiter, detectDelimiter, readRecords } from './delimited.ts'

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

async function records(text: string, delimiter: Delimiter = ',', size = 3): Promise<string[][]> {
  const read: string[][] = []
  for await (const record of readRecords(pieces(text, size), delimiter, READ_LIMITS))
    read.push(record)
  return read
}

describe('the delimiter is seen in the first lines', () => {
  const cases: [sample: string, delimiter: Delimiter][] = [
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2;3\n', ';'],
    ['a\tb\n1,5\t2\n', '\t'],
    ['a|b|c\n1|2|3', '|'],
    ['"x;y;z",b\n"1;2;3",4\n', ','],
    ['one column\nof text\n', ','],
    ['名称,说明\n甲,一；二\n', ','],
    ['', ','],
  ]
  test.each(cases)('%j', (sample, delimiter) => {
    expect(detectDelimiter(sample)).toBe(delimiter)
  })
})

describe('records', () => {
  const cases: [what: string, text: string, read: string[][]][] = [
    ['quotes', 'a,"b ""c"", d"\n', [['a', 'b "c", d']]],
    [
      'line breaks within quotes',
      'a,"b\nc"\r\nd,e',
      [
        ['a', 'b\nc'],
        ['d', 'e'],
      ],
    ],
    ['every kind of line end', 'a\r\nb\nc\rd', [['a'], ['b'], ['c'], ['d']]],
    ['empty lines, which count', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['rows of other lengths', 'a,b\nc\nd,e,f\n', [['a', 'b'], ['c'], ['d', 'e', 'f']]],
    ['a stray quote', 'fo"o,5" disk\n', [['fo"o', '5" disk']]],
    ['blanks kept', ' a , b\n', [[' a ', ' b']]],
  ]
  test.each(cases)('%s', async (_, text, read) => {
    expect(await records(text)).toEqual(read)
  })

  test('a row over the limit is refused with its number', async () => {
    const limits = { ...READ_LIMITS, rowCharacters: 100 }
    const read = async (): Promise<void> => {
      const text = `a\nb\n${'x'.repeat(500)}\n`
      for await (const _ of readRecords(pieces(text, 50), ',', limits));
    }
    await expect(read()).rejects.toMatchObject({
      code: 'row-too-long',
      details: { row: 3, limit: 100 },
    })
  })

  test('a quote without its end is refused where it begins', async () => {
    await expect(records('a,b\n"c,d\ne,f\n')).rejects.toMatchObject({ code: 'workbook-damaged' })
  })

  test('an error of the source comes through', async () => {
    const broken = async function* (): AsyncGenerator<string> {
      yield 'a,b\n'
      throw new Error('the disk is gone')
    }
    const read = async (): Promise<void> => {
      for await (const _ of readRecords(broken(), ',', READ_LIMITS));
    }
    await expect(read()).rejects.toThrow('the disk is gone')
  })
})

test('in pieces as in one: the same records', async () => {
  const sign = fc.constantFrom('a', '链', ',', '"', '\n', '\r\n', '\r', ' ')
  const text = fc.array(sign, { maxLength: 60 }).map((all) => all.join(''))
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (written, size) => {
      const options = {
        record_delimiter: ['\r\n', '\n', '\r'],
        relax_column_count: true,
        relax_quotes: true,
      }
      let whole: string[][] | null = null
      try {
        whole = parse(written, options)
      } catch {
        // A quote without its end: the stream must refuse it too.
      }
      if (whole === null) await expect(records(written, ',', size)).rejects.toBeDefined()
      else expect(await records(written, ',', size)).toEqual(whole)
    }),
    { numRuns: 500 },
  )
})
