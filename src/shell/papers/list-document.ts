// A list as a Word document, laid out after GB/T 9704: A4 across, the head row on each page, the
// office and the day at the end, and what each cell rests on as an annex.
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  ExternalHyperlink,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Language } from '../../base/index.ts'
import type { ListPaper, PaperCell, PaperColumn } from '../../graph/outgoing/index.ts'

/** Margins of an official document, turned with the page: the bound edge keeps the widest. */
const MARGIN_MM = { top: 28, bottom: 26, left: 37, right: 35 } as const
const PAGE_MM = { width: 210, height: 297 } as const
const TABLE_WIDTH = convertMillimetersToTwip(PAGE_MM.height - MARGIN_MM.left - MARGIN_MM.right)

/** Sizes in half points: title 2号, lines 小四, tables 小五. */
const SIZE = { title: 44, annex: 32, line: 24, table: 18, page: 28 } as const

const font = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia,
})
const TITLE_FONT = font('方正小标宋简体')
const BODY_FONT = font('仿宋_GB2312')
const HEAD_FONT = font('黑体')
const PAGE_FONT = font('宋体')

/** The bytes of a DOCX document. */
export async function listDocument(paper: ListPaper): Promise<Uint8Array<ArrayBuffer>> {
  const shown = paper.columns.map(({ minor }, at) => (minor ? -1 : at)).filter((at) => at >= 0)
  const document = new Document({
    creator: paper.office,
    lastModifiedBy: paper.office,
    title: paper.title,
    styles: { default: { document: { run: { font: BODY_FONT, size: SIZE.line } } } },
    sections: [
      {
        properties: { page: page() },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          line(paper.title, {
            size: SIZE.title,
            font: TITLE_FONT,
            alignment: AlignmentType.CENTER,
          }),
          ...paper.head.map((text) => line(text)),
          ...paper.stamps.map((text) => line(text, { font: HEAD_FONT })),
          ...paper.hidden.map((text) => line(text)),
          table(
            pick(paper.columns, shown),
            paper.rows.map((row) => pick(row, shown)),
          ),
          line('', {}),
          line(paper.office, { alignment: AlignmentType.RIGHT, isKept: true }),
          line(dayIn(paper), { alignment: AlignmentType.RIGHT }),
          ...annex(paper),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const pick = <Item>(items: readonly Item[], places: readonly number[]): Item[] =>
  places.flatMap((at) => (items[at] === undefined ? [] : [items[at]]))

const page = () => ({
  size: {
    width: convertMillimetersToTwip(PAGE_MM.width),
    height: convertMillimetersToTwip(PAGE_MM.height),
    orientation: PageOrientation.LANDSCAPE,
  },
  margin: {
    top: convertMillimetersToTwip(MARGIN_MM.top),
    bottom: convertMillimetersToTwip(MARGIN_MM.bottom),
    left: convertMillimetersToTwip(MARGIN_MM.left),
    right: convertMillimetersToTwip(MARGIN_MM.right),
  },
})

interface LineStyle {
  readonly size?: number
  readonly font?: ReturnType<typeof font>
  readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]
  readonly isKept?: boolean
  readonly startsPage?: boolean
}

function line(text: string, style: LineStyle = {}): Paragraph {
  const { size = SIZE.line, font: own = BODY_FONT, alignment = AlignmentType.LEFT } = style
  return new Paragraph({
    alignment,
    keepNext: style.isKept ?? false,
    pageBreakBefore: style.startsPage ?? false,
    spacing: { after: size === SIZE.title ? 200 : 60 },
    children: [new TextRun({ text, size, font: own })],
  })
}

/** — 1 —, as official documents count their pages. */
const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        size: SIZE.page,
        font: PAGE_FONT,
        children: ['— ', PageNumber.CURRENT, ' —'],
      }),
    ],
  })

function dayIn({ issuedOn, language }: ListPaper): string {
  const [year = '', month = '', day = ''] = issuedOn.split('-')
  return DAY[language](year, Number(month), Number(day), issuedOn)
}

const DAY: Readonly<
  Record<Language, (year: string, month: number, day: number, iso: string) => string>
> = {
  zh: (year, month, day) => `${year}年${month}月${day}日`,
  en: (_year, _month, _day, iso) => iso,
}

/** The places of the figure, its id and its address among the columns of the grounds. */
const FIGURE_AT = 3
const ID_AT = 9

/** The grounds, in which the content of a cell leads to the page of its figure. */
function annex({ groundsTitle, groundColumns, grounds }: ListPaper): (Paragraph | Table)[] {
  const shown = groundColumns.map((_, at) => at).filter((at) => at < ID_AT)
  const rows = grounds.map((row) => {
    const link = row.at(-1)?.text
    return pick(row, shown).map((cell, at) => (at === FIGURE_AT ? { ...cell, link } : cell))
  })
  return [
    line(groundsTitle, { size: SIZE.annex, font: HEAD_FONT, startsPage: true }),
    table(pick(groundColumns, shown), rows),
  ]
}

interface LinkedCell extends PaperCell {
  readonly link?: string | undefined
}

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '808080' } as const
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE } as const

function table(columns: readonly PaperColumn[], rows: readonly (readonly LinkedCell[])[]): Table {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0)
  const widths = columns.map(({ weight }) => Math.floor((TABLE_WIDTH * weight) / total))
  const heads = columns.map(({ head }) => ({ text: head, number: null }))
  return new Table({
    width: { size: TABLE_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: heads.map((cell, at) => tableCell(cell, columns[at], widths[at], HEAD_FONT)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((cell, at) => tableCell(cell, columns[at], widths[at], BODY_FONT)),
          }),
      ),
    ],
  })
}

function tableCell(
  { text, number, link }: LinkedCell,
  column: PaperColumn | undefined,
  width = 0,
  own: ReturnType<typeof font>,
): TableCell {
  const shown = number === null ? text : grouped(number)
  const run = new TextRun({
    ...{ text: shown, size: SIZE.table, font: own },
    ...(link === undefined ? {} : { color: '1B4B9B', underline: {} }),
  })
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: EDGES,
    margins: { left: 60, right: 60, top: 30, bottom: 30 },
    children: [
      new Paragraph({
        alignment: column?.align === 'end' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [link === undefined ? run : new ExternalHyperlink({ link, children: [run] })],
      }),
    ],
  })
}

/** 1,234.5 */
function grouped(number: string): string {
  const [whole = '', decimals] = number.split('.')
  const apart = whole.replace(/\B(?=(\d{3})+$)/gu, ',')
  return decimals === undefined ? apart : `${apart}.${decimals}`
}
