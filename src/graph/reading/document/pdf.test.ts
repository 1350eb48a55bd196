import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Drawn, makePdf, pdfOf } from './documents.case.ts'
import { readDocument } from './index.ts'
import { PAGES_MAX } from './pdf.ts'

const read = (bytes: Uint8Array, fileName = '文件.pdf') => readDocument({ fileName, bytes })

/** Lines from the top of a page down, each letter as wide as it is high. */
const lines = (texts: readonly string[], at: { x?: number; y?: number; size?: number } = {}) =>
  texts.map(
    (text, line): Drawn => ({
      ...{ text, x: at.x ?? 40, y: (at.y ?? 780) - line * 18, size: at.size ?? 10 },
    }),
  )

describe('the text of a PDF', () => {
  test('keeps its pages, and every letter has one place', async () => {
    const text = fc.string({
      unit: fc.constantFrom('链', '主', '𠮷', 'A', '7', '％', '。', 'ﬁ'.normalize('NFKC')),
      minLength: 1,
      maxLength: 12,
    })
    const page = fc.array(text, { minLength: 0, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 3 }), async (pages) => {
        fc.pre(pages.flat().length > 0)
        const document = await read(makePdf(pages.map((texts) => lines(texts))))
        const points = [...document.text]
        const expected = pages.map((texts) => texts.map((line) => `${line}\n`).join(''))
        expect(document.pages.map(({ page: number }) => number)).toEqual(
          pages.map((_, at) => at + 1),
        )
        expect(document.pages.map(({ start, end }) => points.slice(start, end).join(''))).toEqual(
          expected,
        )
        expect(document.pages.at(-1)?.end).toBe(points.length)
      }),
      { numRuns: 25 },
    )
  })

  test('reads some of the pages as it reads them all', async () => {
    const bytes = makePdf([lines(['一']), lines(['二', '三']), lines(['四'])])
    const whole = await read(bytes)
    const some = await readDocument({ fileName: 'a.pdf', bytes, pages: { from: 2, to: 2 } })
    const [, second] = whole.pages
    expect(some.text).toBe([...whole.text].slice(second?.start, second?.end).join(''))
    expect(some.pages).toEqual([{ page: 2, start: 0, end: 4 }])
  })

  test('is told page by page', async () => {
    const heard: string[] = []
    const onPage = (page: number, total: number): void => void heard.push(`${page}/${total}`)
    const bytes = makePdf([lines(['一']), lines(['二'])])
    await readDocument({ fileName: 'a.pdf', bytes, onPage })
    expect(heard).toEqual(['1/2', '2/2'])
  })

  test('has ideographs where the font gives radicals of the same look', async () => {
    const { text } = await read(makePdf([lines(['⼯⼚⻅⽣产，面积１０㎡'])]))
    expect(text).toBe('工厂见生产，面积１０㎡\n')
  })

  test('raises digits that stand raised, so that no figure grows by a digit', async () => {
    const drawn = [
      { x: 40, y: 700, text: '面积10' },
      { x: 80, y: 704, text: '2', size: 6 },
      { x: 86, y: 700, text: '公里' },
    ]
    expect((await read(makePdf([drawn]))).text).toBe('面积10²公里\n')
  })

  test('puts blanks between cells, and none into a line that was only spread', async () => {
    const drawn = [
      { x: 40, y: 700, text: '产业规模' },
      { x: 81, y: 700, text: '增长' },
      { x: 200, y: 700, text: '500' },
      { x: 240, y: 700, text: 'GW' },
    ]
    expect((await read(makePdf([drawn]))).text).toBe('产业规模增长\t500 GW\n')
  })
})

describe('columns', () => {
  const left = [
    '左栏第一行写满了十五个汉字呀',
    '左栏第二行写满了十五个汉字呀',
    '左栏第三行写满了十五个汉字呀',
    '左栏第四行写满了十五个汉字呀',
    '左栏末行。',
  ]
  const right = left.map((line) => line.replace('左', '右'))

  test('are read one after the other, between a heading and a table across', async () => {
    const page = [
      { x: 120, y: 800, text: '关于加快培育氢能产业链的若干实施意见', size: 20 },
      ...lines(left, { y: 760 }),
      // Columns of one page need not stand on the same lines.
      ...lines(right, { x: 300, y: 755 }),
      ...lines(['指标'], { y: 640 }),
      ...lines(['2025年'], { x: 120, y: 640 }),
      ...lines(
        ['结尾一段横贯两栏，说明本意见自印发之日起施行，有效期五年，由市发展改革委负责解释。'],
        { y: 600 },
      ),
    ]
    const { text } = await read(makePdf([page]))
    expect(text.split('\n')).toEqual([
      '关于加快培育氢能产业链的若干实施意见',
      ...left,
      ...right,
      '指标\t2025年',
      '结尾一段横贯两栏，说明本意见自印发之日起施行，有效期五年，由市发展改革委负责解释。',
      '',
    ])
  })

  test('of three', async () => {
    const page = [0, 1, 2].flatMap((at) =>
      lines(
        left.map((line) => line.replace('左', String(at))),
        { x: 30 + at * 180 },
      ),
    )
    const { text } = await read(makePdf([page]))
    expect([...text].filter((point) => /[012]/.test(point)).join('')).toBe('000001111122222')
  })

  test('of a table are not read as such', async () => {
    const rows = ['企业名称', '甲股份有限公司', '乙公司', '丙集团', '丁有限责任公司']
    const page = [
      ...lines(rows),
      ...lines(
        rows.map((_, at) => `${at}00`),
        { x: 300 },
      ),
    ]
    const { text } = await read(makePdf([page]))
    expect(text.split('\n')[1]).toBe('甲股份有限公司\t100')
  })
})

