import { describe, expect, test } from 'vitest'
import { makeDocx, paragraph } from '../documents.case.ts'
import { readDocument } from '../index.ts'

const read = (body: string, parts: Readonly<Record<string, string>> = {}) =>
  readDocument({ fileName: 'a.docx', bytes: makeDocx(body, parts) })

const run = (text: string, properties = ''): string =>
  `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`
const deletedRun = (text: string): string => `<w:r><w:delText>${text}</w:delText></w:r>`
const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`
const row = (...cells: readonly string[]): string =>
  `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`

describe('tracked changes', () => {
  test('are read as accepted, and told where they stand', async () => {
    const body = `<w:p>${run('规模')}<w:del>${deletedRun('400')}</w:del><w:ins>${run('500')}</w:ins>${run('亿元')}</w:p>`
    const { text, cautions } = await read(body)
    expect(text).toBe('规模500亿元\n')
    expect(cautions).toEqual([
      { code: 'tracked-change', start: 2, end: 2 },
      { code: 'tracked-change', start: 2, end: 5 },
    ])
  })

  test('move text from one place to another', async () => {
    const body = `<w:p><w:moveFrom>${run('甲')}</w:moveFrom>${run('乙')}<w:moveTo>${run('甲')}</w:moveTo></w:p>`
    expect((await read(body)).text).toBe('乙甲\n')
  })

  test('join two paragraphs whose mark was deleted', async () => {
    const body = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('前')}</w:p>${paragraph('后')}`
    expect((await read(body)).text).toBe('前后\n')
  })

  test('take whole rows of a table away', async () => {
    const gone = '<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr>'
    const body = table(
      row(paragraph('甲'), paragraph('1')),
      gone,
      row(paragraph('乙'), paragraph('2')),
    )
    expect((await read(body)).text).toBe('甲\t1\n乙\t2\n')
  })
})

describe('tables', () => {
  test('are lines with tabs between cells, a nested one inside its cell in order', async () => {
    const inner = table(
      row(paragraph('内一'), paragraph('内二')),
      row(paragraph('内三'), paragraph('内四')),
    )
    const body = table(
      row(paragraph('外一'), `${paragraph('前')}${inner}${paragraph('后')}`),
      row(paragraph('外二'), paragraph('末')),
    )
    expect((await read(body)).text).toBe('外一\t前 内一 内二 内三 内四 后\n外二\t末\n')
  })

  test('that only frame a text leave its paragraphs lines', async () => {
    const body = table(row(`${paragraph('第一段')}${paragraph('第二段')}`))
    expect((await read(body)).text).toBe('第一段\n第二段\n')
  })
})

describe('what stands beside the text', () => {
  test('hidden text is left out and told', async () => {
    const body = `<w:p>${run('见')}${run('密', '<w:rPr><w:vanish/></w:rPr>')}${run('面')}</w:p>`
    expect(await read(body)).toMatchObject({
      text: '见面\n',
      cautions: [{ code: 'hidden-text', start: 1, end: 1 }],
    })
  })

  test('pages begin where Word last drew them or the writer broke them', async () => {
    const body = `<w:p>${run('一')}<w:r><w:br w:type="page"/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/></w:r>${run('二')}</w:p>`
    expect((await read(body)).pages).toEqual([
      { page: 1, start: 0, end: 2 },
      { page: 2, start: 2, end: 4 },
    ])
  })

  test('numbers of paragraphs are part of the text', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const numbered = (text: string): string =>
      paragraph(text, '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>')
    expect((await read(numbered('总则') + numbered('附则'), { numbering })).text).toBe(
      '第一条总则\n第二条附则\n',
    )
  })

  test('notes follow behind their marks, and raised digits stay raised', async () => {
    const body = `<w:p>${run('面积10')}${run('2', '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>')}${run('公里')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`
    const footnotes = `<w:footnote w:id="2">${paragraph('据统计局')}</w:footnote><w:footnote w:id="-1">${paragraph('分隔线')}</w:footnote>`
    expect((await read(body, { footnotes })).text).toBe('面积10²公里[1]\n[1] 据统计局\n')
  })

  test('what a box says is read once, behind its paragraph', async () => {
    const box = `<w:txbxContent>${paragraph('框内')}</w:txbxContent>`
    const body = `<w:p>${run('正')}<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>${run('文')}</w:p>`
    expect((await read(body)).text).toBe('正文\n框内\n')
  })
})