const bare = (page: string, ...more: string[]): Buffer =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 99 99] >>',
    `<< /Type /Page /Parent 2 0 R ${page} >>`,
    ...more,
  ])

const stream = (content: string): string =>
  `<< /Length ${content.length} >>\nstream\n${content}\nendstream`

/** A font whose letters are told by a table that every reader is to have. */
const withoutLetters = (encoding: string, codes: string): Buffer =>
  bare(
    '/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>',
    stream(`BT /F 12 Tf 5 50 Td <${codes}> Tj ET`),
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding} /DescendantFonts [6 0 R] >>`,
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  )

describe('a PDF that cannot be read', () => {
  const refused: readonly (readonly [string, Buffer, string])[] = [
    ['needs a password', withPassword(), 'document-encrypted'],
    ['is a scan', bare('/Contents 4 0 R', stream('0 0 99 99 re f')), 'document-scanned'],
    [
      'names no letters (codes of Unicode)',
      withoutLetters('UniGB-UCS2-H', '94FE'),
      'document-letters',
    ],
    ['names no letters (codes of GBK)', withoutLetters('GBK-EUC-H', 'C1B4'), 'document-letters'],
    [
      'names no letters (numbers of glyphs)',
      withoutLetters('Identity-H', '0A3F'),
      'document-letters',
    ],
    ['was cut off', makePdf([lines(['一二三'])]).subarray(0, 400), 'document-damaged'],
    ['is only called one', Buffer.from(`%PDF-1.4\n${'x'.repeat(999)}`), 'document-damaged'],
    ['goes round in its page tree', cyclicTree(), 'document-damaged'],
    ['counts pages that are not there', countless(), 'document-scanned'],
    ['goes round in a drawing', cyclicDrawing(), 'document-scanned'],
    ['refers to itself', bare('/Contents 4 0 R', '4 0 R'), 'document-scanned'],
  ]

  for (const [what, bytes, code] of refused) {
    test(what, async () => {
      await expect(read(bytes)).rejects.toMatchObject({ code })
    })
  }

  test('names no letters (a font without a table, whose codes were taken for letters)', async () => {
    const text = '各区县人民政府要建立产业链链长制，由领导担任链长，明确链主企业和成员单位。'
    const alone = makePdf([lines([text, text])], false)
    await expect(read(alone)).rejects.toMatchObject({ code: 'document-letters' })
  })

  test('has too many pages', async () => {
    const kids = Array.from({ length: PAGES_MAX + 1 }, () => '3 0 R').join(' ')
    const bytes = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Count ${PAGES_MAX + 1} /Kids [${kids}] /MediaBox [0 0 9 9] >>`,
      '<< /Type /Page /Parent 2 0 R >>',
    ])
    await expect(read(bytes)).rejects.toMatchObject({
      code: 'document-pages',
      details: { pages: PAGES_MAX + 1, limit: PAGES_MAX },
    })
  })

  test('in part: the pages without text are told, the others are read', async () => {
    const document = await read(makePdf([lines(['一']), [], lines(['二'])]))
    expect(document.text).toBe('一\n二\n')
    expect(document.cautions).toEqual([{ code: 'page-without-text', start: 2, end: 2 }])
    expect(document.pages[1]).toEqual({ page: 2, start: 2, end: 2 })
  })
})

function withPassword(): Buffer {
  const encryption = `<< /Filter /Standard /V 1 /R 2 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> /P -44 >>`
  return pdfOf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 9 9] >>',
      '<< /Type /Page /Parent 2 0 R >>',
      encryption,
    ],
    '/Encrypt 4 0 R /ID [<00> <00>]',
  )
}

function cyclicTree(): Buffer {
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 3 /Kids [3 0 R] >>',
    '<< /Type /Pages /Parent 2 0 R /Count 3 /Kids [2 0 R 3 0 R] >>',
  ])
}

function countless(): Buffer {
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 99999999 /Kids [3 0 R] /MediaBox [0 0 9 9] >>',
    '<< /Type /Page /Parent 2 0 R >>',
  ])
}

function cyclicDrawing(): Buffer {
  return bare(
    '/Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >>',
    stream('/X Do'),
    '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Length 11 >>\nstream\n/X Do /X Do\nendstream',
  )
}
